// The order of arrival does not matter, not even of records that contradict each other.
import { describe, expect, it } from 'vitest';
import { seededRandom, type Random, type RegionTable } from '../../domain/index.ts';
import { judge, type WitnessInput } from '../index.ts';
import { shuffled } from '../testing.ts';
import { withContradictions } from './contradictions.ts';
import { KINDS } from './histories.ts';
import { forEachSeed } from './seeds.ts';

const RUNS = 500;

describe.each(KINDS)('records that contradict each other: $name', ({ make }) => {
  it('W1 to W7, words, evidence and numbers are the same in whatever order they arrive', () => {
    forEachSeed(RUNS, (seed) => {
      const random = seededRandom(seed);
      const input = withContradictions(random, make(random));
      const one = judge(input, 'A1');
      expect(judge(inAnyOrder(random, input), 'A1'), `WITNESS_SEED=${seed}`).toEqual(one);
    });
  });
});

function inAnyOrder(random: Random, input: WitnessInput): WitnessInput {
  const { ledger, answers, releases = [], tables } = input;
  return {
    ...input,
    ledger: { ...ledger, sales: shuffled(random, ledger.sales) },
    answers: shuffled(random, answers),
    releases: shuffled(random, releases),
    tables: shuffled(random, tables).map((table): RegionTable =>
      'rows' in table ? { ...table, rows: shuffled(random, table.rows) } : table,
    ),
  };
}
