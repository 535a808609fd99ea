// W2 to W4: what exactly is said, by which record it is proven, and that each waits for its own reasons
// also at a seat that another rule accuses.
import { describe, expect, it } from 'vitest';
import type { Answer, Sale, SeatRow } from '../domain/index.ts';
import { judge } from './index.ts';
import { inputOf, releaseOf, rowOf, saleOf, seatA1, told } from './testing.ts';
import type { WitnessInput } from './types.ts';

const ana = told('Ana', 'us-east-1', 'CONFIRMED');
const bo = told('Bo', 'us-east-2', 'CONFIRMED');
const cy = told('Cy', 'us-east-1', 'CONFIRMED');
const held: readonly SeatRow[] = [rowOf('A1', 4, bo)];

interface Known {
  readonly answers?: readonly Answer[];
  readonly sales?: readonly Sale[];
  /** What both tables show. */
  readonly rows?: readonly SeatRow[];
  readonly changes?: Partial<WitnessInput>;
}

/** Each breach as "W2: words; ANSWER of Ana". */
function found({ answers = [], sales = [], rows = held, changes = {} }: Known) {
  const history = { ...seatA1([...answers], [], null), sales: [...sales] };
  const { breaches, hiddenSales } = judge(
    inputOf({ ...history, rows: [[...rows], [...rows]] }, changes),
  );
  const accused = breaches.map(({ rule, words, entries }) => [
    `${rule}: ${words}`,
    ...entries.map(({ kind, buyer }) => `${kind} of ${buyer ?? 'nobody'}`),
  ]);
  return { accused, hiddenSales };
}

const rulesOf = (known: Known) => ({
  ...found(known),
  accused: found(known).accused.map(([words]) => words?.slice(0, 2)),
});

describe('W2 in words and records', () => {
  it('W2 names all, in order of their orders, and proves it by the first', () => {
    const answers = [ana, bo, cy];
    for (const heard of [answers, answers.toReversed()]) {
      expect(found({ answers: heard, sales: [saleOf(bo)] }).accused).toEqual([
        [
          'W2: Ana (us-east-1) and Cy (us-east-1) were told CONFIRMED for A1 in round 4, ' +
            'but have no sale in the ledger of any Region.',
          'ANSWER of Ana',
        ],
      ]);
    }
  });
});

describe('W3 in words and records', () => {
  it('W3 names all in order of sale, what each was told, and proves it by the first', () => {
    const answers = [bo, { ...cy, outcome: 'FAILED' as const }];
    expect(found({ answers, sales: [cy, bo, ana].map(saleOf) }).accused.at(-1)).toEqual([
      'W3: The ledger has 2 sales of A1 in round 4 that no buyer was told of: ' +
        'Ana (us-east-1, no such order is known) and Cy (us-east-1, was told FAILED).',
      'SALE of Ana',
    ]);
  });

  it('W3 finds a sale that was denied after the answer had been missing', () => {
    const missing = { ...bo, outcome: 'INDETERMINATE' as const };
    const denied = { ...bo, outcome: 'REJECTED' as const };
    expect(found({ answers: [missing, denied], sales: [saleOf(bo)] }).accused).toEqual([
      [
        'W3: The ledger has 1 sale of A1 in round 4 that no buyer was told of: ' +
          'Bo (us-east-2, was told REJECTED).',
        'SALE of Bo',
      ],
    ]);
  });
});

describe('W4 in words and records', () => {
  const bothHold = 'Ana (us-east-1) and Bo (us-east-2) hold tickets';
  const sold = { answers: [ana, bo], sales: [ana, bo].map(saleOf) };
  const w4 = (rows: readonly SeatRow[], known: Known = sold) =>
    found({ ...known, rows }).accused.filter(([words]) => words?.startsWith('W4'));

  it('W4 says who holds tickets of a seat that is shown available, to nobody, or to another', () => {
    const row = rowOf('A1', 4, cy);
    expect([w4([]), w4([rowOf('A1', 4, null)]), w4([row]), w4([{ ...row, owner: null }])]).toEqual([
      [[`W4: The seats table has no seat A1, but ${bothHold}.`, 'SALE of Ana']],
      [
        [
          `W4: The seats table says A1 in round 4 is available, but ${bothHold}.`,
          ...['ROW of nobody', 'SALE of Ana'],
        ],
      ],
      [
        [
          `W4: The seats table says Cy owns A1 in round 4, but that order has no ticket; ${bothHold}.`,
          ...['ROW of Cy', 'SALE of Ana'],
        ],
      ],
      [
        [
          'W4: The seats table says nobody owns A1 in round 4, but that order has no ticket; ' +
            `${bothHold}.`,
          ...['ROW of nobody', 'SALE of Ana'],
        ],
      ],
    ]);
  });

  it('W4 proves a row that is wrong by itself by the row alone', () => {
    const none = 'W4: The seats table says Cy owns A1 in round 4, but no ticket was ever issued';
    expect(w4([rowOf('A1', 4, cy)], {})).toEqual([[`${none}.`, 'ROW of Cy']]);
    const answers = [{ ...cy, outcome: 'REJECTED' as const, returnNs: 9_999 }];
    expect(w4([rowOf('A1', 4, cy)], { answers })).toEqual([[`${none}.`, 'ROW of Cy']]);
    expect(w4([{ ...rowOf('A1', 4, cy), orderId: null }], {})).toEqual([[`${none}.`, 'ROW of Cy']]);
    expect(w4([rowOf('A1', 3, cy)], {})).toEqual([
      ['W4: The seats table still shows round 3 of A1, which is in round 4.', 'ROW of Cy'],
    ]);
  });

  it('W4 finds nothing wrong with a seat that is in no table, or available, once it was given back', () => {
    const changes = { releases: [releaseOf(ana, 90)] };
    const once = { answers: [ana], sales: [saleOf(ana)], changes };
    for (const rows of [[], [rowOf('A1', 4, null)]]) {
      expect(found({ ...once, rows })).toEqual({ accused: [], hiddenSales: 0 });
    }
  });

  it.each<[string, readonly SeatRow[], number]>([
    ['one of two', [rowOf('A1', 4, bo)], 1],
    ['neither, but available', [rowOf('A1', 4, null)], 2],
    [
      'neither, but available, with what was written before',
      [{ ...rowOf('A1', 4, bo), status: 'AVAILABLE' }],
      2,
    ],
    ['another round', [rowOf('A1', 5, bo)], 2],
    ['an earlier round', [rowOf('A1', 3, bo)], 2],
    ['another order of a holder', [{ ...rowOf('A1', 4, bo), orderId: 'other' }], 2],
    ['the order of a holder as that of another', [{ ...rowOf('A1', 4, bo), owner: 'Cy' }], 2],
    ['nothing', [], 2],
  ])('W4 counts the sales that the tables hide, where they show %s', (_, rows, hiddenSales) => {
    expect(found({ ...sold, rows })).toMatchObject({ hiddenSales });
  });
});

describe('W2 W3 W4 wait, also at a seat that was sold twice', () => {
  const sales = [ana, bo].map(saleOf);
  const rows = [rowOf('A1', 4, null)];
  /** Cy was told CONFIRMED and has no sale; Bo has one and was not told; the row shows nobody. */
  const all: Known = { answers: [ana, cy], sales, rows };

  it('W2 W3 W4 are found once all is known', () => {
    expect(rulesOf(all)).toEqual({ accused: ['W1', 'W2', 'W3', 'W4'], hiddenSales: 2 });
  });

  it.each<[string, string[], number, Partial<WitnessInput>]>([
    ['orders run', [], 0, { pending: 1 }],
    ['the ledgers differ', ['W3'], 0, { ledger: { sales, converged: false, unreachable: [] } }],
    ['the history has holes', ['W2', 'W4'], 2, { holes: ['cut off'] }],
    [
      'a table was not read',
      ['W2', 'W3'],
      0,
      {
        tables: [
          { region: 'us-east-1', rows },
          { region: 'us-east-2', unreachable: 'refused' },
        ],
      },
    ],
    ['no table was read', ['W2', 'W3'], 0, { tables: [] }],
    [
      'the tables differ',
      ['W2', 'W3'],
      0,
      {
        tables: [
          { region: 'us-east-1', rows },
          { region: 'us-east-2', rows: [rowOf('A1', 4, bo)] },
        ],
      },
    ],
    ['nothing', ['W2', 'W3', 'W4'], 2, { tables: [{ region: 'us-east-1', rows }] }],
  ])('W2 W3 W4 while %s', (_, rules, hiddenSales, changes) => {
    expect(rulesOf({ ...all, changes })).toEqual({ accused: ['W1', ...rules], hiddenSales });
  });

  it.each<[string, Partial<Answer>]>([
    ['lost, and known since', { lost: true }],
    ['asked for twice', { presses: 2 }],
  ])('W4 does not wait for a confirmation that was %s', (_, changes) => {
    const answers = [ana, { ...bo, ...changes }];
    expect(rulesOf({ answers, sales, rows })).toEqual({ accused: ['W1', 'W4'], hiddenSales: 2 });
  });

  it('W4 waits for an answer that is missing, but hidden sales are counted', () => {
    const answers = [ana, bo, { ...cy, outcome: 'INDETERMINATE' as const }];
    expect(rulesOf({ answers, sales, rows })).toEqual({ accused: ['W1'], hiddenSales: 2 });
  });
});
