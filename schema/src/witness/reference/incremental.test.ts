// The Witness that hears entries one at a time, beside the one that is given all of them at once.
import { describe, expect, it } from 'vitest';
import { seededRandom, type Answer, type Random } from '../../domain/index.ts';
import { judge, openWitness, type OpenWitness, type WitnessInput } from '../index.ts';
import { shuffled } from '../testing.ts';
import { KINDS } from './histories.ts';
import { chance } from './records.ts';
import { forEachSeed } from './seeds.ts';

type Entry = (witness: OpenWitness) => void;

describe.each(KINDS)('entry by entry: $name', ({ make }) => {
  it('W1 to W7 are found as in all of them at once, in whatever order they arrive', () => {
    forEachSeed(600, (seed) => {
      const random = seededRandom(seed);
      const input = make(random);
      const witness = openWitness(input.scope, input.rule);
      for (const hear of shuffled(random, entriesOf(random, input))) {
        hear(witness);
        // What was found half-way must not stick.
        if (chance(random, 0.1)) witness.finding();
      }
      expect(witness.finding('A1'), `WITNESS_SEED=${seed}`).toEqual(judge(input, 'A1'));
    });
  });

  it('what is found half-way is what the entries heard until then show', () => {
    forEachSeed(300, (seed) => {
      const { releases, ...whole } = make(seededRandom(seed));
      const { scope, ledger, pending, holes } = whole;
      const witness = openWitness(scope, whole.rule);
      const { sales, ...reading } = ledger;
      witness.reading({ ...reading, pending, holes });
      const known: WitnessInput = {
        ...whole,
        ledger: { ...ledger, sales: half(sales) },
        answers: half(whole.answers),
        tables: half(whole.tables),
      };
      known.answers.forEach((answer) => witness.answer(answer));
      known.ledger.sales.forEach((sale) => witness.sale(sale));
      known.tables.forEach((table) => witness.table(table));
      expect(witness.finding('A1'), `WITNESS_SEED=${seed}`).toEqual(judge(known, 'A1'));
      releases?.forEach((release) => witness.release(release));
      const released = releases === undefined ? known : { ...known, releases };
      expect(witness.finding('A1'), `WITNESS_SEED=${seed}`).toEqual(judge(released, 'A1'));
    });
  });
});

const half = <Item>(items: readonly Item[]): readonly Item[] =>
  items.slice(0, Math.ceil(items.length / 2));

/** Everything that the input says, some of it twice, and some answers first when they were missing. */
function entriesOf(random: Random, input: WitnessInput): Entry[] {
  const { ledger, answers, releases = [], tables, pending, holes } = input;
  const { sales, converged, unreachable } = ledger;
  const entries: Entry[] = [
    ...answers.map(
      (answer): Entry =>
        (witness) =>
          witness.answer(answer),
    ),
    ...sales.map(
      (sale): Entry =>
        (witness) =>
          witness.sale(sale),
    ),
    ...releases.map(
      (release): Entry =>
        (witness) =>
          witness.release(release),
    ),
    ...tables.flatMap((table) => tableEntries(random, table)),
    (witness) => witness.reading({ pending, holes }),
    (witness) => witness.reading({ converged, unreachable }),
  ];
  const missing = answers.filter((answer) => answer.outcome === 'CONFIRMED' && chance(random, 0.3));
  return [
    ...entries,
    ...entries.filter(() => chance(random, 0.2)),
    ...missing.map(
      (answer): Entry =>
        (witness) =>
          witness.answer(stillMissing(answer)),
    ),
  ];
}

const stillMissing = (answer: Answer): Answer => ({ ...answer, outcome: 'INDETERMINATE' });

/** A table at once, or row by row. */
function tableEntries(random: Random, table: WitnessInput['tables'][number]): Entry[] {
  if ('unreachable' in table || chance(random, 0.5)) return [(witness) => witness.table(table)];
  const { region, rows } = table;
  return [
    (witness) => witness.table({ region, rows: [] }),
    ...rows.map(
      (row): Entry =>
        (witness) =>
          witness.row(region, row),
    ),
  ];
}
