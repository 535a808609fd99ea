import { describe, expect, it } from 'vitest';
import { seededRandom, type Answer, type Random } from '../domain/index.ts';
import { judge, openWitness, type OpenWitness } from './index.ts';
import { KINDS } from './reference/histories.ts';
import { inputOf, legalHistory, saleOf, seatA1, shuffled, told } from './testing.ts';
import type { WitnessInput } from './types.ts';

const RUNS = 400;
/** A different history each day a test runs; a failure prints the seed that repeats it. */
const SEED = Number(process.env['WITNESS_SEED'] ?? Math.floor(Date.now() / 86_400_000));

type Tell = (witness: OpenWitness) => void;

/** Every entry by itself; some twice, and some answers first without a decision. */
function entriesOf(input: WitnessInput, random: Random): Tell[] {
  const { answers, ledger, releases = [], tables, pending, holes } = input;
  const { sales, converged, unreachable } = ledger;
  const tell = <Item>(items: readonly Item[], say: (witness: OpenWitness, item: Item) => void) =>
    items.map((item): Tell => (witness) => {
      say(witness, item);
    });
  const twice = <Item>(items: readonly Item[]): Item[] =>
    items.flatMap((item) => (random() < 0.2 ? [item, item] : [item]));
  const decided = answers.filter(({ outcome }) => outcome !== 'INDETERMINATE' && random() < 0.2);
  const rows = tables.flatMap((table) =>
    'rows' in table ? table.rows.map((row) => ({ region: table.region, row })) : [],
  );
  const read = tables.map((table) => ('rows' in table ? { ...table, rows: [] } : table));
  return [
    ...tell([...twice(answers), ...decided.map(undecided)], (it, answer) => {
      it.answer(answer);
    }),
    ...tell(twice(sales), (it, sale) => {
      it.sale(sale);
    }),
    ...tell(twice(releases), (it, release) => {
      it.release(release);
    }),
    ...tell(read, (it, table) => {
      it.table(table);
    }),
    ...tell(twice(rows), (it, { region, row }) => {
      it.row(region, row);
    }),
    ...tell([{ pending }, { holes, converged, unreachable }], (it, reading) => {
      it.reading(reading);
    }),
  ];
}

const undecided = (answer: Answer): Answer => ({
  ...answer,
  outcome: 'INDETERMINATE',
  rejectionReason: null,
});

describe('openWitness', () => {
  it.each(KINDS)('finds in $name, one by one and in any order, what it finds at once', (kind) => {
    for (let seed = SEED; seed < SEED + RUNS; seed += 1) {
      const random = seededRandom(seed);
      const input = kind.make(random);
      const witness = openWitness(input.scope, input.rule);
      for (const tell of shuffled(random, entriesOf(input, random))) {
        tell(witness);
        // Being asked meanwhile changes nothing.
        if (random() < 0.1) witness.finding();
      }
      const [seatId] = input.scope.keys();
      expect(witness.finding(seatId), `WITNESS_SEED=${seed}`).toEqual(judge(input, seatId));
    }
  });

  it('says nothing is proven of a history of which nothing was heard', () => {
    expect(openWitness(new Map([['A1', 1]])).finding('A1')).toMatchObject({
      result: 'UNPROVEN',
      reasons: [
        'No seats table was read.',
        'The ledgers of the Regions do not show the same sales yet.',
      ],
      focus: { result: 'UNPROVEN', confirmed: 0 },
    });
  });

  it('keeps the decided answer of an order, and of two contradicting ones CONFIRMED', () => {
    const lost = told('Ana', 'us-east-1', 'INDETERMINATE');
    const ana = told('Ana', 'us-east-1', 'CONFIRMED');
    const input = inputOf(seatA1([], [ana], ana));
    const resultsOf = (answers: Answer[]) =>
      [answers, answers.toReversed()].map((some) => judge({ ...input, answers: some }).result);
    expect(resultsOf([lost])).toEqual(['UNPROVEN', 'UNPROVEN']);
    expect(resultsOf([lost, ana])).toEqual(['LINEARIZABLE', 'LINEARIZABLE']);
    expect(resultsOf([lost, ana, { ...ana, outcome: 'FAILED' }])).toEqual([
      'LINEARIZABLE',
      'LINEARIZABLE',
    ]);
    expect(resultsOf([lost, { ...ana, outcome: 'FAILED' }])).toEqual(['VIOLATED', 'VIOLATED']);
  });

  it('holds what a table shows when two rows of one Region contradict each other against it', () => {
    const ana = told('Ana', 'us-east-1', 'CONFIRMED');
    const history = seatA1([ana], [ana], ana);
    const witness = openWitness(history.scope);
    const [row] = history.rows[0] ?? [];
    if (row === undefined) throw new Error('a row expected');
    witness.answer(ana);
    witness.sale(saleOf(ana));
    witness.reading({ converged: true });
    witness.row('us-east-1', row);
    expect(witness.finding().result).toBe('LINEARIZABLE');
    witness.row('us-east-1', { ...row, status: 'AVAILABLE' });
    expect(witness.finding().reasons).toEqual([
      'The Regions have not converged: their tables differ on 1 seat (A1).',
    ]);
  });

  it('judges a growing history as it stands: sold, sold twice, and what was not heard in time', () => {
    const history = legalHistory(seededRandom(SEED), 3, 4);
    const witness = openWitness(history.scope);
    for (const [index, answer] of history.answers.entries()) {
      witness.answer(answer);
      const answers = history.answers.slice(0, index + 1);
      const heard = inputOf({ ...history, answers, sales: [], rows: [] }, { tables: [] });
      const ledger = { ...heard.ledger, converged: false };
      expect(witness.finding()).toEqual(judge({ ...heard, ledger }));
    }
  });
});
