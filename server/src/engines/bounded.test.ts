import { expect, test } from 'vitest';
import { chunksOf, mapBounded } from './bounded.ts';

test('keeps the order of results and never runs more than the limit', async () => {
  let running = 0;
  let most = 0;
  const double = async (value: number) => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return value * 2;
  };
  expect(await mapBounded([1, 2, 3, 4, 5, 6, 7], 3, double)).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(most).toBe(3);
  expect(await mapBounded([], 3, double)).toEqual([]);
});

test('the first error is thrown and nothing further is started', async () => {
  const started: number[] = [];
  const task = (value: number) => {
    started.push(value);
    return value === 2 ? Promise.reject(new Error('two')) : Promise.resolve(value);
  };
  await expect(mapBounded([1, 2, 3, 4, 5], 1, task)).rejects.toThrow('two');
  expect(started).toEqual([1, 2]);
});

test('the first error is thrown once nothing is under way any more', async () => {
  const ends: (() => void)[] = [];
  const task = (value: number) =>
    value === 2
      ? Promise.reject(new Error('two'))
      : new Promise<void>((resolve) => void ends.push(resolve));
  let isOver = false;
  const mapping = mapBounded([1, 2, 3], 2, task).finally(() => (isOver = true));
  mapping.catch(() => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  expect([isOver, ends.length]).toEqual([false, 1]);
  ends[0]?.();
  await expect(mapping).rejects.toThrow('two');
  expect(ends).toHaveLength(1);
});

test('chunks hold everything once', () => {
  expect(chunksOf([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(chunksOf([], 2)).toEqual([]);
});
