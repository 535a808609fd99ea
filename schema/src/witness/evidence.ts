// Everything that is known of one seat, put together so that each rule can look at it. Only the seats
// where a rule may be broken are looked at so: on a legal floor that is none.
import { compareSales, compareText, type Answer } from '../domain/index.ts';
import type { Denials } from './denials.ts';
import { salesTooMany } from './holds.ts';
import type { Records, Shown, SoldTicket, Ticket } from './records/index.ts';

export interface SeatEvidence {
  readonly seatId: string;
  readonly round: number;
  /** Every order that has a ticket or may have one, in no order. */
  readonly tickets: readonly Ticket[];
  /** Those in the ledger, in order of soldAtMs, then id. */
  readonly sold: readonly SoldTicket[];
  /** Of these, the ones that are too many. */
  readonly tooMany: readonly SoldTicket[];
  readonly shown: Shown;
  /** Of those who were turned away: whoever matters to a rule, by order id. */
  readonly denials: ReadonlyMap<string, Answer>;
}

export function evidenceOf(
  records: Records,
  denials: Denials,
  seat: number,
  tablesRead: boolean,
): SeatEvidence {
  const tickets = ticketsOf(records, seat);
  const sold = inOrderOfSale(tickets.filter(isSold));
  return {
    seatId: records.seats.idOf(seat),
    round: records.seats.roundOf(seat),
    tickets,
    sold,
    tooMany: salesTooMany(sold),
    shown: records.tables.shownOf(seat, tablesRead),
    denials: denials.get(seat) ?? NONE,
  };
}

/** In no order: whoever names some of them puts them in one, for equal words whatever came first. */
export function ticketsOf({ tickets }: Records, seat: number): Ticket[] {
  const found: Ticket[] = [];
  for (const row of tickets.rowsOf(seat)) {
    const ticket = tickets.ticketOf(row);
    if (ticket.told !== null || ticket.sale !== null) found.push(ticket);
  }
  return found;
}

export const isSold = (ticket: Ticket): ticket is SoldTicket => ticket.sale !== null;

export function inOrderOfSale(tickets: SoldTicket[]): readonly SoldTicket[] {
  return tickets.sort(
    (one, other) =>
      one.soldAtMs - other.soldAtMs ||
      compareSales(one.sale, other.sale) ||
      compareText(one.sale.seatId, other.sale.seatId),
  );
}

const NONE: ReadonlyMap<string, Answer> = new Map();
