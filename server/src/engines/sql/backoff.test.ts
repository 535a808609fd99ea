import { expect, test } from 'vitest';
import { seededRandom } from '@worldseat/schema/domain';
import { backoffMs } from './backoff.ts';

test('waits grow from 2 ms to a cap of 100 ms, each drawn from zero up', () => {
  const longest = [1, 2, 3, 6, 7, 20].map((attempt) => backoffMs(attempt, () => 1));
  expect(longest).toEqual([2, 4, 8, 64, 100, 100]);
  expect(backoffMs(20, () => 0)).toBe(0);
});

test('the same seed waits the same', () => {
  const waits = (seed: number): number[] => {
    const random = seededRandom(seed);
    return [1, 2, 3].map((attempt) => backoffMs(attempt, random));
  };
  expect(waits(11)).toEqual(waits(11));
  expect(waits(11)).not.toEqual(waits(12));
});
