// The order in which sales are told: by time, then by id, so that equal times have one order too.
import type { Sale } from './records.ts';

/** For Array.sort. */
export function compareSales(one: Sale, other: Sale): number {
  return one.soldAtMs - other.soldAtMs || compareText(one.id, other.id);
}

/** By code unit: the same on every machine, whatever its language. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
