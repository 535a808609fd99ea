// One pass over the rows of the tickets: for every seat, the few numbers by which it is seen that no
// rule can be broken there. Only the seats where one could be are then looked at in full.
import type { Records, Tickets } from './records/index.ts';
import { GIVEN_BACK, isGhost, isUndecided, SOLD, TOLD_CONFIRMED } from './records/ticket-bits.ts';

/** Of each seat, by its number. */
export interface Survey {
  readonly sales: Int32Array;
  /** Told CONFIRMED, and not in the ledger. */
  readonly unsold: Int32Array;
  /** In the ledger, and told neither CONFIRMED nor INDETERMINATE. */
  readonly ghosts: Int32Array;
  readonly undecided: Int32Array;
  /**
   * When the first order was called that has a ticket: a rejection that returned later was told the
   * truth, unless the seat was given back. Infinity: no order has one.
   */
  readonly firstTicketNs: Float64Array;
  /** 1 where a ticket was given back, or may have been. */
  readonly givenBack: Uint8Array;
}

export function survey(records: Records): Survey {
  settleDenied(records);
  const found = emptySurvey(records.seats.count);
  const { tickets } = records;
  for (let row = 0; row < tickets.size; row += 1) count(found, tickets, row);
  return found;
}

function count(found: Survey, tickets: Tickets, row: number): void {
  const [seat, known] = [tickets.seatOf(row), tickets.bitsOf(row)];
  if (isUndecided(known)) add(found.undecided, seat);
  if ((known & (TOLD_CONFIRMED | SOLD)) === 0) return;
  keepLeast(found.firstTicketNs, seat, tickets.callNsOf(row));
  if ((known & SOLD) === 0) add(found.unsold, seat);
  else add(found.sales, seat);
  if (isGhost(known)) add(found.ghosts, seat);
  if ((known & GIVEN_BACK) !== 0) found.givenBack[seat] = 1;
}

function add(column: Int32Array, seat: number): void {
  column[seat] = (column[seat] ?? 0) + 1;
}

function keepLeast(column: Float64Array, seat: number, value: number): void {
  if (value < (column[seat] ?? 0)) column[seat] = value;
}

function emptySurvey(seats: number): Survey {
  return {
    sales: new Int32Array(seats),
    unsold: new Int32Array(seats),
    ghosts: new Int32Array(seats),
    undecided: new Int32Array(seats),
    firstTicketNs: new Float64Array(seats).fill(Infinity),
    givenBack: new Uint8Array(seats),
  };
}

/** An order that was told INDETERMINATE, and then REJECTED or FAILED, is decided. */
function settleDenied({ seats, tickets, crowd }: Records): void {
  const undecided = new Map<string, number[]>();
  const concerned = new Uint8Array(seats.count);
  for (let row = 0; row < tickets.size; row += 1) {
    if (!isUndecided(tickets.bitsOf(row))) continue;
    const orderId = tickets.orderIdOf(row);
    const rows = undecided.get(orderId);
    if (rows === undefined) undecided.set(orderId, [row]);
    else rows.push(row);
    concerned[tickets.seatOf(row)] = 1;
  }
  if (undecided.size === 0) return;
  for (let row = 0; row < crowd.size; row += 1) {
    const seat = crowd.seat[row] ?? 0;
    if (concerned[seat] === 0) continue;
    for (const ticket of undecided.get(crowd.answerOf(row).orderId) ?? []) {
      if (tickets.seatOf(ticket) === seat) tickets.deny(ticket);
    }
  }
}
