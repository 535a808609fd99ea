// What each fan, by name, holds in the whole scope: for the rule that limits it. A ticket that was
// given back counts, too: the rule is about how many a fan may buy.
import { inOrderOfSale, isSold } from './evidence.ts';
import type { Records, SoldTicket, Ticket } from './records/index.ts';

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
 * have they are as many as the limit. A fan who has more than the limit broke the rule (W6): then any
 * of them will do, as long as they are as many.
 */
export function limitReachedFromNs(fan: Fan | undefined, limit: number): number {
  const definite = (fan?.definite ?? []).map(callNsOf);
  const maybe = (fan?.maybe ?? []).map(callNsOf);
  if (definite.length > limit) return nth([...definite, ...maybe].sort(byNumber), limit);
  const rest = nth(maybe, limit - definite.length);
  return Math.max(definite.at(-1) ?? -Infinity, rest);
}

/** -Infinity: at any time, because no answer is known. */
export function callNsOf({ told }: Ticket): number {
  return told?.callNs ?? -Infinity;
}

function fanOf(name: string, tickets: readonly Ticket[]): Fan {
  const byCall = [...tickets].sort((one, other) => byNumber(callNsOf(one), callNsOf(other)));
  const isDefinite = ({ told, sale }: Ticket) => sale !== null || told?.outcome === 'CONFIRMED';
  return {
    name,
    definite: byCall.filter(isDefinite),
    maybe: byCall.filter((ticket) => !isDefinite(ticket)),
    sold: inOrderOfSale(tickets.filter(isSold)),
  };
}

/** The n-th of these, from 1; Infinity when they are fewer, -Infinity when none is needed. */
function nth(sorted: readonly number[], n: number): number {
  return n === 0 ? -Infinity : (sorted[n - 1] ?? Infinity);
}

const byNumber = (one: number, other: number): number => (one === other ? 0 : one - other);
