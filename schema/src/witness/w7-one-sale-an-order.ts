// W7: one order id has at most one sale, wherever it is. Committed sales are facts, so this is judged
// at once, like W1.
import { compareText } from '../domain/index.ts';
import { breachOf, saleEntry } from './entries.ts';
import type { Records } from './records/index.ts';
import type { Breach } from './types.ts';
import { enumerate, person, seatInRound, times } from './words.ts';

/** In order of order id. */
export function oneSaleAnOrder({ tickets }: Records): Breach[] {
  const breaches: Breach[] = [];
  const inOrder = [...tickets.repeatedOrders].sort(([one], [other]) => compareText(one, other));
  for (const [orderId, rows] of inOrder) {
    const sales = tickets.inOrderOfSale(rows).flatMap((row) => tickets.saleOf(row) ?? []);
    const [first, second] = sales;
    if (first === undefined || second === undefined) continue;
    const places = enumerate(sales, seatInRound);
    const words = `Order ${orderId} of ${person(first)} was sold ${times(sales.length)}: ${places}.`;
    const entries = [saleEntry(first), saleEntry(second)];
    breaches.push(breachOf('W7', first, entries, words, 'DUPLICATE_ORDER'));
  }
  return breaches;
}
