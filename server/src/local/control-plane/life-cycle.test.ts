// The life cycle as a pure function: every change at its own time, however late somebody looks.
import { describe, expect, it } from 'vitest';
import type { Cluster } from './cluster.ts';
import { advance, react } from './life-cycle.ts';

const DURATIONS = { createMs: 100, updateMs: 10, deleteMs: 50 };

function cluster(identifier: string, change: Partial<Cluster> = {}): Cluster {
  return {
    identifier,
    arn: identifier,
    region: 'us-east-1',
    createdAtMs: 0,
    status: 'PENDING_SETUP',
    changesAtMs: null,
    settledStatus: 'ACTIVE',
    isDoomed: false,
    deletionProtectionEnabled: false,
    witnessRegion: 'us-west-2',
    peers: [],
    tags: {},
    ...change,
  };
}

const shown = (clusters: readonly Cluster[]) =>
  clusters.map(({ identifier, status, changesAtMs }) => [identifier, status, changesAtMs]);

describe('the life cycle of clusters', () => {
  it('goes through every state that was due, at its own time, in one look', () => {
    const pair = [
      cluster('a', {
        peers: ['b'],
        status: 'UPDATING',
        settledStatus: 'PENDING_SETUP',
        changesAtMs: 10,
      }),
      cluster('b', { peers: ['a'] }),
    ];
    expect(shown(advance(pair, 9, DURATIONS))).toEqual([
      ['a', 'UPDATING', 10],
      ['b', 'PENDING_SETUP', null],
    ]);
    // 10 is when both name each other, 110 when they are made, whoever looks at 109 or 5000.
    expect(shown(advance(pair, 109, DURATIONS))).toEqual([
      ['a', 'CREATING', 110],
      ['b', 'CREATING', 110],
    ]);
    expect(shown(advance(pair, 5_000, DURATIONS))).toEqual([
      ['a', 'ACTIVE', null],
      ['b', 'ACTIVE', null],
    ]);
  });

  it('leaves a cluster that is named by nobody in PENDING_SETUP', () => {
    const oneWay = [cluster('a'), cluster('b', { peers: ['a'] })];
    expect(react(oneWay, 0, DURATIONS)).toEqual(oneWay);
  });

  it('ends CREATING of a doomed cluster as FAILED', () => {
    const doomed = cluster('a', { status: 'CREATING', changesAtMs: 5, isDoomed: true });
    expect(shown(advance([doomed], 5, DURATIONS))).toEqual([['a', 'FAILED', null]]);
  });

  it('holds PENDING_DELETE until the peer is deleted too, then removes both', () => {
    const half = [
      cluster('a', { peers: ['b'], status: 'PENDING_DELETE' }),
      cluster('b', { peers: ['a'], status: 'ACTIVE' }),
    ];
    expect(advance(react(half, 0, DURATIONS), 9_999, DURATIONS)).toEqual(half);
    const both = half.map((each) => ({ ...each, status: 'PENDING_DELETE' as const }));
    const begun = react(both, 100, DURATIONS);
    expect(shown(advance(begun, 110, DURATIONS))).toEqual([
      ['a', 'DELETING', 160],
      ['b', 'DELETING', 160],
    ]);
    expect(advance(begun, 160, DURATIONS)).toEqual([]);
  });
});
