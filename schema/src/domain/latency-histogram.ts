// Latencies counted into buckets whose edges never change, so that every burst on every engine can
// be drawn on one axis. Logarithmic: from half a millisecond to a minute, each bucket as wide as the
// next to the eye. Pure; a live burst and a file that is replayed are counted by the same code.
const BUCKETS = 40;
const FROM_MS = 0.5;
const TO_MS = 60_000;

/** Edges of the buckets in milliseconds, ascending: one more than there are buckets. */
export const LATENCY_EDGES_MS: readonly number[] = Object.freeze(
  Array.from({ length: BUCKETS + 1 }, (_, edge) => edgeMs(edge)),
);

/** Three significant digits: short to send, and the first and the last are exact. */
function edgeMs(edge: number): number {
  return Number((FROM_MS * (TO_MS / FROM_MS) ** (edge / BUCKETS)).toPrecision(3));
}

/**
 * How many latencies fall into each bucket: from its edge up to, but without, the next. What lies
 * beyond the edges counts in the first bucket or in the last, so that the counts add up.
 */
export function countLatencies(latenciesMs: Iterable<number>): number[] {
  const counts = new Array<number>(BUCKETS).fill(0);
  for (const latencyMs of latenciesMs) {
    const bucket = bucketOf(latencyMs);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

/** By bisection. */
function bucketOf(latencyMs: number): number {
  let low = 0;
  let high = BUCKETS - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((LATENCY_EDGES_MS[middle] ?? Infinity) <= latencyMs) low = middle;
    else high = middle - 1;
  }
  return low;
}
