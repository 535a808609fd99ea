// The windows of a burst: how long it took from the moment a read came back until the write that
// followed could be seen by others in the same Region. Measured, one for each attempt whose writes
// took effect; kept as a distribution for each Region.
import type { Answer, Attempt, Strategy } from '../../domain/index.ts';
import type { WritePath } from './write-protection.ts';

export interface Windows {
  /** The share of the Region's windows that are longer than this; 1 of a time before 0. */
  chanceOfLonger(region: string, ns: number): number;
  medianNs(region: string): number;
}

/** Requests from the first write to the end: the seat and the sale; with a counter it comes first. */
const WRITES: Readonly<Record<Strategy, number>> = {
  NAIVE: 2,
  CONDITIONAL: 2,
  FOR_UPDATE: 2,
  COUNTER_ROW: 3,
};

/** @returns null when nobody wrote: then nothing can have been sold */
export function openWindows(
  answers: readonly Answer[],
  path: WritePath,
  strategy: Strategy,
): Windows | null {
  const byRegion = new Map<string, number[]>();
  for (const { region, outcome, trace } of answers) {
    // What a rejected buyer wrote, a guard has turned away.
    if (outcome === 'REJECTED') continue;
    for (const attempt of trace) {
      const ns = windowNs(attempt, path, strategy);
      if (ns === null) continue;
      const windows = byRegion.get(region);
      if (windows === undefined) byRegion.set(region, [ns]);
      else windows.push(ns);
    }
  }
  if (byRegion.size === 0) return null;
  const pooled = ascending([...byRegion.values()].flat());
  const sorted = new Map([...byRegion].map(([region, windows]) => [region, ascending(windows)]));
  // A Region in which nobody wrote is taken to be like the others.
  const of = (region: string) => sorted.get(region) ?? pooled;
  return {
    chanceOfLonger: (region, ns) => (ns < 0 ? 1 : shareAbove(of(region), ns)),
    medianNs: (region) => of(region)[of(region).length >> 1] ?? 0,
  };
}

/** Null of an attempt that did not write, or whose writes were undone. */
function windowNs(attempt: Attempt, path: WritePath, strategy: Strategy): number | null {
  const { readNs, writeNs, endNs, conflict } = attempt;
  if (readNs === null || writeNs === null || conflict !== null) return null;
  // Without a transaction the first write is seen once it is done. When that is was not noted; the
  // writes are alike, so each has its share of the time.
  const seenNs =
    path === 'ONE_COPY' || path === 'COPY_PER_REGION'
      ? writeNs + (endNs - writeNs) / WRITES[strategy]
      : endNs;
  return seenNs - readNs;
}

function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

function shareAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) > value) high = middle;
    else low = middle + 1;
  }
  return (sorted.length - low) / sorted.length;
}
