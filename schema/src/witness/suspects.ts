// Which seats have to be looked at in full: where the numbers of the survey do not show that every
// rule holds. It may name a seat too many, never one too few.
import type { Circumstances } from './circumstances.ts';
import { isTaken, type Records } from './records/index.ts';
import { GIVEN_BACK, SOLD } from './records/ticket-bits.ts';
import type { Survey } from './survey.ts';

/** Order ids by the number of their seat. */
export type Wanted = Map<number, Set<string>>;

/** Seats at which W1 to W4 may be broken, or sales are hidden: 1 for each. */
export function suspectSeats(records: Records, found: Survey, around: Circumstances): Uint8Array {
  const suspect = new Uint8Array(records.seats.count);
  const { ledgerFinal, historyFinal } = around;
  for (let seat = 0; seat < suspect.length; seat += 1) {
    const isSuspect =
      (found.sales[seat] ?? 0) > 1 ||
      (ledgerFinal && (found.unsold[seat] ?? 0) > 0) ||
      (historyFinal && (found.ghosts[seat] ?? 0) > 0) ||
      (ledgerFinal && !isShownAsSold(records, found, around, seat));
    if (isSuspect) suspect[seat] = 1;
  }
  return suspect;
}

/** Rejections that may be wrong: no ticket was called for by the time they returned, or given back. */
export function suspectRejections({ crowd }: Records, found: Survey, wanted: Wanted): void {
  const fromNs = found.firstTicketNs.map((ns, seat) =>
    found.givenBack[seat] === 1 ? Infinity : ns,
  );
  const { seat: seatOf, returnNs } = crowd;
  for (let row = 0; row < crowd.size; row += 1) {
    const seat = seatOf[row] ?? 0;
    if ((returnNs[row] ?? 0) >= (fromNs[seat] ?? 0)) continue;
    const answer = crowd.answerOf(row);
    if (isTaken(answer)) want(wanted, seat, answer.orderId);
  }
}

/** All rejections by the limit: they are few, and their fans are not known yet. */
export function suspectLimits({ crowd }: Records, wanted: Wanted): void {
  for (const row of crowd.ofFanLimit) {
    want(wanted, crowd.seat[row] ?? 0, crowd.answerOf(row).orderId);
  }
}

/** Orders of suspect seats of which a rule asks whether they were turned away. */
export function suspectOrders(
  { tickets, tables }: Records,
  found: Survey,
  suspect: Uint8Array,
  { tablesRead }: Circumstances,
  wanted: Wanted,
): void {
  for (let seat = 0; seat < suspect.length; seat += 1) {
    if (suspect[seat] === 0) continue;
    const shown = tables.shownOf(seat, tablesRead);
    if (shown.state === 'AGREED' && shown.row.orderId !== null) {
      const { orderId, owner } = shown.row;
      const sale = tickets.saleOf(tickets.find(seat, orderId));
      if (sale?.buyer !== owner) want(wanted, seat, orderId);
    }
    if (found.ghosts[seat] === 0) continue;
    for (const row of tickets.rowsOf(seat)) {
      const { told, sale } = tickets.ticketOf(row);
      if (told === null && sale !== null) want(wanted, seat, sale.id);
    }
  }
}

/** The tables show nothing of this seat, or exactly what the ledger has. */
function isShownAsSold(
  { seats, tables, tickets }: Records,
  { sales }: Survey,
  { tablesRead }: Circumstances,
  seat: number,
): boolean {
  const shown = tables.shownOf(seat, tablesRead);
  if (shown.state === 'MISSING') return sales[seat] === 0;
  if (shown.state !== 'AGREED') return true;
  const { round, status, orderId, owner } = shown.row;
  if (round !== seats.roundOf(seat)) return false;
  if (status === 'AVAILABLE') return sales[seat] === 0;
  let row = tickets.lastOf(seat);
  while (row >= 0 && (tickets.bitsOf(row) & SOLD) === 0) row = tickets.previousOf(row);
  const sale = tickets.saleOf(row);
  const isGivenBack = (tickets.bitsOf(row) & GIVEN_BACK) !== 0;
  return sale !== null && sale.id === orderId && sale.buyer === owner && !isGivenBack;
}

function want(wanted: Wanted, seat: number, orderId: string): void {
  const orders = wanted.get(seat);
  if (orders === undefined) wanted.set(seat, new Set([orderId]));
  else orders.add(orderId);
}
