// The contradiction of a burst as a drawing needs it: the orders that prove one breach, and when
// all of them were under way at once. Pure.
import type { Breach } from '@worldseat/schema/witness';
import type { BurstTimes } from './burst-times.ts';

export interface Contradiction {
  readonly breach: Breach;
  /** Positions in the plan of the orders that prove it, as the Witness names them. */
  readonly orders: readonly number[];
  /** From the first call to the last answer of these. */
  readonly fromNs: number;
  readonly toNs: number;
  /** When all of them were under way; null: they were not, or there is only one. */
  readonly overlap: { readonly fromNs: number; readonly toNs: number } | null;
}

/** @returns null when none of the breach's orders has an answer: there is nothing to draw */
export function contradictionOf(times: BurstTimes, breach: Breach): Contradiction | null {
  const numbers = new Map(times.history.orders.map(({ id }, order) => [id, order]));
  const orders = breach.orderIds
    .flatMap((id) => numbers.get(id) ?? [])
    .filter((order) => times.answers[order] !== null);
  if (orders.length === 0) return null;
  const calls = orders.map((order) => times.callNs[order] ?? 0);
  const returns = orders.map((order) => times.returnNs[order] ?? 0);
  const shared = { fromNs: Math.max(...calls), toNs: Math.min(...returns) };
  return {
    ...{ breach, orders, fromNs: Math.min(...calls), toNs: Math.max(...returns) },
    overlap: orders.length > 1 && shared.fromNs < shared.toNs ? shared : null,
  };
}
