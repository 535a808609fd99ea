import { describe, expect, it } from 'vitest';
import { seededRandom } from './index.ts';

const draw = (seed: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('seededRandom', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    expect(draw(7, 100)).toEqual(draw(7, 100));
    expect(draw(7, 100)).not.toEqual(draw(8, 100));
  });

  it('stays within [0, 1) and spreads evenly', () => {
    const values = draw(2024, 100_000);
    expect(values.filter((value) => value < 0 || value >= 1)).toEqual([]);
    const tenths = new Array<number>(10).fill(0);
    for (const value of values) {
      const tenth = Math.floor(value * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(tenths.filter((count) => count < 9_500 || count > 10_500)).toEqual([]);
  });
});
