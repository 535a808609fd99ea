// One seat traced to the people who hold it, or were told that it is taken. Bounded: a few cards
// and the number of those that are not shown.
import type { Ticket } from '../api/fragments.ts';
import type { Verdict } from '../api/news.ts';
import { count, counted } from './words.ts';

export interface TraceCard {
  readonly key: string;
  readonly buyer: string;
  readonly region: string;
  /** taken: this buyer was told that somebody else has the seat. */
  readonly kind: 'holds' | 'taken';
}

export interface Trace {
  /** "has 1 owner", "has 60 owners", "is free" */
  readonly state: string;
  readonly tone: 'free' | 'one' | 'many';
  readonly cards: readonly TraceCard[];
  /** "+ 56", holders without a card; null when all have one. */
  readonly more: string | null;
}

export interface Told {
  readonly orderId: string;
  readonly seat: string;
  readonly buyer: string;
  readonly region: string;
  readonly outcome: string;
}

type Focus = NonNullable<Verdict['focus']>;

/**
 * @param focus the Witness's finding for the seat; null: not known yet
 * @param told what the last burst told buyers in the seat's present round, at any seat
 * @param limit of places: cards, and one for the number of those without a card
 */
export function traceOf(focus: Focus | null, told: readonly Told[], limit: number): Trace | null {
  if (focus === null) return null;
  // The last place tells how many have none.
  const places = focus.confirmed > limit ? limit - 1 : limit;
  const owners = focus.holders.slice(0, places).map(holderCard);
  const room = limit - owners.length;
  const losers = focus.confirmed === 1 ? takenCards(told, focus.seat, room) : [];
  const hidden = focus.confirmed - owners.length;
  return { ...stateOf(focus.confirmed), cards: [...owners, ...losers], more: more(hidden) };
}

function stateOf(confirmed: number): Pick<Trace, 'state' | 'tone'> {
  if (confirmed === 0) return { state: 'is free', tone: 'free' };
  return { state: `has ${counted(confirmed, 'owner')}`, tone: confirmed === 1 ? 'one' : 'many' };
}

function holderCard({ orderId, buyer, region }: Ticket): TraceCard {
  return { key: orderId, buyer, region, kind: 'holds' };
}

function takenCards(told: readonly Told[], here: string, room: number): TraceCard[] {
  return told
    .filter(({ outcome, seat }) => outcome === 'REJECTED' && seat === here)
    .slice(0, room)
    .map(({ orderId, buyer, region }) => ({ key: orderId, buyer, region, kind: 'taken' }));
}

function more(hidden: number): string | null {
  return hidden > 0 ? `+ ${count(hidden)}` : null;
}
