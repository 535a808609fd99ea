// One purchase by one buyer. The order id makes it idempotent: the same id again gets the first
// answer, even while the first is still under way or after a restart, and never a second sale.
import type { Answer, Order } from '@worldseat/schema/domain';
import type { PurchaseRequest, PurchaseView, Refusal } from '@worldseat/schema/services';
import { EngineUnavailable as EngineFault } from '../engines/engine.ts';
import type { Log } from '../log.ts';
import { MAX_INSIDE } from '../onsale/doors.ts';
import type { EngineRoom } from './engine-room.ts';
import { checkStrategy, invalid, overloaded, unavailable, unknownEngine } from './input.ts';
import { OrderMemory, type Answered, type Remembered } from './order-memory.ts';
import { answerOfSale, orderOf, purchaseView } from './purchase-view.ts';
import { readOrder, reused, sameOrder } from './read-order.ts';
import { resolveAnswer } from './resolve.ts';
import { sell } from './till.ts';
import type { Trial } from './trial.ts';

/** How long a buyer whose answer was lost waits for the ledger's word. */
const RESOLVE_LIMIT_MS = 10_000;

export class PurchaseDesk {
  readonly #room: EngineRoom;
  readonly #memory = new OrderMemory();
  readonly #log: Log;

  constructor(room: EngineRoom, log: Log) {
    this.#room = room;
    this.#log = log;
  }

  /** Remembers what buyers were told in an earlier run, so that a repeated order finds it. */
  remember(trial: Trial, told: readonly Answer[]): void {
    for (const answer of told) {
      const answered = Promise.resolve({ answer, sale: null });
      this.#memory.keep(trial.engine.id, orderOf(answer), answered);
    }
  }

  async purchase(request: PurchaseRequest): Promise<PurchaseView | Refusal> {
    const trial = this.#room.find(request.engine);
    if (trial === null) return invalid('engine', unknownEngine(request.engine, this.#room.open));
    const order = checkStrategy(request.strategy, trial.engine) ?? readOrder(trial, request);
    if ('__typename' in order) return order;
    const known = this.#memory.find(trial.engine.id, order.id);
    if (known !== null) return this.#again(trial, order, known);
    const entry = trial.doors.enter(order.seatId);
    if (entry.kind !== 'ENTERED') return turnedAway(entry.kind);
    try {
      return await this.#first(trial, order, request);
    } catch (error) {
      if (error instanceof EngineFault) return unavailable(error);
      throw error;
    } finally {
      entry.leave();
    }
  }

  /** The same order came before: it gets the first answer, as far as it is decided by now. */
  async #again(trial: Trial, order: Order, known: Remembered): Promise<PurchaseView | Refusal> {
    if (!sameOrder(known.order, order)) return reused(known.order);
    const answered = await known.answered;
    const decided = trial.answers.find(order.seatId, order.id);
    return purchaseView(trial, decided === null ? answered : { ...answered, answer: decided });
  }

  async #first(
    trial: Trial,
    order: Order,
    request: PurchaseRequest,
  ): Promise<PurchaseView | Refusal> {
    if (trial.answers.room <= 0) return turnedAway('FULL_BOOK');
    const chosen = request.orderId !== null;
    const earlier = chosen ? await trial.engine.recall(order.id, order.seatId) : null;
    if (earlier !== null) {
      if (!sameOrder(earlier, order)) return reused(earlier);
      return purchaseView(trial, { answer: answerOfSale(earlier), sale: earlier });
    }
    // Asked again: the same order may have begun while the ledger was asked.
    const begun = this.#memory.find(trial.engine.id, order.id);
    if (begun !== null) return this.#again(trial, order, begun);
    const answered = this.#run(trial, order, request);
    this.#memory.keep(trial.engine.id, order, answered);
    return purchaseView(trial, await answered);
  }

  async #run(trial: Trial, order: Order, request: PurchaseRequest): Promise<Answered> {
    const round = trial.floor.scope.get(order.seatId) ?? 0;
    const callNs = trial.clocks.of(order.seatId).nowNs();
    await trial.journal.append({ call: { order, round, callNs } });
    const { strategy } = request;
    const { answer, receipt } = await sell(trial, order, { strategy, intendedNs: callNs });
    const answered =
      answer.outcome === 'INDETERMINATE'
        ? await resolveAnswer(trial, answer, RESOLVE_LIMIT_MS)
        : { answer, sale: receipt.sale };
    const fields = { engine: trial.engine.id, order: order.id };
    if (receipt.fault !== null) {
      this.#log.warn({ ...fields, fault: receipt.fault }, 'a purchase failed');
    }
    // Decided is decided: a journal that cannot be written costs the memory of it, not the answer.
    await trial.journal
      .append({ answer: answered.answer })
      .catch((err: unknown) => this.#log.error({ ...fields, err }, 'an answer was not kept'));
    return answered;
  }
}

const TURNED_AWAY = {
  SHUT: 'This seat is just being put on sale anew, or sold by a rule; nothing was tried.',
  FULL: `${MAX_INSIDE} purchases are under way; this one was not tried and nothing was sold.`,
  FULL_BOOK: 'The floor has taken all the orders it can; put it on sale anew.',
} as const;

function turnedAway(why: keyof typeof TURNED_AWAY): Refusal {
  return overloaded(TURNED_AWAY[why], why === 'FULL_BOOK' ? 60_000 : 1_000);
}
