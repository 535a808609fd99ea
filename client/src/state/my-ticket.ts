// A visitor's own order, from the click to what the ledger says of it now. Pure.
import { LIMITS } from '@worldseat/schema/domain';
import type { Ticket } from '../api/fragments.ts';
import type { PurchaseAnswer } from '../api/orders.ts';
import { counted, duration } from './words.ts';

type Answered = Extract<PurchaseAnswer, { __typename: 'Purchase' }>;

/** SENDING; UNANSWERED: no answer came, it may have been bought; REFUSED: never tried; ANSWERED. */
export type OrderState =
  | { readonly kind: 'SENDING' }
  | { readonly kind: 'UNANSWERED'; readonly reason: string }
  | { readonly kind: 'REFUSED'; readonly reason: string }
  | {
      readonly kind: 'ANSWERED';
      readonly outcome: Answered['outcome'];
      readonly attempts: number;
      readonly latencyMs: number;
      /** The round that the ticket is for; null when there is no ticket. */
      readonly round: number | null;
    };

/** What the committed ledger says of the ticket. */
export interface LedgerCheck {
  readonly round: number;
  /** The ledger has this very ticket in the current round; null: too many to have seen them all. */
  readonly mine: boolean | null;
  /** Other tickets for the same seat and round. */
  readonly others: number;
}

export interface MyTicket {
  readonly orderId: string;
  readonly engine: string;
  readonly engineName: string;
  readonly seat: string;
  readonly seatLabel: string;
  readonly buyer: string;
  readonly region: string;
  readonly state: OrderState;
  /** Null until it was read. */
  readonly ledger: LedgerCheck | null;
}

export function afterAnswer(ticket: MyTicket, answer: PurchaseAnswer): MyTicket {
  if (answer.__typename !== 'Purchase') {
    return { ...ticket, state: { kind: 'REFUSED', reason: answer.message } };
  }
  const { outcome, attempts, latencyMs, sale } = answer;
  const state = {
    kind: 'ANSWERED',
    outcome,
    attempts,
    latencyMs,
    round: sale?.round ?? null,
  } as const;
  return { ...ticket, state };
}

/** @param tickets of the seat in the ledger, at most LIMITS.holders.max of them */
export function checked(ticket: MyTicket, round: number, tickets: readonly Ticket[]): MyTicket {
  const found = tickets.some(({ orderId }) => orderId === ticket.orderId);
  const mine = found || tickets.length < LIMITS.holders.max ? found : null;
  return { ...ticket, ledger: { round, mine, others: tickets.length - (found ? 1 : 0) } };
}

export interface TicketWords {
  readonly tone: 'good' | 'bad' | 'plain' | 'waiting';
  readonly headline: string;
  readonly detail: string;
}

const ANSWERS: Readonly<Record<Answered['outcome'], TicketWords>> = {
  CONFIRMED: { tone: 'good', headline: 'You hold a ticket', detail: 'Confirmed.' },
  REJECTED: { tone: 'plain', headline: 'Already taken', detail: 'Somebody else has this seat.' },
  INDETERMINATE: {
    tone: 'waiting',
    headline: 'The answer was lost',
    detail: 'It may have been bought. Sending the same order again is safe.',
  },
  FAILED: { tone: 'plain', headline: 'Not bought', detail: 'The order failed; nothing was sold.' },
};

export function ticketWords({ state, ledger }: MyTicket): TicketWords {
  if (state.kind === 'SENDING') return { tone: 'waiting', headline: 'Sending …', detail: '' };
  if (state.kind === 'UNANSWERED') {
    const detail = `${state.reason} Sending the same order again is safe.`;
    return { tone: 'waiting', headline: 'No answer came', detail };
  }
  if (state.kind === 'REFUSED')
    return { tone: 'plain', headline: 'Not accepted', detail: state.reason };
  if (state.outcome !== 'CONFIRMED' || ledger === null) return ANSWERS[state.outcome];
  return heldWords(state.round, ledger);
}

function heldWords(round: number | null, ledger: LedgerCheck): TicketWords {
  if (round !== null && ledger.round !== round) {
    const detail = `It was for round ${round}; the seat is in round ${ledger.round} now.`;
    return { tone: 'plain', headline: 'A ticket of an earlier sale', detail };
  }
  if (ledger.mine === false) {
    const detail = 'You were told it is yours, and the ledger does not have it.';
    return { tone: 'bad', headline: 'The ledger does not know your ticket', detail };
  }
  if (ledger.others === 0) {
    return { tone: 'good', headline: 'The seat is yours alone', detail: 'The ledger agrees.' };
  }
  const others = ledger.others === 1 ? '1 other buyer holds' : `${ledger.others} other buyers hold`;
  return { tone: 'bad', headline: 'Sold to others too', detail: `${others} this seat as well.` };
}

/** "1 attempt, 12 ms"; empty before the answer. */
export function effortWords({ state }: MyTicket): string {
  if (state.kind !== 'ANSWERED') return '';
  return `${counted(state.attempts, 'attempt')}, ${duration(state.latencyMs)}`;
}

/** True when sending it again, with the same order id, can tell more. */
export function canSendAgain({ state }: MyTicket): boolean {
  return (
    state.kind === 'UNANSWERED' || (state.kind === 'ANSWERED' && state.outcome === 'INDETERMINATE')
  );
}
