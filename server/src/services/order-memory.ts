// The orders of single purchases and their answers, by order id, so that a repeat gets the first
// answer. Bounded: the oldest are forgotten first; then the ledger still knows those that bought.
import type { Answer, Order, Sale } from '@worldseat/schema/domain';

/** Orders remembered in all. */
const MAX_ORDERS = 20_000;

export interface Answered {
  readonly answer: Answer;
  readonly sale: Sale | null;
}

export interface Remembered {
  readonly order: Order;
  readonly answered: Promise<Answered>;
}

export class OrderMemory {
  readonly #orders = new Map<string, Remembered>();

  find(engineId: string, orderId: string): Remembered | null {
    return this.#orders.get(`${engineId} ${orderId}`) ?? null;
  }

  /** An order whose answer is a fault (a thrown error) is forgotten again: it may be repeated. */
  keep(engineId: string, order: Order, answered: Promise<Answered>): void {
    const key = `${engineId} ${order.id}`;
    this.#orders.set(key, { order, answered });
    answered.catch(() => this.#orders.delete(key));
    if (this.#orders.size <= MAX_ORDERS) return;
    for (const oldest of this.#orders.keys()) {
      this.#orders.delete(oldest);
      break;
    }
  }
}
