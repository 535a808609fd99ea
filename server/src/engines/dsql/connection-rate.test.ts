import { expect, test } from 'vitest';
import { ConnectionRate } from './connection-rate.ts';

test('1,000 at once, then one every 10 ms, in line', () => {
  const rate = new ConnectionRate();
  const waits = Array.from({ length: 1_003 }, () => rate.reserve(5_000));
  expect(waits.slice(0, 1_000).every((waitMs) => waitMs === 0)).toBe(true);
  expect(waits.slice(1_000)).toEqual([10, 20, 30]);
});

test('the bucket fills at the steady rate, and no further than it is large', () => {
  const rate = new ConnectionRate({ burst: 2, perSecond: 10 });
  const at = (nowMs: number) => rate.reserve(nowMs);
  expect([at(0), at(0), at(0)]).toEqual([0, 0, 100]);
  expect([at(200), at(200)]).toEqual([0, 100]);
  expect([at(9_000), at(9_000), at(9_000)]).toEqual([0, 0, 100]);
});

test('the largest pool, of 400, is opened without waiting, and again at once', async () => {
  const rate = new ConnectionRate();
  await Promise.all(Array.from({ length: 800 }, () => rate.take()));
  expect(rate.reserve(performance.now())).toBe(0);
});
