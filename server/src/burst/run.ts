// Runs a planned burst: every buyer intends to buy at the same moment; each Region serves a fixed
// number at a time and the rest queue. Latency counts from the intended moment, so the queue shows.
// It never waits on purpose and never reorders, whatever the engine.
import type { Order } from '@worldseat/schema/domain';

export interface RunOptions<Result> {
  readonly orders: readonly Order[];
  /** Orders in flight in each Region, as many as the engine keeps connections there. */
  readonly inFlightPerRegion: number;
  /** Runs one order; must not throw. */
  readonly execute: (order: Order) => Promise<Result>;
  /** True once the orders in line are not to be run any more. Default: never. */
  readonly stopped?: () => boolean;
  /** Called as each order is answered, in the order of answers. */
  readonly onAnswer: (order: Order, result: Result) => void;
}

/** Resolves when every order is answered, or was left in line because it stopped. */
export async function runBurst<Result>(options: RunOptions<Result>): Promise<void> {
  const queues = new Map<string, Order[]>();
  for (const order of options.orders) {
    const queue = queues.get(order.region);
    if (queue === undefined) queues.set(order.region, [order]);
    else queue.push(order);
  }
  await Promise.all([...queues.values()].map((queue) => drain(queue, options)));
}

async function drain<Result>(queue: readonly Order[], options: RunOptions<Result>): Promise<void> {
  let next = 0;
  const serve = async () => {
    for (let order = queue[next++]; order !== undefined; order = queue[next++]) {
      if (options.stopped?.() === true) return;
      options.onAnswer(order, await options.execute(order));
    }
  };
  const lanes = Math.min(options.inFlightPerRegion, queue.length);
  await Promise.all(Array.from({ length: lanes }, serve));
}
