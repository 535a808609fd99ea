// The whole of a finding, the order of its parts, and what there is to doubt.
import { describe, expect, it } from 'vitest';
import type { Answer, RegionTable } from '../domain/index.ts';
import { CAUSES } from '../domain/index.ts';
import { hear, judge, openWitness } from './index.ts';
import { inputOf, releaseOf, rowOf, saleOf, seatA1, told } from './testing.ts';
import type { Finding, WitnessInput } from './types.ts';

const ana = { ...told('Ana', 'us-east-1', 'CONFIRMED'), callNs: 10, returnNs: 20 };
const legal = seatA1([ana], [ana], ana);
const FOUND: Finding = {
  ...{ result: 'LINEARIZABLE', reasons: [], sales: 1, seatsSold: 1, doubleSells: 0 },
  causes: Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Finding['causes'],
  unreadRegions: [],
  ...{ overLimit: 0, wrongRejections: 0, hiddenSales: 0, breaches: [], oversold: [], focus: null },
};

/** A1, A2 and A3 in round 4, each sold to one fan; A1 is the last in the scope. */
function threeSeats(rows: RegionTable[], changes: Partial<WitnessInput> = {}) {
  const seatIds = ['A3', 'A2', 'A1'];
  const answers = seatIds.map((seatId): Answer => ({ ...ana, seatId, orderId: `of-${seatId}` }));
  const scope = new Map(seatIds.map((seatId) => [seatId, 4]));
  const history = { scope, answers, sales: answers.map(saleOf), rows: [] };
  return inputOf(history, { tables: rows, ...changes });
}

describe('a finding', () => {
  it('of a legal history says nothing but what was sold', () => {
    expect(judge(inputOf(legal))).toStrictEqual(FOUND);
    const focus = { seatId: 'A1', round: 4, confirmed: 1, doubleSells: 0, result: 'LINEARIZABLE' };
    expect(judge(inputOf(legal), 'A1')).toStrictEqual({
      ...FOUND,
      focus: { ...focus, holders: [saleOf(ana)] },
    });
    expect(judge(inputOf(legal), 'Z9')).toStrictEqual(FOUND);
    // One table is as good as two.
    const tables = [{ region: 'us-east-1', rows: legal.rows[0] ?? [] }];
    expect(judge(inputOf(legal, { tables }))).toStrictEqual(FOUND);
  });

  it('counts sales, and the seats that have any', () => {
    const input = threeSeats([], { pending: 1 });
    const [first, second] = input.ledger.sales;
    if (first === undefined || second === undefined) throw new Error('two sales expected');
    const sales = [first, second, { ...first, id: 'again' }];
    const { seatsSold, ...rest } = judge({ ...input, ledger: { ...input.ledger, sales } });
    expect([rest.sales, seatsSold]).toEqual([3, 2]);
  });

  it('of a limit that was told to nobody who has less, is as sure', () => {
    const limited = { ...told('Ana', 'us-east-1', 'REJECTED'), callNs: 30, returnNs: 40 };
    const denied = { ...limited, orderId: 'denied', rejectionReason: 'FAN_LIMIT' } as const;
    const history = seatA1([ana, denied], [ana], ana);
    const input = inputOf(history, { rule: { seatsPerFan: 1 } });
    expect(judge(input)).toStrictEqual(FOUND);
    expect(judge(input, 'A1').focus?.result).toBe('LINEARIZABLE');
  });

  it('is what there was when it was heard, whatever the list of holes has become', () => {
    const holes: string[] = [];
    const ask = hear(inputOf(legal, { holes }));
    holes.push('The server stopped during burst 7.');
    expect(ask()).toStrictEqual(FOUND);
  });

  it('W1 W6 W7 the first breach of each rule comes first, then the others, by rule', () => {
    const [bo, cy] = ['Bo', 'Cy'].map((name) => ({ ...ana, buyer: name, orderId: name }));
    if (bo === undefined || cy === undefined) throw new Error('two answers expected');
    const at = (answer: Answer, seatId: string) => saleOf({ ...answer, seatId });
    const sales = [at(bo, 'A1'), at(bo, 'A2'), at(cy, 'A1'), at(cy, 'A2')];
    const scope = new Map([
      ['A2', 4],
      ['A1', 4],
    ]);
    for (const some of [sales, sales.toReversed()]) {
      const history = { scope, answers: [], sales: some, rows: [] };
      const { breaches, doubleSells, oversold } = judge(
        inputOf(history, { rule: { seatsPerFan: 1 }, pending: 1 }),
      );
      expect(breaches.map(({ rule, seatId, orderIds }) => [rule, seatId, ...orderIds])).toEqual([
        ['W1', 'A2', 'Bo', 'Cy'],
        ['W6', 'A1', 'Bo'],
        ['W7', 'A2', 'Bo'],
        ['W1', 'A1', 'Bo', 'Cy'],
        ['W6', 'A1', 'Cy'],
        ['W7', 'A2', 'Cy'],
      ]);
      expect([doubleSells, oversold.map(({ seatId }) => seatId)]).toEqual([2, ['A2', 'A1']]);
    }
  });
});

describe('doubts', () => {
  const reasonsOf = (input: WitnessInput) => judge(input).reasons;

  it('are by whom nothing is known, in order of the scope and of their orders', () => {
    const order = (seatId: string, name: string): Answer => ({
      ...{ ...ana, seatId, buyer: name, orderId: name, outcome: 'INDETERMINATE' },
    });
    const answers = [order('A2', 'Ann'), order('A1', 'Bob'), order('A1', 'Abe')];
    for (const some of [answers, answers.toReversed()]) {
      const input = threeSeats([], { pending: 1 });
      const known = { ...input, answers: [...input.answers, ...some] };
      expect(reasonsOf(known)).toEqual([
        '1 order is still running.',
        '3 answers are missing (INDETERMINATE): Ann (us-east-1) for A2, Abe (us-east-1) for A1 ' +
          'and Bob (us-east-1) for A1.',
      ]);
    }
  });

  it('are releases of which nothing is known, in the same order', () => {
    const [zoe, bob] = ['Zoe', 'Bob'].map((name) => ({ ...ana, buyer: name, orderId: name }));
    if (zoe === undefined || bob === undefined) throw new Error('two answers expected');
    const releases = [zoe, bob].map((answer) => releaseOf(answer, 25, 30, 'INDETERMINATE'));
    // Sold again after it may have been given back, and once more: not too often.
    const again = { ...bob, callNs: 30, returnNs: 40 };
    for (const answers of [
      [zoe, again],
      [again, zoe],
    ]) {
      const changes = { releases, pending: 1, tables: [] };
      expect(reasonsOf(inputOf(seatA1(answers, answers, null), changes)).at(1)).toBe(
        'Whether 2 tickets were given back is not known (INDETERMINATE): ' +
          'Bob (us-east-1) for A1 and Zoe (us-east-1) for A1.',
      );
    }
  });

  it('are Regions out of reach, in order of their names; tables are not asked while orders run', () => {
    const unreachable = ['west', 'east'].map((region) => ({ region, reason: 'refused' }));
    const ledger = { sales: [], converged: true, unreachable };
    const tables = ['west', 'east'].map((region) => ({ region, unreachable: 'refused' }));
    expect(reasonsOf(inputOf(legal, { ledger, tables }))).toEqual([
      'The ledger of east could not be read: refused.',
      'The ledger of west could not be read: refused.',
      'The seats table of east could not be read: refused.',
      'The seats table of west could not be read: refused.',
    ]);
    expect(judge(inputOf(legal, { ledger })).unreadRegions).toEqual(['east', 'west']);
    const unread = inputOf(legal, { ledger, tables: [] });
    expect(reasonsOf(unread).at(-1)).toBe('The ledger of west could not be read: refused.');
    expect(reasonsOf(inputOf(legal, { tables: [] }))).toEqual(['No seats table was read.']);
    expect(reasonsOf(inputOf(legal, { tables: [], pending: 2 }))).toEqual([
      '2 orders are still running.',
    ]);
  });

  it('are seats on which the tables differ, or which are in a later round, in order of the scope', () => {
    const of = (round: number, orderOf: string) =>
      ['A3', 'A2'].map((seatId) =>
        rowOf(seatId, round, { ...ana, orderId: `${orderOf}${seatId}` }),
      );
    const a1 = rowOf('A1', 4, { ...ana, orderId: 'of-A1' });
    const rows = [...of(4, 'of-'), a1];
    const differing = threeSeats([
      { region: 'east', rows },
      { region: 'west', rows: [...of(4, 'other-'), a1] },
    ]);
    expect(reasonsOf(differing)).toEqual([
      'The Regions have not converged: their tables differ on 2 seats (A3 and A2).',
    ]);
    // What the tables show is doubted whatever else is.
    for (const changes of [{ pending: 1 }, { holes: ['cut off'] }]) {
      expect(reasonsOf({ ...differing, ...changes })).toContain(
        'The Regions have not converged: their tables differ on 2 seats (A3 and A2).',
      );
    }
    const later = threeSeats([{ region: 'east', rows: [...of(5, 'of-'), a1] }]);
    expect(reasonsOf(later)).toEqual([
      'This reading is stale: the seats table shows a later round of 2 seats (A3 and A2).',
    ]);
  });
});

describe('openWitness', () => {
  it('finds anew when something was heard, and not when nothing was', () => {
    const witness = openWitness(legal.scope);
    const brief = () => {
      const { result, sales, reasons } = witness.finding();
      expect(witness.finding().breaches).toBe(witness.finding().breaches);
      return [result, sales, reasons.length];
    };
    const steps: (() => void)[] = [
      () => witness.reading({ pending: 1 }),
      () => witness.reading({ converged: true }),
      () => witness.reading({ pending: 0 }),
      () => witness.table({ region: 'us-east-1', rows: [] }),
      () => witness.answer(ana),
      () => witness.sale(saleOf(ana)),
      () => witness.row('us-east-1', rowOf('A1', 4, ana)),
      () => witness.table({ region: 'us-east-2', rows: [] }),
      () => witness.row('us-east-2', rowOf('A1', 4, ana)),
      () => witness.release(releaseOf(ana, 40, 50)),
      () => witness.table({ region: 'us-west-2', unreachable: 'refused' }),
      () => witness.reading({ holes: ['cut off'] }),
    ];
    const found = [brief(), ...steps.map((step) => (step(), brief()))];
    expect(found).toEqual([
      ['UNPROVEN', 0, 2],
      ['UNPROVEN', 0, 2],
      ['UNPROVEN', 0, 1],
      ['UNPROVEN', 0, 2],
      ['UNPROVEN', 0, 1],
      ['VIOLATED', 0, 1],
      ['VIOLATED', 1, 1],
      ['LINEARIZABLE', 1, 0],
      ['UNPROVEN', 1, 1],
      ['LINEARIZABLE', 1, 0],
      ['VIOLATED', 1, 1],
      ['UNPROVEN', 1, 1],
      ['UNPROVEN', 1, 2],
    ]);
  });
});
