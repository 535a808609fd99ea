// How long buyers waited, counted from when they meant to order: percentiles, exact (nearest rank over
// every answer, never an estimate), and counts in the buckets that all bursts share.
import { countLatencies, type Answer } from '@worldseat/schema/domain';

export interface Percentiles {
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  readonly maxMs: number | null;
}

export function latenciesMs(answers: readonly Answer[]): number[] {
  return answers.map(({ returnNs, intendedNs }) => (returnNs - intendedNs) / 1e6);
}

/** Answers in each bucket of LATENCY_EDGES_MS. */
export function latencyCounts(answers: readonly Answer[]): number[] {
  return countLatencies(latenciesMs(answers));
}

/** @param latencies in milliseconds, one per answered order, in any order; not changed */
export function percentiles(latencies: readonly number[]): Percentiles {
  return percentilesOf(Float64Array.from(latencies).sort());
}

/** @param sorted ascending */
export function percentilesOf(sorted: Float64Array): Percentiles {
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
  return { p50Ms: rank(0.5), p95Ms: rank(0.95), p99Ms: rank(0.99), maxMs: rank(1) };
}
