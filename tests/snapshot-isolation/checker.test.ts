// The checker itself: it accepts what a faultless database does, in many orders of things, and it
// finds those of databases that look away.
import { describe, expect, test } from 'vitest';
import { check } from './checker.ts';
import { CHURN, MIXED, type Workload } from './plan.ts';
import { DSQL, simulated } from './simulated.ts';
import type { Adjudication } from './simulator.ts';
import { inWords } from './violations.ts';

describe('a faultless database', () => {
  test.each([
    ['MIXED', MIXED],
    ['CHURN', CHURN],
  ])('is never accused, and there was enough to find: %s', (_, workload) => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const history = simulated(seed, workload, 'ALL');
      const { violations, counts } = check(history, DSQL);
      expect(
        violations.map((found) => inWords(found, history)),
        `seed ${seed}`,
      ).toEqual([]);
      expect(counts.committed, `seed ${seed}`).toBeGreaterThan(20);
      expect(counts.refused, `seed ${seed}`).toBeGreaterThan(20);
      expect(counts.overlaps, `seed ${seed}`).toBeGreaterThanOrEqual(counts.refused);
    }
  });
});

describe('a database that looks away', () => {
  const overlapsOf = (workload: Workload, adjudication: Adjudication) =>
    Array.from({ length: 10 }, (_, at) => check(simulated(at + 1, workload, adjudication), DSQL))
      .flatMap(({ violations }) => violations)
      .flatMap((found) => (found.kind === 'OVERLAP' ? [found.claims.toSorted().join(' × ')] : []));

  test('everywhere: every pair of the matrix is found', () => {
    expect([...new Set(overlapsOf(MIXED, 'NONE'))].sort()).toEqual([
      'KEY_SHARE × WHOLE_ROW',
      'VALUES × VALUES',
      'VALUES × WHOLE_ROW',
      'WHOLE_ROW × WHOLE_ROW',
    ]);
  });

  test('from FOR UPDATE and FOR KEY SHARE: no two writers, but locks', () => {
    const found = new Set(overlapsOf(MIXED, 'NO_LOCKS'));
    expect(found).toContain('KEY_SHARE × WHOLE_ROW');
    expect(found).toContain('VALUES × WHOLE_ROW');
    expect(found).not.toContain('VALUES × VALUES');
  });

  test('from keys that were inserted and deleted again', () => {
    const found = overlapsOf(CHURN, 'NO_UNDONE_KEYS');
    expect(found.length).toBeGreaterThan(10);
    expect(found).toContain('WHOLE_ROW × WHOLE_ROW');
    expect(found.filter((claims) => !claims.includes('WHOLE_ROW'))).toEqual([]);
  });
});
