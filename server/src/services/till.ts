// The till: runs one order on an engine and writes down what the buyer saw. Bursts and single
// purchases both go through it, so that the Witness hears of every order alike.
import type { Answer, Attempt, Order, Strategy } from '@worldseat/schema/domain';
import type { Receipt } from '../engines/engine.ts';
import type { RoundClock } from './round-clocks.ts';
import type { Trial } from './trial.ts';

/** What one or more presses of one order came to. */
export interface Pressed {
  readonly receipt: Receipt;
  readonly presses: number;
  /** Where a sale may be that no answer told of; null: in more than one Region. */
  readonly lostIn: string | null;
}

export interface Sold {
  readonly answer: Answer;
  readonly receipt: Receipt;
}

/** How a buyer presses. Must not throw: every fault is an outcome. */
export type Press = (trial: Trial, order: Order, strategy: Strategy) => Promise<Pressed>;

export const pressOnce: Press = async (trial, order, strategy) => {
  const receipt = await trial.engine.run(order, strategy);
  return { receipt, presses: 1, lostIn: order.region };
};

export interface SellOptions {
  readonly strategy: Strategy;
  /** When the buyer meant to press, on the clock of the seat's round. Default: now. */
  readonly intendedNs?: number;
  /** Default: once. */
  readonly press?: Press;
}

/** Runs the order and records its answer. Does not throw: every fault is an outcome. */
export async function sell(trial: Trial, order: Order, options: SellOptions): Promise<Sold> {
  const { strategy, press = pressOnce } = options;
  trial.answers.call(order);
  const clock = trial.clocks.of(order.seatId);
  const callNs = clock.nowNs();
  const { receipt, presses, lostIn } = await press(trial, order, strategy);
  const { sale, read } = receipt;
  const answer: Answer = {
    orderId: order.id,
    seatId: order.seatId,
    round: sale?.round ?? read?.round ?? trial.floor.scope.get(order.seatId) ?? 0,
    buyer: order.buyer,
    // Of the first press. What was sold elsewhere says so itself, in the ledger.
    region: order.region,
    outcome: receipt.outcome,
    rejectionReason: receipt.rejectionReason,
    read: read?.status ?? null,
    readOrderId: read?.orderId ?? null,
    attempts: receipt.attempts,
    conflicts: receipt.conflicts,
    trace: receipt.trace.map((attempt) => onClock(attempt, clock)),
    presses,
    lost: receipt.outcome === 'INDETERMINATE',
    intendedNs: options.intendedNs ?? callNs,
    callNs,
    returnNs: clock.nowNs(),
  };
  trial.answers.record(answer, lostIn);
  if (sale !== null) trial.follower.acknowledge(sale);
  trial.live.poke();
  return { answer, receipt };
}

function onClock(attempt: Attempt, clock: RoundClock): Attempt {
  const { startNs, readNs, writeNs, endNs } = attempt;
  return {
    ...attempt,
    startNs: clock.at(startNs),
    readNs: readNs === null ? null : clock.at(readNs),
    writeNs: writeNs === null ? null : clock.at(writeNs),
    endNs: clock.at(endNs),
  };
}
