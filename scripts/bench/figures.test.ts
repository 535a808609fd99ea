import { expect, test } from 'vitest';
import { jsonLine, median, medianRatio, wordsOf } from './figures.ts';

test('the median is the middle, or the mean of the two in the middle', () => {
  expect([median([3]), median([9, 1, 2]), median([4, 1, 2, 9])]).toEqual([3, 2, 3]);
  expect(() => median([])).toThrow(RangeError);
});

test('a ratio is taken within each round', () => {
  expect(medianRatio([10, 200, 30], [10, 100, 10])).toBe(2);
});

test('a figure is one line, for programs and for people', () => {
  const figure = {
    bench: 'gateway',
    name: 'native',
    value: 1_234.5,
    unit: 'purchases/s',
    against: 'direct',
    ratio: 0.5,
  };
  expect(JSON.parse(jsonLine(figure))).toEqual(figure);
  expect(wordsOf(figure)).toMatch(/^native +1,23[45] purchases\/s {2}0\.50 × direct$/);
  expect(wordsOf({ ...figure, value: 0.25, against: null, ratio: null })).toMatch(/ 0\.250 /);
});
