import { describe, expect, it } from 'vitest';
import type { Answer, Sale } from '../domain/index.ts';
import { judge } from './index.ts';
import { inputOf, saleOf, told } from './testing.ts';
import type { WitnessInput } from './types.ts';

const SEATS = ['A1', 'A2', 'A3', 'A4'];
const scope = new Map(SEATS.map((seatId) => [seatId, 4]));

/** One order of this buyer for each seat, all confirmed, sold one after another. */
const answersOf = (buyer: string, seatIds: readonly string[]): Answer[] =>
  seatIds.map((seatId, index) => ({
    ...told(buyer, 'us-east-1', 'CONFIRMED', seatId),
    ...{ orderId: `order-${buyer}-${seatId}`, returnNs: 100 + index },
  }));

function judged(answers: Answer[], sales: Sale[], changes: Partial<WitnessInput> = {}) {
  return judge(inputOf({ scope, answers, sales, rows: [] }, { tables: [], ...changes }));
}

describe('W6 the rule of the scenario', () => {
  const fay = answersOf('Fay', ['A2', 'A1', 'A4']);
  const gus = answersOf('Gus', ['A3']);
  const sales = [...fay, ...gus].map(saleOf);

  it('W6 names a fan with more tickets than the rule allows, and proves it with one too many', () => {
    const finding = judged([...fay, ...gus], sales, { rule: { seatsPerFan: 1 } });
    expect(finding).toMatchObject({
      ...{ result: 'VIOLATED', overLimit: 2, doubleSells: 0 },
      breaches: [
        {
          ...{ rule: 'W6', seatId: 'A2', round: 4, cause: null },
          orderIds: ['order-Fay-A2', 'order-Fay-A1'],
          entries: [
            { kind: 'SALE', seatId: 'A2', buyer: 'Fay' },
            { kind: 'SALE', seatId: 'A1', buyer: 'Fay' },
          ],
          words: 'Fay bought 3 seats where a fan may buy 1: A2, A1 and A4.',
        },
      ],
    });
    expect(finding.breaches.length).toBe(1);
  });

  it.each([[{ rule: { seatsPerFan: 3 } }], [{}]])('W6 finds nothing under %j', (changes) => {
    expect(judged([...fay, ...gus], sales, changes)).toMatchObject({ overLimit: 0, breaches: [] });
  });

  it('W6 is a fact even while orders run', () => {
    const changes = { rule: { seatsPerFan: 2 }, pending: 3, holes: ['cut off'] };
    expect(judged([], sales, changes)).toMatchObject({ result: 'VIOLATED', overLimit: 1 });
  });

  it('W6 counts the same row of the ledger once, and no other scope', () => {
    const [first, second] = sales;
    if (first === undefined || second === undefined) throw new Error('two sales expected');
    const rows = [first, { ...first }, second, { ...second, id: 'past', round: 3 }];
    expect(judged(fay.slice(0, 2), rows, { rule: { seatsPerFan: 2 } })).toMatchObject({
      ...{ overLimit: 0, sales: 2, breaches: [] },
    });
  });
});

describe('W7 one sale an order', () => {
  const [hal] = answersOf('Hal', ['A2']);
  if (hal === undefined) throw new Error('an answer expected');
  const again = { ...hal, seatId: 'A3', returnNs: 300 };

  it('W7 names an order that was sold twice, and proves it with both sales', () => {
    const finding = judged([hal, again], [saleOf(again), saleOf(hal)]);
    expect(finding).toMatchObject({
      ...{ result: 'VIOLATED', doubleSells: 0 },
      breaches: [
        {
          ...{ rule: 'W7', seatId: 'A2', round: 4, cause: 'DUPLICATE_ORDER' },
          orderIds: ['order-Hal-A2'],
          entries: [
            { kind: 'SALE', seatId: 'A2' },
            { kind: 'SALE', seatId: 'A3' },
          ],
          words:
            'Order order-Hal-A2 of Hal (us-east-1) was sold twice: A2 in round 4 and A3 in round 4.',
        },
      ],
    });
    expect(finding.breaches.length).toBe(1);
  });

  it('W7 names the buyer of the first sale, whoever the order is another time', () => {
    const later = { ...saleOf(again), buyer: 'Ida', region: 'us-east-2' };
    for (const sales of [
      [later, saleOf(hal)],
      [saleOf(hal), later],
    ]) {
      expect(judged([], sales, { pending: 1 }).breaches.map(({ words }) => words)).toEqual([
        'Order order-Hal-A2 of Hal (us-east-1) was sold twice: A2 in round 4 and A3 in round 4.',
      ]);
    }
  });

  it('W7 names orders by their ids, whichever was heard of first', () => {
    const [zoe] = answersOf('Zoe', ['A4']);
    if (zoe === undefined) throw new Error('an answer expected');
    const sales = [zoe, { ...zoe, seatId: 'A1' }, hal, again].map(saleOf);
    const { breaches } = judged([], sales, { pending: 1 });
    expect(breaches.map(({ orderIds }) => orderIds)).toEqual([['order-Hal-A2'], ['order-Zoe-A4']]);
  });

  it('W7 finds nothing wrong with an order that was told of two seats, and sold at one or none', () => {
    for (const sales of [[], [saleOf(hal)], [saleOf(again)]]) {
      expect(judged([hal, again], sales, { pending: 1 }).breaches).toEqual([]);
    }
  });

  it('W7 is a fact even while orders run', () => {
    const finding = judged([], [saleOf(again), saleOf(hal)], { pending: 1 });
    expect(finding.breaches.map(({ rule }) => rule)).toEqual(['W7']);
  });

  it('W7 counts the same row twice as one sale, and does not count other rounds', () => {
    const rows = [saleOf(hal), saleOf(hal), { ...saleOf(again), round: 3 }];
    expect(judged([hal], rows)).toMatchObject({ sales: 1, breaches: [] });
  });
});
