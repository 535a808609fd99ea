// In which order the buyers of a timeline stand: those of the contradiction first, then who wanted the
// same seat, then who lost an answer, then the rest; each group by the time of its calls. While a part
// of the burst is looked at, who did nothing then stands last. One lane each, none left out.
import { byCall } from './by-call.ts';
import type { BurstTimes } from './burst-times.ts';
import type { TimeRange } from './time-axis.ts';

/** @param first positions in the plan that come first, in this order; @returns positions in the plan */
export function lanesOf(times: BurstTimes, first: readonly number[], range: TimeRange): Int32Array {
  const rank = Uint8Array.from({ length: times.count }, (_, order) => rankOf(order));
  const place = new Map(first.map((order, at) => [order, at]));
  for (const order of first) rank[order] = 0;
  const served = byCall(times.callNs);
  const lanes = Int32Array.from({ length: times.count }, (_, order) => order);
  return lanes.sort((one, other) => {
    const [a, b] = [rank[one] ?? 0, rank[other] ?? 0];
    if (a !== b) return a - b;
    if (a === 0) return (place.get(one) ?? 0) - (place.get(other) ?? 0);
    return served(one, other);
  });

  function rankOf(order: number): number {
    const answer = times.answers[order] ?? null;
    if (answer === null || answer.returnNs < range.fromNs || answer.callNs > range.toNs) return 4;
    if (first.some((proof) => times.answers[proof]?.seatId === answer.seatId)) return 1;
    return answer.lost || answer.outcome === 'INDETERMINATE' ? 2 : 3;
  }
}
