import { expect, test } from 'vitest';
import { newsOf, snapshotOf, totalsOf } from './fanout-floor.ts';

const SEATS = 79_900;

test('sales go round the floor, seat after seat, and name where they were made', () => {
  expect(newsOf(0, 2)).toEqual([
    { index: 0, seat: 'S0', holders: 1, owner: 'buyer-0', region: 'us-east-1' },
    { index: 1, seat: 'S1', holders: 1, owner: 'buyer-1', region: 'us-east-2' },
  ]);
  expect(newsOf(SEATS, SEATS + 1)).toMatchObject([{ index: 0, holders: 2 }]);
  expect(newsOf(5, 5)).toEqual([]);
});

test('the totals are those of the news', () => {
  for (const sales of [0, 1, 5_000, SEATS, SEATS + 7]) {
    const held = new Map(newsOf(0, sales).map(({ index, holders }) => [index, holders]));
    expect(totalsOf(sales)).toEqual({
      sold: held.size,
      tickets: [...held.values()].reduce((sum, holders) => sum + holders, 0),
      oversold: [...held.values()].filter((holders) => holders > 1).length,
    });
  }
});

test('whoever comes late sees each sold seat once, as it is', () => {
  const held = new Map(newsOf(0, SEATS + 7).map((news) => [news.index, news]));
  const { seats } = snapshotOf(SEATS + 7);
  expect(new Map(seats.map((news) => [news.index, news]))).toEqual(held);
  expect(seats).toHaveLength(SEATS);
});
