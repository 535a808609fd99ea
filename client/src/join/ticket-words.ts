// What one engine told a person in the room, in words for a phone. Pure. What counts is the ledger:
// "you hold it" is only said once the burst has settled and the ledger was read.
import { LIMITS, type Outcome } from '@worldseat/schema/domain';
import { count, counted } from '../state/words.ts';

export interface OrderFacts {
  readonly seat: string;
  /** Null: no answer yet. */
  readonly outcome: Outcome | null;
  /** By the ledger, this person included; null: the ledger was not read yet. */
  readonly holders: number | null;
  /** This person's sale is in the ledger; null: the ledger was not read yet. */
  readonly own: boolean | null;
  /** Names of some other holders. */
  readonly others: readonly string[];
  /** The burst is over: what the ledger did not tell by now it will not tell. */
  readonly ended: boolean;
}

export interface TicketWords {
  readonly tone: 'good' | 'bad' | 'plain' | 'waiting';
  readonly headline: string;
  readonly detail: string;
}

/** @param orders of one person on one engine, at least one */
export function ticketWords(orders: readonly OrderFacts[]): TicketWords {
  const [only, ...more] = orders;
  if (only === undefined) return waiting('You are in line …', '');
  return more.length === 0 ? ofOne(only) : ofSeveral(orders);
}

const waiting = (headline: string, detail: string): TicketWords => ({
  ...{ tone: 'waiting', headline, detail },
});

function ofOne(order: OrderFacts): TicketWords {
  const { seat, outcome, holders } = order;
  if (outcome === null) return waiting(`You want ${seat} …`, 'No answer yet.');
  if (holders === null) return unread(TOLD[outcome](seat), order.ended);
  if (isOwn(order)) return holding(order, holders);
  return ANSWERS[outcome](order, holders);
}

function unread(headline: string, ended: boolean): TicketWords {
  if (!ended) return waiting(headline, 'Now the ledger is asked.');
  return { tone: 'plain', headline, detail: 'The ledger could not be read: nothing is proven.' };
}

const TOLD: Readonly<Record<Outcome, (seat: string) => string>> = {
  CONFIRMED: (seat) => `You were told: ${seat} is yours.`,
  REJECTED: (seat) => `You were told: ${seat} is taken.`,
  INDETERMINATE: () => 'Your answer was lost.',
  FAILED: () => 'Your order failed.',
};

const isOwn = ({ own, outcome }: OrderFacts): boolean => own ?? outcome === 'CONFIRMED';

function holding({ seat, others, outcome }: OrderFacts, holders: number): TicketWords {
  const lost = outcome === 'INDETERMINATE' ? ' Your answer was lost, but the ledger has you.' : '';
  if (holders <= 1) {
    return { tone: 'good', headline: `You hold ${seat}.`, detail: `Nobody else does.${lost}` };
  }
  const rest = holders - 1;
  const also = rest === 1 ? 'does 1 other' : `do ${count(rest)} others`;
  const names = others.length === 0 ? '' : `${namesOf(others, rest)} too.`;
  return { tone: 'bad', headline: `You hold ${seat}. So ${also}.`, detail: `${names}${lost}` };
}

type Telling = (order: OrderFacts, holders: number) => TicketWords;

const ANSWERS: Readonly<Record<Outcome, Telling>> = {
  REJECTED: ({ seat, others: [first] }, holders) => ({
    tone: 'plain',
    headline: takenWords(seat, first, holders),
    detail: holders > 1 ? `${count(holders)} people hold it.` : 'One seat, one owner.',
  }),
  CONFIRMED: ({ seat }) => ({
    tone: 'bad',
    headline: `You were told that ${seat} is yours.`,
    detail: 'The ledger does not have your ticket.',
  }),
  INDETERMINATE: ({ seat }) => ({
    tone: 'plain',
    headline: 'Your answer was lost.',
    detail: `The ledger has no ticket of yours for ${seat}.`,
  }),
  FAILED: () => ({
    tone: 'plain',
    headline: 'Your order failed.',
    detail: 'Nothing was sold to you.',
  }),
};

function takenWords(seat: string, first: string | undefined, holders: number): string {
  if (first === undefined) return `Taken: ${seat} is somebody else’s.`;
  return holders > 1 ? `Taken: ${first} and others have it.` : `Taken: ${first} has it.`;
}

/** "Ana", "Ana and Bo", "Ana, Bo and 57 more" */
function namesOf(names: readonly string[], rest: number): string {
  const more = rest - names.length;
  const parts = more > 0 ? [...names, `${count(more)} more`] : [...names];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** Of a fan who asked for several seats at once. */
function ofSeveral(orders: readonly OrderFacts[]): TicketWords {
  const wanted = counted(orders.length, 'seat');
  if (orders.some(({ outcome }) => outcome === null)) {
    return waiting(`You want ${wanted} …`, 'Not every answer is there.');
  }
  const { limit } = LIMITS.fanSeats;
  const held = orders.filter(isOwn).length;
  const headline = `You hold ${counted(held, 'seat')}.`;
  const detail = `You asked for ${count(orders.length)} at once; ${limit} are allowed.`;
  if (held > limit) return { tone: 'bad', headline, detail };
  return { tone: held === 0 ? 'plain' : 'good', headline, detail };
}
