// Finds, among those who were turned away, the few that matter to a rule. Orders that were heard of
// twice are one here, whichever answer came first.
import { compareText } from '../domain/index.ts';
import { laterFirst } from './records/prefer.ts';
import type { Denial, Records } from './records/index.ts';

/** For each seat's number, by order id. */
export type Denials = ReadonlyMap<number, ReadonlyMap<string, Denial>>;

/** @param wanted order ids by the number of their seat */
export function findDenials(
  { crowd, seats, tickets }: Records,
  wanted: ReadonlyMap<number, ReadonlySet<string>>,
): Denials {
  const found = new Map<number, Map<string, Denial>>();
  if (wanted.size === 0) return found;
  const concerned = new Uint8Array(seats.count);
  for (const seat of wanted.keys()) concerned[seat] = 1;
  for (let row = 0; row < crowd.size; row += 1) {
    const seat = crowd.seat[row] ?? 0;
    if (concerned[seat] === 0 || wanted.get(seat)?.has(crowd.orderIdOf(row)) !== true) continue;
    // An order that was told CONFIRMED as well was not turned away.
    if (tickets.isConfirmed(seat, crowd.orderIdOf(row))) continue;
    const ofSeat = found.get(seat) ?? new Map<string, Denial>();
    found.set(seat, ofSeat);
    const denial = crowd.denialOf(row);
    const known = ofSeat.get(denial.orderId);
    ofSeat.set(denial.orderId, known === undefined ? denial : preferred(known, denial));
  }
  return found;
}

/** REJECTED says more than FAILED; then the later answer. */
function preferred(one: Denial, other: Denial): Denial {
  const order = compareText(other.outcome, one.outcome) || laterFirst(one, other);
  return (order || compareText(one.reason ?? '', other.reason ?? '')) <= 0 ? one : other;
}
