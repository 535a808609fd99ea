// What each fan, by name, holds in the whole scope: for the rule that limits it. A ticket that was
// given back counts, too: the rule is about how many a fan may buy.
import { compareText } from '../domain/index.ts';
import { inOrderOfSale, isSold } from './evidence.ts';
import { difference } from './holds.ts';
import { orderIdOf, type Records, type SoldTicket, type Ticket } from './records/index.ts';

export interface Fan {
  readonly name: string;
  /** Orders that have a ticket, and that may have one; each list by the time of its call. */
  readonly definite: readonly Ticket[];
  readonly maybe: readonly Ticket[];
  /** In order of sale. */
  readonly sold: readonly SoldTicket[];
}

/** In order of name. */
export function fansOf({ tickets }: Records): ReadonlyMap<string, Fan> {
  const byName = new Map<string, Ticket[]>();
  for (let row = 0; row < tickets.size; row += 1) {
    const ticket = tickets.ticketOf(row);
    const name = ticket.sale?.buyer ?? ticket.told?.buyer;
    if (name === undefined) continue;
    const own = byName.get(name);
    if (own === undefined) byName.set(name, [ticket]);
    else own.push(ticket);
  }
  const names = [...byName.keys()].sort();
  return new Map(names.map((name) => [name, fanOf(name, byName.get(name) ?? [])]));
}

/**
 * From when on it is legal to turn this fan away because of the limit: such an answer must not return
 * before. Every ticket that the fan has for certain was called by then, and with those that it may
 * have they are as many as the limit. Of a fan who has more, which W6 accuses, any of them will
 * do: such a fan was told the truth.
 */
export function limitReachedFromNs(fan: Fan | undefined, limit: number): number {
  const { definite = [], maybe = [] } = fan ?? {};
  if (definite.length > limit) return nth([...definite, ...maybe].sort(byCall), limit);
  return Math.max(nth(definite, definite.length), nth(maybe, limit - definite.length));
}

function fanOf(name: string, tickets: readonly Ticket[]): Fan {
  const called = [...tickets].sort(byCall);
  const isDefinite = ({ told, sale }: Ticket) => sale !== null || told?.outcome === 'CONFIRMED';
  return {
    name,
    definite: called.filter(isDefinite),
    maybe: called.filter((ticket) => !isDefinite(ticket)),
    sold: inOrderOfSale(tickets.filter(isSold)),
  };
}

/** The call of the n-th, from 1; Infinity when they are fewer, -Infinity when none is needed. */
function nth(called: readonly Ticket[], n: number): number {
  return n === 0 ? -Infinity : (called[n - 1]?.callNs ?? Infinity);
}

const byCall = (one: Ticket, other: Ticket): number =>
  difference(one.callNs, other.callNs) || compareText(keyOf(one), keyOf(other));

/** An order may have tickets of several seats, against W7. */
const keyOf = (ticket: Ticket): string =>
  `${orderIdOf(ticket)} ${(ticket.sale ?? ticket.told)?.seatId ?? ''}`;
