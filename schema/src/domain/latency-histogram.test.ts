import { describe, expect, it } from 'vitest';
import { countLatencies, LATENCY_EDGES_MS, seededRandom } from './index.ts';

describe('the buckets of latencies', () => {
  it('are 40, from half a millisecond to a minute, each wider than the last by one factor', () => {
    const ratios = LATENCY_EDGES_MS.slice(1).map((edge, at) => edge / (LATENCY_EDGES_MS[at] ?? 1));
    expect([LATENCY_EDGES_MS.length, LATENCY_EDGES_MS[0], LATENCY_EDGES_MS.at(-1)]).toEqual([
      41, 0.5, 60_000,
    ]);
    // Edges are rounded to three digits.
    expect(Math.min(...ratios)).toBeGreaterThan(1.33);
    expect(Math.max(...ratios)).toBeLessThan(1.35);
  });

  it('hold what lies from their edge up to the next; what lies beyond counts at the ends', () => {
    const [first = 0, second = 0] = LATENCY_EDGES_MS;
    const counts = countLatencies([0, first, second - 1e-9, second, 60_000, 1e9]);
    expect([counts.length, counts[0], counts[1], counts.at(-1)]).toEqual([40, 3, 1, 2]);
  });

  it('agree with a plain search, and none is lost', () => {
    const seed = 20_261_126;
    const random = seededRandom(seed);
    const latencies = Array.from({ length: 2_000 }, () => 10 ** (random() * 7 - 2));
    const expected = new Array<number>(40).fill(0);
    for (const latency of latencies) {
      const next = LATENCY_EDGES_MS.findIndex((edge) => edge > latency);
      const bucket = next === -1 ? 39 : Math.max(0, next - 1);
      expected[bucket] = (expected[bucket] ?? 0) + 1;
    }
    expect(countLatencies(latencies), `seed ${seed}`).toEqual(expected);
  });
});
