// Which seat a question is about when it names none: the contested one, else the one with the most
// sales, then the most orders, then the first of the plan.
import type { History } from '../types.ts';
import { salesOf } from './records-in-scope.ts';

/** @returns null only for a burst without a single order */
export function seatInQuestion(history: History): string | null {
  const { seatId } = history.header.burst;
  if (seatId !== null) return seatId;
  const orders = countBySeat(history.orders);
  const sales = countBySeat(salesOf(history));
  let best: string | null = null;
  for (const [seat, wanted] of orders) {
    if (best === null || isHotter([sales.get(seat) ?? 0, wanted], at(best))) best = seat;
  }
  return best;

  function at(seat: string): Heat {
    return [sales.get(seat) ?? 0, orders.get(seat) ?? 0];
  }
}

/** Sales, then orders. */
type Heat = readonly [number, number];

const isHotter = ([sales, orders]: Heat, [otherSales, otherOrders]: Heat): boolean =>
  sales === otherSales ? orders > otherOrders : sales > otherSales;

function countBySeat(records: readonly { readonly seatId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { seatId } of records) counts.set(seatId, (counts.get(seatId) ?? 0) + 1);
  return counts;
}
