import { expect, test } from 'vitest';
import { fairnessOf } from './index.ts';
import { answerOf, historyOf, saleOf, soldTwice } from './testing.ts';

test('each Region has its orders and its winners, each winner a place in the queue', () => {
  const { winners, ...rest } = fairnessOf(soldTwice());
  expect(rest).toEqual({
    regions: [
      {
        region: 'us-east-1',
        orders: 1,
        winners: 1,
        shareOfOrders: 1 / 3,
        shareOfWinners: 1 / 2,
      },
      {
        region: 'us-east-2',
        orders: 2,
        winners: 1,
        shareOfOrders: 2 / 3,
        shareOfWinners: 1 / 2,
      },
    ],
    firstInLine: 1,
    medianRank: 1,
  });
  expect(winners.map(({ sale, rank, of }) => [sale.buyer, rank, of])).toEqual([
    ['Ana', 1, 3],
    ['Bo', 2, 3],
  ]);
});

test('queues are of one seat each, in the order of the calls', () => {
  const history = historyOf([
    answerOf({ callNs: 5 }),
    answerOf({ buyer: 'Bo', outcome: 'REJECTED', callNs: 1 }),
    answerOf({ buyer: 'Cy', seatId: 'A2', callNs: 9 }),
  ]);
  expect(fairnessOf(history).winners.map(({ rank, of }) => [rank, of])).toEqual([
    [2, 2],
    [1, 1],
  ]);
});

test('a sale that nobody was told of has no place, and without a sale there is no share', () => {
  const ghost = saleOf(answerOf({ buyer: 'Di' }));
  const history = historyOf([answerOf({ outcome: 'REJECTED' })]);
  const ledger = { ...history.ledger, sales: [ghost] };
  expect(fairnessOf({ ...history, ledger }).winners).toEqual([{ sale: ghost, rank: null, of: 1 }]);
  expect(fairnessOf(history)).toMatchObject({
    regions: [{ shareOfWinners: null }, { orders: 0, shareOfOrders: 0 }],
    medianRank: null,
  });
});
