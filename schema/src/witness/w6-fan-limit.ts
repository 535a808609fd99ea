// W6: the rule of the scenario holds in the ledger: no fan bought more seats than it allows. Committed
// sales are facts, so this is judged at once, like W1.
import { breachOf, saleEntry } from './entries.ts';
import type { Fan } from './fans.ts';
import type { SoldTicket } from './records/index.ts';
import type { Breach } from './types.ts';
import { counted, enumerate, numeral } from './words.ts';

/** How many of a fan's sales are beyond the limit. */
export function overLimitOf({ sold }: Fan, limit: number): number {
  return Math.max(0, sold.length - limit);
}

export function withinLimit(fan: Fan, limit: number): Breach | null {
  const proof = fan.sold.slice(0, limit + 1);
  const [first] = proof;
  if (overLimitOf(fan, limit) === 0 || first === undefined) return null;
  const seatIds = enumerate(fan.sold, ({ sale }) => sale.seatId);
  const bought = `${fan.name} bought ${counted(fan.sold.length, 'seat')}`;
  const words = `${bought} where a fan may buy ${numeral(limit)}: ${seatIds}.`;
  return breachOf('W6', first.sale, proof.map(entryOf), words);
}

const entryOf = ({ sale }: SoldTicket) => saleEntry(sale);
