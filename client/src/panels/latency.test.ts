import { describe, expect, test } from 'vitest';
import {
  middles,
  sharedAxis,
  shares,
  speedWords,
  ticks,
  tickWords,
  type TimedBurst,
} from './latency.ts';

const edgesMs = [1, 10, 100, 1_000, 10_000];
const histogram = (...counts: number[]) => ({ edgesMs, counts });

describe('sharedAxis', () => {
  test('holds every wait of every engine, and the highest bar', () => {
    expect(sharedAxis([histogram(0, 3, 1, 0), histogram(0, 0, 5, 5)])).toEqual({
      from: 10,
      to: 10_000,
      top: 0.75,
    });
  });

  test('is never narrower than a decade', () => {
    const narrow = { edgesMs: [10, 12, 14.4], counts: [7, 0] };
    const { from, to, top } = sharedAxis([narrow]);
    expect({ ratio: Math.round(to / from), inside: from < 10 && to > 12, top }).toEqual({
      ratio: 10,
      inside: true,
      top: 1,
    });
  });

  test('of no waits is a plain one', () => {
    expect(sharedAxis([histogram(0, 0, 0, 0)])).toEqual({ from: 1, to: 1_000, top: 1 });
  });
});

test('shares add up, and buckets have their middle on the logarithmic axis', () => {
  expect(shares([1, 3, 0])).toEqual([0.25, 0.75, 0]);
  expect(shares([0, 0])).toEqual([0, 0]);
  expect(middles([1, 100, 10_000])).toEqual([10, 1_000]);
});

test('ticks are round, few, and not at the very ends', () => {
  const axis = (from: number, to: number) => ({ from, to, top: 1 });
  expect(ticks(axis(0.5, 2_000))).toEqual([1, 10, 100, 1_000]);
  expect(ticks(axis(0.9, 11_000))).toEqual([10, 100, 1_000]);
  expect(ticks(axis(1, 1_000))).toEqual([10, 100]);
  expect(ticks(axis(420, 4_200))).toEqual([1_000, 2_000]);
  expect(ticks(axis(150, 2_700))).toEqual([200, 500, 1_000, 2_000]);
});

test('ticks are told in the unit that is short', () => {
  expect([0.1, 1, 100, 1_000, 10_000].map(tickWords)).toEqual([
    '0.1 ms',
    '1 ms',
    '100 ms',
    '1 s',
    '10 s',
  ]);
});

describe('speedWords', () => {
  const burst = (p50Ms: number | null, oversold: number, given = {}): TimedBurst => ({
    state: 'SETTLED',
    seatId: 'A1',
    buyers: 60,
    scoreboard: { p50Ms, oversold },
    ...given,
  });

  test('says by how much the overselling engine is faster, or slower, as measured', () => {
    expect(speedWords(burst(100, 59), burst(310, 0))).toBe('3.1× faster, and wrong');
    expect(speedWords(burst(901, 59), burst(444, 0))).toBe('2.0× slower, and wrong');
    expect(speedWords(burst(100, 59), burst(102, 0))).toBe('as fast, and wrong');
    expect(speedWords(burst(1, 59), burst(1_500, 0))).toBe('1,500× faster, and wrong');
  });

  test('of the other engine, of both wrong, and of none wrong it says nothing', () => {
    expect(speedWords(burst(310, 0), burst(100, 59))).toBeNull();
    expect(speedWords(burst(310, 1), burst(100, 59))).toBeNull();
    expect(speedWords(burst(310, 0), burst(100, 0))).toBeNull();
  });

  test('bursts that are not alike, or not over, are not compared', () => {
    const fast = burst(100, 59);
    expect(speedWords(fast, null)).toBeNull();
    expect(speedWords(fast, burst(310, 0, { state: 'RUNNING' }))).toBeNull();
    expect(speedWords(fast, burst(310, 0, { buyers: 61 }))).toBeNull();
    expect(speedWords(fast, burst(310, 0, { seatId: null }))).toBeNull();
    expect(speedWords(burst(null, 59), burst(310, 0))).toBeNull();
  });
});
