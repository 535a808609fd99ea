// When a ticket is held. A purchase takes effect at one moment between its call and its return, a
// release likewise; between the latest start and the earliest end the ticket is certainly held.
// Intervals are closed: what happens in the same nanosecond may have happened in either order.
import { compareSales } from '../domain/index.ts';
import type { SoldTicket, Ticket } from './records/index.ts';

export interface Hold<Kind extends Ticket = Ticket> {
  readonly ticket: Kind;
  /** It is held at the earliest from here: its call. */
  readonly callNs: number;
  /** It is held at the latest from here; Infinity when the answer was lost. */
  readonly fromNs: number;
  /** It is given back at the earliest here; Infinity: never. */
  readonly untilNs: number;
  /** It is given back at the latest here; Infinity: never, or nobody knows when. */
  readonly endNs: number;
}

/** @param ticket one that was bought for certain, and what is known of its order */
export function holdOf<Kind extends Ticket>(ticket: Kind): Hold<Kind> {
  const { told, release, callNs, returned } = ticket;
  const untilNs = release?.callNs ?? Infinity;
  const isKnown = told?.outcome === 'CONFIRMED' && !told.lost;
  return {
    ticket,
    callNs,
    // Only a ticket that is held can be given back.
    fromNs: Math.min(isKnown ? told.returnNs : Infinity, returned?.callNs ?? Infinity),
    untilNs,
    endNs: release?.outcome === 'RELEASED' ? release.returnNs : Infinity,
  };
}

/** Whether one can have been given back before the other was bought. */
export function canPrecede(one: Times, other: Times): boolean {
  return one.untilNs <= other.fromNs && one.untilNs < Infinity;
}

type Times = Pick<Hold, 'fromNs' | 'untilNs'>;

/** Neither can have been given back before the other was bought. */
export function areAtOnce(one: Hold, other: Hold): boolean {
  return !canPrecede(one, other) && !canPrecede(other, one);
}

/**
 * The fewest sales to take away so that the others can have followed each other: of holds that end
 * early, as many as possible are kept.
 * @param sold in the order of sale; what is returned is, too
 */
export function salesTooMany(sold: readonly SoldTicket[]): readonly SoldTicket[] {
  if (sold.every(({ release }) => release === null)) return sold.slice(1);
  const byEnd = sold
    .map(holdOf)
    .sort(
      (one, other) =>
        difference(one.untilNs, other.untilNs) ||
        difference(one.fromNs, other.fromNs) ||
        compareSales(one.ticket.sale, other.ticket.sale),
    );
  const kept = new Set<SoldTicket>();
  let last: Hold | null = null;
  for (const hold of byEnd) {
    if (last !== null && !canPrecede(last, hold)) continue;
    kept.add(hold.ticket);
    last = hold;
  }
  return sold.filter((ticket) => !kept.has(ticket));
}

/** For Array.sort, also of infinite times. */
export function difference(one: number, other: number): number {
  return one === other ? 0 : one - other;
}
