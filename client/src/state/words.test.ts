import { expect, test } from 'vitest';
import { count, counted, duration } from './words.ts';

test('numbers in sentences', () => {
  expect([count(12_345), counted(1, 'retry', 'retries'), counted(0, 'ticket')]).toEqual([
    '12,345',
    '1 retry',
    '0 tickets',
  ]);
});

test.each([
  [null, '–'],
  [0.42, '0.4 ms'],
  [38.2, '38 ms'],
  [1_240, '1.24 s'],
  [61_250, '61.3 s'],
])('%s ms is %s', (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});
