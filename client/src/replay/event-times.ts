// Every moment at which something happened in a burst, sorted: where a step forward or back leads.
import type { BurstColumns } from './burst-columns.ts';
import { countBefore, countUntil, distinct } from './sorted.ts';

/** Each moment once. */
export function eventTimesOf(bursts: readonly BurstColumns[]): Float64Array {
  const columns = bursts.flatMap(
    ({ callNs, returnNs, startNs, readNs, writeNs, endNs, endsNs }) => [
      ...[callNs, returnNs, startNs, readNs, writeNs, endNs],
      Float64Array.of(endsNs),
    ],
  );
  const all = new Float64Array(columns.reduce((sum, column) => sum + column.length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return distinct(all.filter((atNs) => !Number.isNaN(atNs)));
}

/** @returns the moment itself, 0 or the end, when there is nothing that way */
export function neighbour(
  timesNs: Float64Array,
  timeNs: number,
  direction: 1 | -1,
  endNs: number,
): number {
  if (direction === 1) return timesNs[countUntil(timesNs, timeNs)] ?? endNs;
  return timesNs[countBefore(timesNs, timeNs) - 1] ?? 0;
}
