import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PacedLine } from './paced-line.ts';

beforeEach(
  () => void vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] }),
);
afterEach(() => void vi.useRealTimers());

/** @returns the numbers of those who were served, in order */
function crowd(line: PacedLine, count: number, isSale: (number: number) => boolean): number[] {
  const served: number[] = [];
  for (let number = 0; number < count; number += 1) {
    line.join(() => {
      served.push(number);
      return isSale(number);
    });
  }
  return served;
}

it('serves at its rate, first come, first served, and nobody ahead of time', () => {
  const line = new PacedLine(1_000);
  const served = crowd(line, 100, () => true);
  vi.advanceTimersByTime(10);
  expect(served).toEqual(Array.from({ length: 10 }, (_, number) => number));
  vi.advanceTimersByTime(90);
  expect(served).toHaveLength(100);
});

it('counts sales only: who finds nothing to buy holds up nobody', () => {
  const line = new PacedLine(1_000);
  const served = crowd(line, 100, (number) => number % 10 === 0);
  vi.advanceTimersByTime(4);
  expect(served.filter((number) => number % 10 === 0)).toHaveLength(4);
});

it('begins anew after the line was empty: what was not asked for is not made up for', () => {
  const line = new PacedLine(1_000);
  crowd(line, 1, () => true);
  vi.advanceTimersByTime(1_000);
  const served = crowd(line, 100, () => true);
  vi.advanceTimersByTime(10);
  expect(served).toHaveLength(10);
  line.close();
});
