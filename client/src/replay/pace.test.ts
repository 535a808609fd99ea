import { expect, it } from 'vitest';
import { defaultSpeed, speedWords, timeWords } from './pace.ts';

it.each([
  [20e6, 500],
  [51e6, 200],
  [900e6, 10],
  [6e9, 2],
  [60e9, 1],
  [0, 500],
])('shows a burst of %d ns 1/%d as fast: about ten seconds', (durationNs, speed) => {
  expect(defaultSpeed(durationNs)).toBe(speed);
});

it('says speeds and moments in words', () => {
  expect([speedWords(1), speedWords(200)]).toEqual(['real time', '1/200 of real time']);
  expect([
    timeWords(23.4e6, 51e6),
    timeWords(500e6, 929e6),
    timeWords(4_000e6, 10_134e6),
    timeWords(0, 1_234_567e6),
  ]).toEqual(['23.4 ms of 51 ms', '500 ms of 929 ms', '4.0 s of 10.1 s', '0 s of 1,235 s']);
});
