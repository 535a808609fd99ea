import { expect, it } from 'vitest';
import { boundReasons, counted, duration, enumerate, numeral, times } from './words.ts';

it('names up to three, and of more the first two and how many are left', () => {
  const named = (count: number) =>
    enumerate(['Ana', 'Bo', 'Cy', 'Di', 'Eli'].slice(0, count), (name) => `${name}!`);
  expect([0, 1, 2, 3, 4, 5].map(named)).toEqual([
    'nobody',
    'Ana!',
    'Ana! and Bo!',
    'Ana!, Bo! and Cy!',
    'Ana!, Bo! and 2 more',
    'Ana!, Bo! and 3 more',
  ]);
  expect(enumerate(Array.from({ length: 1_202 }), () => 'X')).toBe('X, X and 1,200 more');
});

it('counts in words', () => {
  expect([0, 1, 2, 999, 1_000, 1_234_567].map(numeral)).toEqual([
    ...['0', '1', '2', '999', '1,000', '1,234,567'],
  ]);
  expect([0, 1, 2, 1_000].map((count) => counted(count, 'order'))).toEqual([
    ...['0 orders', '1 order', '2 orders', '1,000 orders'],
  ]);
  expect([0, 1, 2, 3, 1_000].map(times)).toEqual([
    ...['0 times', 'once', 'twice', '3 times', '1,000 times'],
  ]);
});

it('says durations in the largest unit that they fill, to one decimal place', () => {
  const spoken: [number, string][] = [
    [0, '0 ns'],
    [1, '1 ns'],
    [999, '999 ns'],
    [1_000, '1 µs'],
    [1_260, '1.3 µs'],
    [999_900, '999.9 µs'],
    [1_000_000, '1 ms'],
    [12_440_000, '12.4 ms'],
    [1_000_000_000, '1 s'],
    [61_250_000_000, '61.3 s'],
  ];
  expect(spoken.map(([ns]) => duration(ns))).toEqual(spoken.map(([, words]) => words));
});

it('says at most twelve reasons, the last of which counts what had to go', () => {
  const reasons = (count: number) => Array.from({ length: count }, (_, at) => `reason ${at}`);
  for (const count of [0, 11, 12]) expect(boundReasons(reasons(count))).toEqual(reasons(count));
  expect(boundReasons(reasons(13))).toEqual([...reasons(11), 'and 2 more']);
  expect(boundReasons(reasons(1_011))).toEqual([...reasons(11), 'and 1000 more']);
});
