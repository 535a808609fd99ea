import { describe, expect, test } from 'vitest';
import { clockFacts, clockWords, type BurstTime } from './burst-clock.ts';

const time = (given: Partial<BurstTime>): BurstTime => ({
  running: false,
  buyers: 60,
  elapsedMs: 718,
  ...given,
});

describe('clockWords', () => {
  test.each([
    [0, '0.000 s'],
    [718.4, '0.718 s'],
    [9_999, '9.999 s'],
    [10_000, '0:10.0'],
    [14_249, '0:14.2'],
    [59_999, '0:59.9'],
    [60_000, '1:00.0'],
    [754_321, '12:34.3'],
  ])('%d ms', (elapsedMs, words) => {
    expect(clockWords(elapsedMs)).toBe(words);
  });
});

describe('clockFacts', () => {
  test('no burst, no clock', () => {
    expect(clockFacts([])).toBeNull();
  });

  test('is that of the slowest engine', () => {
    expect(clockFacts([time({}), time({ elapsedMs: 929 })])).toEqual({
      running: false,
      buyers: 60,
      elapsedMs: 929,
    });
  });

  test('while one still runs, it alone is meant', () => {
    const running = time({ running: true, elapsedMs: 400 });
    expect(clockFacts([time({ elapsedMs: 929 }), running])).toEqual({
      running: true,
      buyers: 60,
      elapsedMs: 400,
    });
  });
});
