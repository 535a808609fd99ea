// The answer of one purchase in the forms it takes: recorded, remembered by the ledger, lost, and as
// the graph shows it. Pure but for the seat, which is read from the database.
import type { Answer, Order, Sale } from '@worldseat/schema/domain';
import type { EngineUnavailable, PurchaseView } from '@worldseat/schema/services';
import type { EngineUnavailable as EngineFault } from '../engines/engine.ts';
import type { Answered } from './order-memory.ts';
import { seatView, seatViewFromTally } from './seat-view.ts';
import type { Trial } from './trial.ts';

const NO_TIMES = { intendedNs: 0, callNs: 0, returnNs: 0 };

export function orderOf({ orderId: id, seatId, buyer, region }: Answer): Order {
  return { id, seatId, buyer, region };
}

/** An order that an earlier run called and never answered. */
export function lostAnswer({ id: orderId, seatId, buyer, region }: Order, round: number): Answer {
  const said = { outcome: 'INDETERMINATE', read: null, attempts: 0, conflicts: [] } as const;
  return { orderId, seatId, round, buyer, region, ...said, ...NO_TIMES };
}

/** What the buyer of a sale that the ledger remembers was told. */
export function answerOfSale(sale: Sale): Answer {
  const { id: orderId, seatId, round, buyer, region, attempts } = sale;
  const said = { outcome: 'CONFIRMED', read: 'AVAILABLE', conflicts: [] } as const;
  return { orderId, seatId, round, buyer, region, attempts, ...said, ...NO_TIMES };
}

export async function purchaseView(trial: Trial, answered: Answered): Promise<PurchaseView> {
  const { answer } = answered;
  // The order is decided: a database that cannot be read now must not hide its answer.
  const seat = await seatView(trial, answer.seatId).catch(() =>
    seatViewFromTally(trial, answer.seatId),
  );
  const sale = answered.sale ?? seat.tickets.find(({ id }) => id === answer.orderId) ?? null;
  return {
    __typename: 'Purchase',
    orderId: answer.orderId,
    outcome: answer.outcome,
    seat,
    sale: answer.outcome === 'CONFIRMED' ? sale : null,
    attempts: answer.attempts,
    conflicts: answer.conflicts,
    latencyMs: (answer.returnNs - answer.intendedNs) / 1e6,
  };
}

export function unavailable(trial: Trial, error: EngineFault): EngineUnavailable {
  const { message } = error;
  return { __typename: 'EngineUnavailableError', engine: trial.engine.id, message };
}
