// The till: runs one order on an engine and writes down what the buyer saw. Bursts and single
// purchases both go through it, so that the Witness hears of every order alike.
import type { Answer, Order, Strategy } from '@worldseat/schema/domain';
import type { Receipt } from '../engines/engine.ts';
import type { Trial } from './trial.ts';

/** Nanoseconds on one monotonic clock. */
export type NowNs = () => number;

/** A clock that starts at 0 now. */
export function startClock(): NowNs {
  const startedMs = performance.now();
  return () => Math.round((performance.now() - startedMs) * 1e6);
}

export interface Sold {
  readonly answer: Answer;
  readonly receipt: Receipt;
}

/** Runs the order and records its answer. Does not throw: every fault is an outcome. */
export async function sell(
  trial: Trial,
  order: Order,
  strategy: Strategy,
  intendedNs: number,
  nowNs: NowNs,
): Promise<Sold> {
  trial.answers.call(order);
  const callNs = nowNs();
  const receipt = await trial.engine.run(order, strategy);
  const { sale, read } = receipt;
  const round = sale?.round ?? read?.round ?? trial.floor.scope.get(order.seatId) ?? 0;
  const answer: Answer = {
    orderId: order.id,
    seatId: order.seatId,
    round,
    buyer: order.buyer,
    region: order.region,
    outcome: receipt.outcome,
    read: read?.status ?? null,
    attempts: receipt.attempts,
    conflicts: receipt.conflicts,
    intendedNs,
    callNs,
    returnNs: nowNs(),
  };
  trial.answers.record(answer);
  if (sale !== null) trial.follower.acknowledge(sale);
  trial.live.poke();
  return { answer, receipt };
}
