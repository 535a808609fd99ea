// The answer of one purchase in the forms it takes: recorded, remembered by the ledger, lost, and as
// the graph shows it. Pure but for the seat, which is read from the database.
import { completeAnswer, type Answer, type Order, type Sale } from '@worldseat/schema/domain';
import type { PurchaseView, SeatView } from '@worldseat/schema/services';
import type { Answered } from './order-memory.ts';
import { seatView, seatViewFromTally } from './seat-view.ts';
import type { Trial } from './trial.ts';

const NO_TIMES = { intendedNs: 0, callNs: 0, returnNs: 0 };

export function orderOf({ orderId: id, seatId, buyer, region }: Answer): Order {
  return { id, seatId, buyer, region };
}

/** What the buyer of a sale that the ledger remembers was told. */
export function answerOfSale(sale: Sale): Answer {
  const { id: orderId, seatId, round, buyer, region, attempts } = sale;
  const said = { outcome: 'CONFIRMED', read: 'AVAILABLE', conflicts: [] } as const;
  return completeAnswer({
    ...{ orderId, seatId, round, buyer, region, attempts },
    ...said,
    ...NO_TIMES,
  });
}

export async function purchaseView(trial: Trial, answered: Answered): Promise<PurchaseView> {
  const { answer } = answered;
  // The order is decided: a database that cannot be read now must not hide its answer.
  const seat = await seatView(trial, answer.seatId).catch(() =>
    seatViewFromTally(trial, answer.seatId),
  );
  const sale = answered.sale ?? (await ticketOf(trial, answer, seat));
  return {
    __typename: 'Purchase',
    orderId: answer.orderId,
    outcome: answer.outcome,
    rejectionReason: answer.rejectionReason,
    seat,
    sale: answer.outcome === 'CONFIRMED' ? sale : null,
    attempts: answer.attempts,
    conflicts: answer.conflicts,
    latencyMs: (answer.returnNs - answer.intendedNs) / 1e6,
  };
}

/** The sale of an order that was confirmed: in the seat's current round, or in an earlier one. */
async function ticketOf(trial: Trial, answer: Answer, seat: SeatView): Promise<Sale | null> {
  if (answer.outcome !== 'CONFIRMED') return null;
  const current = seat.tickets.find(({ id }) => id === answer.orderId);
  if (current !== undefined) return current;
  return trial.engine.recall(answer.orderId, answer.seatId).catch(() => null);
}
