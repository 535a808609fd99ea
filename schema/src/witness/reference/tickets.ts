// The tickets of one seat or one fan, as operations for the search: when each was bought, whether it
// certainly was, and how it was given back. Support of tests; the product never imports it.
import type { Answer, Release, Sale } from '../../domain/index.ts';
import type { WitnessInput } from '../types.ts';
import {
  buy,
  canBeOrdered,
  FREE,
  NO_TICKETS,
  release,
  seeHeld,
  seeLimit,
  subsetsOf,
  takeTicket,
  type Operation,
} from './brute-force.ts';

export interface Ticket {
  readonly orderId: string;
  readonly buyer: string;
  /** The purchase took effect at one moment between these, or never if it is not certain. */
  readonly earliest: number;
  readonly latest: number;
  readonly certain: boolean;
  readonly release: Release | null;
}

/** What the input says of one seat in its current round; the same row of the ledger counts once. */
export interface SeatRecords {
  readonly seatId: string;
  readonly round: number;
  readonly sales: readonly Sale[];
  readonly answers: readonly Answer[];
  readonly releases: readonly Release[];
}

export function recordsOf(input: WitnessInput): SeatRecords[] {
  return [...input.scope].map(([seatId, round]) => {
    const isHere = (it: { seatId: string; round: number }): boolean =>
      it.seatId === seatId && it.round === round;
    const sales = input.ledger.sales.filter(isHere);
    return {
      seatId,
      round,
      sales: sales.filter(({ id }, at) => sales.findIndex((sale) => sale.id === id) === at),
      answers: input.answers.filter(isHere),
      releases: (input.releases ?? []).filter(isHere),
    };
  });
}

/** The tickets that the ledger has. */
export function soldTickets(seat: SeatRecords): Ticket[] {
  return seat.sales.map(({ id }) => ticketOf(seat, id, true));
}

/** All tickets that were issued, by the ledger or by what a buyer was told, and all that may be. */
export function allTickets(seat: SeatRecords): Ticket[] {
  const confirmed = idsTold(seat, 'CONFIRMED');
  const sold = seat.sales.map(({ id }) => id);
  const certain = new Set([...confirmed, ...sold]);
  const maybe = idsTold(seat, 'INDETERMINATE').filter((id) => !certain.has(id));
  return [
    ...[...certain].map((id) => ticketOf(seat, id, true)),
    ...maybe.map((id) => ticketOf(seat, id, false)),
  ];
}

const idsTold = ({ answers }: SeatRecords, outcome: Answer['outcome']): string[] =>
  answers.filter((answer) => answer.outcome === outcome).map(({ orderId }) => orderId);

function ticketOf(
  { answers, releases, sales }: SeatRecords,
  orderId: string,
  certain: boolean,
): Ticket {
  // An answer that denies the ticket does not say when it was issued.
  const answer = answers.find(
    (it) => it.orderId === orderId && ['CONFIRMED', 'INDETERMINATE'].includes(it.outcome),
  );
  const sale = sales.find(({ id }) => id === orderId);
  const given = releases.find((it) => it.orderId === orderId) ?? null;
  // Only an answer that came back says when the purchase was done.
  const isDated = answer?.outcome === 'CONFIRMED' && !answer.lost;
  return {
    orderId,
    buyer: (answer ?? sale)?.buyer ?? '',
    earliest: answer?.callNs ?? -Infinity,
    latest: isDated ? answer.returnNs : (given?.callNs ?? Infinity),
    certain,
    release: given,
  };
}

/** The fewest of these tickets to take away so that the rest held the seat one after another. */
export function fewestTooMany(tickets: readonly Ticket[]): number {
  const rest = subsetsOf(tickets).find((some) => holdInTurn(some, []));
  return tickets.length - (rest?.length ?? 0);
}

/** The rejections during which the seat cannot have been held. */
export function wronglyToldTaken(
  tickets: readonly Ticket[],
  rejections: readonly Answer[],
): Answer[] {
  const certain = tickets.filter(isCertain);
  const maybe = tickets.filter((ticket) => !ticket.certain);
  // Of tickets too many, which W1 accuses, any may be the ones that should not be.
  const possible = holdInTurn(certain, []) ? [certain] : subsetsOf(certain);
  return rejections.filter(
    (rejection) => !possible.some((some) => holdInTurn([...some, ...maybe], [rejection])),
  );
}

const isCertain = ({ certain }: Ticket): boolean => certain;

/** Whether these tickets and rejections of one seat can be put in order. */
export function holdInTurn(tickets: readonly Ticket[], rejections: readonly Answer[]): boolean {
  const operations = [
    ...tickets.flatMap(operationsOf),
    ...rejections.map((answer) => seeHeld(intervalOf(answer))),
  ];
  return canBeOrdered(operations, FREE);
}

function operationsOf(ticket: Ticket, order: number): Operation[] {
  const { release: given } = ticket;
  const bought = buy(order, ticket);
  if (given === null || given.outcome === 'FAILED') return [bought];
  const certain = given.outcome === 'RELEASED';
  const latest = certain ? given.returnNs : Infinity;
  return [bought, release(order, { earliest: given.callNs, latest, certain })];
}

/** The rejections during which the fan cannot have held its limit. */
export function wronglyToldLimit(
  tickets: readonly Ticket[],
  rejections: readonly Answer[],
  limit: number,
): Answer[] {
  const isOver = tickets.filter(isCertain).length > limit;
  // Of tickets too many, which W6 accuses, any may be the ones that should not be.
  const taken = tickets.map((ticket) =>
    takeTicket(limit, { ...ticket, certain: ticket.certain && !isOver }),
  );
  return rejections.filter(
    (rejection) => !canBeOrdered([...taken, seeLimit(limit, intervalOf(rejection))], NO_TICKETS),
  );
}

const intervalOf = ({ callNs, returnNs }: Answer): { earliest: number; latest: number } => ({
  earliest: callNs,
  latest: returnNs,
});
