// One purchase by one buyer. The order id makes it idempotent: the same id again gets the first
// answer, even while the first is still under way or after a restart, and never a second sale.
import type { Answer, Order, Sale } from '@worldseat/schema/domain';
import type { PurchaseRequest, PurchaseView, Refusal } from '@worldseat/schema/services';
import { EngineUnavailable as EngineFault } from '../engines/engine.ts';
import type { Log } from '../log.ts';
import type { JournalContent } from '../onsale/journal.ts';
import { invalid, overloaded, unknownEngine } from './input.ts';
import { OrderMemory, type Answered } from './order-memory.ts';
import { answerOfSale, lostAnswer, orderOf, purchaseView, unavailable } from './purchase-view.ts';
import { readOrder, reused, sameOrder } from './read-order.ts';
import { resolveAnswer, resolveLost } from './resolve.ts';
import { sell, startClock } from './till.ts';
import type { Trial } from './trial.ts';

/** Single purchases in flight on one engine; more are shed. */
const MAX_IN_FLIGHT = 1_000;
/** How long a buyer whose answer was lost waits for the ledger's word. */
const RESOLVE_LIMIT_MS = 10_000;
/** The same for orders that an earlier run left unanswered: nobody waits for them. */
const RESUME_LIMIT_MS = 60_000;

export class PurchaseDesk {
  readonly #trials: readonly Trial[];
  readonly #memory = new OrderMemory();
  readonly #log: Log;
  readonly #nowNs = startClock();
  readonly #inFlight = new Map<string, number>();

  constructor(trials: readonly Trial[], log: Log) {
    this.#trials = trials;
    this.#log = log;
  }

  /**
   * Takes up what an earlier run left: its answers, so that a repeated order finds them, and the
   * orders it never answered, which the ledger decides. Does not throw.
   */
  async resume(trial: Trial, { answers, unanswered }: JournalContent): Promise<void> {
    const keep = (answer: Answer) => {
      const answered = Promise.resolve({ answer, sale: null });
      this.#memory.keep(trial.engine.id, orderOf(answer), answered);
    };
    answers.forEach(keep);
    const lost = unanswered.map(({ order, round }) => lostAnswer(order, round));
    for (const answer of lost) trial.answers.record(answer);
    try {
      for (const answer of await resolveLost(trial, lost, RESUME_LIMIT_MS)) {
        keep(answer);
        await trial.journal.append({ answer });
      }
    } catch (error) {
      this.#log.error({ engine: trial.engine.id, err: error }, 'lost orders were not decided');
    }
  }

  async purchase(request: PurchaseRequest): Promise<PurchaseView | Refusal> {
    const trial = this.#trials.find(({ engine }) => engine.id === request.engine);
    if (trial === undefined) return invalid('engine', unknownEngine(request.engine, this.#trials));
    const order = readOrder(trial, request);
    if ('__typename' in order) return order;
    try {
      return await this.#answer(trial, order, request);
    } catch (error) {
      if (!(error instanceof EngineFault)) throw error;
      return unavailable(trial, error);
    }
  }

  async #answer(
    trial: Trial,
    order: Order,
    request: PurchaseRequest,
  ): Promise<PurchaseView | Refusal> {
    const known = this.#memory.find(trial.engine.id, order.id);
    if (known !== null) {
      if (!sameOrder(known.order, order)) return reused(known.order);
      return purchaseView(trial, await known.answered);
    }
    const shed = this.#shed(trial);
    if (shed !== null) return shed;
    const earlier = request.orderId === null ? null : await this.#earlier(trial, order);
    if (earlier !== null) {
      if (!sameOrder({ ...earlier, id: order.id }, order)) return reused(earlier);
      return purchaseView(trial, { answer: answerOfSale(earlier), sale: earlier });
    }
    // Asked again: the same order may have begun while the ledger was asked.
    const begun = this.#memory.find(trial.engine.id, order.id);
    const answered = begun?.answered ?? this.#begin(trial, order, request);
    return purchaseView(trial, await answered);
  }

  #begin(trial: Trial, order: Order, request: PurchaseRequest): Promise<Answered> {
    const answered = this.#run(trial, order, request);
    this.#memory.keep(trial.engine.id, order, answered);
    return answered;
  }

  #earlier(trial: Trial, order: Order): Promise<Sale | null> {
    return trial.engine.recall(order.id, order.seatId);
  }

  async #run(trial: Trial, order: Order, request: PurchaseRequest): Promise<Answered> {
    const { id } = trial.engine;
    this.#inFlight.set(id, (this.#inFlight.get(id) ?? 0) + 1);
    try {
      const round = trial.floor.scope.get(order.seatId) ?? 0;
      await trial.journal.append({ call: { order, round } });
      const { answer, receipt } = await sell(
        trial,
        order,
        request.strategy,
        this.#nowNs(),
        this.#nowNs,
      );
      const answered =
        answer.outcome === 'INDETERMINATE'
          ? await resolveAnswer(trial, answer, RESOLVE_LIMIT_MS)
          : { answer, sale: receipt.sale };
      await trial.journal.append({ answer: answered.answer });
      if (receipt.fault !== null) {
        this.#log.warn({ engine: id, order: order.id, fault: receipt.fault }, 'a purchase failed');
      }
      return answered;
    } finally {
      this.#inFlight.set(id, (this.#inFlight.get(id) ?? 1) - 1);
    }
  }

  #shed(trial: Trial): Refusal | null {
    if ((this.#inFlight.get(trial.engine.id) ?? 0) >= MAX_IN_FLIGHT) {
      return overloaded(
        `${MAX_IN_FLIGHT} purchases are under way; this one was not tried and nothing was sold.`,
        1_000,
      );
    }
    if (trial.answers.room > 0) return null;
    return overloaded('The floor has taken all the orders it can; put it on sale anew.', 60_000);
  }
}
