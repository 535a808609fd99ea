import { expect, it } from 'vitest';
import { shareOf, ticksOf, widened } from './time-axis.ts';

it('writes round moments of the range, in one unit', () => {
  const words = (fromNs: number, toNs: number, most: number) =>
    ticksOf({ fromNs, toNs }, most).map((tick) => tick.words);
  expect(words(0, 51e6, 6)).toEqual(['0 ms', '10 ms', '20 ms', '30 ms', '40 ms', '50 ms']);
  expect(words(1.2e6, 2.1e6, 5)).toEqual(['1.2 ms', '1.4 ms', '1.6 ms', '1.8 ms', '2.0 ms']);
  expect(words(0, 10.1e9, 3)).toEqual(['0 s', '5 s', '10 s']);
  expect(words(0, 718e6, 4)).toEqual(['0 ms', '200 ms', '400 ms', '600 ms']);
  expect(words(100, 900, 2)).toEqual(['0.5 µs']);
});

it('never writes more than it may, whatever the range', () => {
  for (const span of [1, 7, 999, 12_345, 1e9 / 3, 7e11]) {
    for (const most of [2, 5, 14]) {
      expect(ticksOf({ fromNs: 3, toNs: 3 + span }, most).length).toBeLessThanOrEqual(most + 1);
    }
  }
});

it('places moments by their share, and widens a range within the burst', () => {
  expect(shareOf({ fromNs: 10, toNs: 30 }, 15)).toBe(0.25);
  expect(widened({ fromNs: 2, toNs: 102 }, 105)).toEqual({ fromNs: 0, toNs: 105 });
  expect(widened({ fromNs: 100, toNs: 200 }, 900)).toEqual({ fromNs: 93, toNs: 215 });
});
