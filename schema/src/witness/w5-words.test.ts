// W5 of a seat: who is accused, by whom it is proven, and where other rules accuse the seat, too.
import { describe, expect, it } from 'vitest';
import type { Answer, Release, Sale } from '../domain/index.ts';
import { judge } from './index.ts';
import { inputOf, releaseOf, rowOf, saleOf, seatA1, told } from './testing.ts';
import type { WitnessInput } from './types.ts';

const at = (name: string, callNs: number, returnNs: number, changes: Partial<Answer> = {}) => ({
  ...told(name, 'us-east-1', 'CONFIRMED'),
  ...{ callNs, returnNs, ...changes },
});
const turnedAway = (name: string, callNs: number, returnNs: number): Answer =>
  at(name, callNs, returnNs, { outcome: 'REJECTED', rejectionReason: 'SEAT_TAKEN' });
const ana = at('Ana', 10, 20);
const told4 = 'was told that A1 of round 4 is taken, but it was free:';

interface Known {
  readonly answers: readonly Answer[];
  readonly sales?: readonly Sale[];
  readonly releases?: readonly Release[];
  readonly changes?: Partial<WitnessInput>;
}

function w5({ answers, sales = [], releases = [], changes = {} }: Known) {
  const history = { ...seatA1([...answers], [], null), sales: [...sales] };
  const { breaches } = judge(inputOf(history, { tables: [], releases, ...changes }));
  return breaches
    .filter(({ rule }) => rule === 'W5')
    .map(({ words, entries }) => [words, ...entries.map(({ kind, buyer }) => `${kind} ${buyer}`)]);
}

describe('W5 in words and records', () => {
  it('W5 accuses by the first to return, and of those that returned at once by the first order', () => {
    const wrong = [turnedAway('Cy', 1, 7), turnedAway('Di', 2, 7), turnedAway('Bo', 3, 8)];
    for (const heard of [wrong, wrong.toReversed()]) {
      expect(w5({ answers: [ana, ...heard], sales: [saleOf(ana)] })).toEqual([
        [
          `Cy (us-east-1) ${told4} the first who got it, Ana (us-east-1), called 3 ns after that ` +
            'answer; and so were 2 more.',
          ...['ANSWER Cy', 'ANSWER Ana'],
        ],
      ]);
    }
  });

  it('W5 takes for the holder who has a sale, or a confirmation, and else who may have got it', () => {
    const next = (answer: Answer, sales: Sale[]) =>
      w5({ answers: [turnedAway('Cy', 1, 9), answer], sales }).map(([words]) => words);
    const missing = at('Ana', 10, 20, { outcome: 'INDETERMINATE' });
    const called = 'Ana (us-east-1), called 1 ns after that answer.';
    const got = [`Cy (us-east-1) ${told4} the first who got it, ${called}`];
    expect(next(ana, [])).toEqual(got);
    expect(next(missing, [saleOf(ana)])).toEqual(got);
    expect(next(missing, [])).toEqual([
      `Cy (us-east-1) ${told4} the first who may have, ${called}`,
    ]);
  });

  it('W5 names who gave it back as the ledger does, and else as the answer does', () => {
    const known = { answers: [ana, turnedAway('Cy', 40, 41)], releases: [releaseOf(ana, 30)] };
    const wordsWith = (sales: Sale[]) => w5({ ...known, sales });
    const again = 'had given it back 10 ns before that call, and nobody held it again.';
    const entries = ['ANSWER Cy', 'RELEASE Ana'];
    expect(wordsWith([])).toEqual([
      [`Cy (us-east-1) ${told4} Ana (us-east-1) ${again}`, ...entries],
    ]);
    expect(wordsWith([{ ...saleOf(ana), buyer: 'Anna', region: 'x' }])).toEqual([
      [`Cy (us-east-1) ${told4} Anna (x) ${again}`, ...entries],
    ]);
  });

  it('W5 is not excused by a release of an order of which nothing else is known', () => {
    const known = { answers: [turnedAway('Cy', 40, 41)], releases: [releaseOf(ana, 30, 31)] };
    expect(w5(known)).toEqual([[`Cy (us-east-1) ${told4} nobody ever held it.`, 'ANSWER Cy']]);
  });
});

describe('W5 waits, also for rejections that other rules ask for', () => {
  // The row shows Cy, who was turned away; of the limit, too, there is nothing to be said yet.
  const limited = { ...turnedAway('Cy', 1, 9), rejectionReason: 'FAN_LIMIT' } as const;
  const rows = [rowOf('A1', 4, limited)];
  const sales = [ana, at('Bo', 15, 25)].map(saleOf);
  const tables = [{ region: 'us-east-1', rows }];
  const rule = { seatsPerFan: 1 };

  it.each([
    ['the seat', turnedAway('Cy', 1, 9)],
    ['the limit', limited],
  ])('W5 of %s, while orders run or the history has holes', (_, cy) => {
    const answers = [ana, at('Bo', 15, 25), cy];
    const found = (changes: Partial<WitnessInput>) =>
      w5({ answers, sales, changes: { tables, rule, ...changes } }).length;
    expect([found({}), found({ pending: 1 }), found({ holes: ['cut off'] })]).toEqual([1, 0, 0]);
  });

  it('W5 counts a rejection by the seat once, where there is a limit as well', () => {
    const answers = [ana, turnedAway('Cy', 1, 9), { ...limited, orderId: 'other' }];
    const history = { ...seatA1(answers, [ana], ana) };
    const { wrongRejections, breaches } = judge(inputOf(history, { rule }));
    expect({ wrongRejections, rules: breaches.map(({ words }) => words.slice(0, 40)) }).toEqual({
      wrongRejections: 2,
      rules: [
        `Cy (us-east-1) ${told4}`.slice(0, 40),
        'Cy (us-east-1) was told at A1 that 1 seat a '.slice(0, 40),
      ],
    });
  });
});
