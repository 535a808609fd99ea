// The rules alone: from every state in which a run can be killed, the steps that are left.
import { describe, expect, it } from 'vitest';
import type { Step } from '../program.ts';
import type { ClusterFacts, PairFacts } from './facts.ts';
import { foresee, nextOfCreate, nextOfDestroy, type Pair } from './rules.ts';

const PAIR: Pair = {
  name: 'worldseat',
  regions: ['us-east-1', 'us-east-2'],
  witness: 'us-west-2',
  generation: 'g',
};

function cluster(region: string, change: Partial<ClusterFacts> = {}): ClusterFacts {
  return {
    region,
    identifier: region,
    arn: `arn:${region}`,
    status: 'ACTIVE',
    isProtected: true,
    witnessRegion: 'us-west-2',
    peers: [region === 'us-east-1' ? 'arn:us-east-2' : 'arn:us-east-1'],
    endpoint: null,
    ...change,
  };
}

function pair(
  first: Partial<ClusterFacts> | null,
  second: Partial<ClusterFacts> | null,
): PairFacts {
  return {
    'us-east-1': first === null ? null : cluster('us-east-1', first),
    'us-east-2': second === null ? null : cluster('us-east-2', second),
  };
}

function left(next: (facts: PairFacts) => Step | null, facts: PairFacts): string[] {
  const words: string[] = [];
  let current = facts;
  for (let step = next(current); step !== null && words.length < 20; step = next(current)) {
    words.push(
      step.kind === 'WAIT' ? `wait until ${step.until}` : `${step.operation} ${step.region}`,
    );
    current = foresee(PAIR, current, step);
  }
  return words;
}

const toCreate = (facts: PairFacts) => left((now) => nextOfCreate(PAIR, now), facts);
const toDestroy = (facts: PairFacts) => left(nextOfDestroy, facts);

const SETUP = { status: 'PENDING_SETUP' };
const ACTIVE = 'wait until both clusters are ACTIVE';
const [CREATE_1, CREATE_2, UPDATE_1, UPDATE_2] = ['Create', 'Update'].flatMap((what) =>
  PAIR.regions.map((region) => `${what}Cluster ${region}`),
);

describe('create', () => {
  it.each<[string, PairFacts, (string | undefined)[]]>([
    ['nothing', pair(null, null), [CREATE_1, CREATE_2, UPDATE_1, ACTIVE]],
    ['the first', pair({ ...SETUP, peers: [] }, null), [CREATE_2, UPDATE_1, ACTIVE]],
    ['the second', pair(null, { ...SETUP, peers: [] }), [CREATE_1, UPDATE_2, ACTIVE]],
    ['both, one way', pair({ ...SETUP, peers: [] }, SETUP), [UPDATE_1, ACTIVE]],
    [
      'both, apart',
      pair({ ...SETUP, peers: [] }, { ...SETUP, peers: [] }),
      [UPDATE_1, UPDATE_2, ACTIVE],
    ],
    ['both, peered', pair({ status: 'UPDATING' }, SETUP), [ACTIVE]],
    ['both, made', pair({ status: 'CREATING' }, { status: 'CREATING' }), [ACTIVE]],
    ['all', pair({}, {}), []],
    ['all, asleep', pair({ status: 'INACTIVE' }, { status: 'IDLE' }), []],
    ['all, unprotected', pair({}, { isProtected: false }), [UPDATE_2]],
  ])('from %s', (_, facts, steps) => {
    expect(toCreate(facts)).toEqual(steps);
  });

  it.each<[string, PairFacts, RegExp]>([
    [
      'FAILED',
      pair({ status: 'FAILED' }, null),
      /us-east-1 is FAILED; .*destroy --apply removes it/,
    ],
    ['PENDING_DELETE', pair({ status: 'PENDING_DELETE' }, {}), /is PENDING_DELETE; finish with/],
    ['a status nobody knows', pair({ status: 'NEW' }, null), /is NEW;/],
    [
      'another witness',
      pair({ witnessRegion: 'us-west-1' }, null),
      /witness Region us-west-1, not us-west-2/,
    ],
    ['no witness', pair({ witnessRegion: null }, null), /witness Region none/],
    ['a strange peer', pair({ peers: ['arn:other'] }, {}), /a peer without the tag .*: arn:other/],
  ])('stops at %s', (_, facts, words) => {
    expect(() => nextOfCreate(PAIR, facts)).toThrow(words);
  });
});

describe('destroy', () => {
  const GONE = 'wait until the clusters are gone';
  const SETTLED = 'wait until the clusters can be changed';
  const [DELETE_1, DELETE_2] = PAIR.regions.map((region) => `DeleteCluster ${region}`);
  const open = { isProtected: false };
  const going = { status: 'PENDING_DELETE' };

  it.each<[string, PairFacts, (string | undefined)[]]>([
    ['all', pair({}, {}), [UPDATE_1, UPDATE_2, DELETE_1, DELETE_2, GONE]],
    ['half open', pair(open, {}), [UPDATE_2, DELETE_1, DELETE_2, GONE]],
    ['open', pair(open, open), [DELETE_1, DELETE_2, GONE]],
    ['opening', pair({ ...open, status: 'UPDATING' }, open), [SETTLED, DELETE_1, DELETE_2, GONE]],
    ['half deleted', pair({ ...open, ...going }, open), [DELETE_2, GONE]],
    ['deleted', pair(going, { status: 'DELETING' }), [GONE]],
    ['one only', pair(null, {}), [UPDATE_2, DELETE_2, GONE]],
    ['FAILED', pair({ status: 'FAILED' }, null), [UPDATE_1, DELETE_1, GONE]],
    ['nothing', pair(null, null), []],
  ])('from %s', (_, facts, steps) => {
    expect(toDestroy(facts)).toEqual(steps);
  });
});
