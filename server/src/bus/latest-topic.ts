// A topic of which only the newest value matters: a verdict, a burst's progress. Each subscriber
// holds at most one undelivered value; a newer one replaces it. publish() never waits or throws.
import { systemClock, type Clock } from './clock.ts';
import { PushQueue, type PushQueueOptions } from './push-queue.ts';
import { Subscribers } from './subscribers.ts';

export interface LatestTopicOptions {
  /** Least time between two deliveries to one subscriber, in milliseconds. Default 0. */
  readonly minIntervalMs?: number;
  /** Default 2,000. */
  readonly maxSubscribers?: number;
  readonly clock?: Clock;
}

export class LatestTopic<T> {
  readonly #subscribers: Subscribers<LatestQueue<T>>;
  readonly #pace: Pick<PushQueueOptions, 'clock' | 'minIntervalMs'>;

  constructor(options: LatestTopicOptions = {}) {
    this.#subscribers = new Subscribers(options.maxSubscribers);
    const { clock = systemClock, minIntervalMs = 0 } = options;
    this.#pace = { clock, minIntervalMs: () => minIntervalMs };
  }

  /** Subscribers now. */
  get size(): number {
    return this.#subscribers.size;
  }

  publish(value: T): void {
    this.#subscribers.forEach((queue) => queue.offer(value));
  }

  /** @param first the present value, delivered first if given. @throws TooManySubscribers */
  subscribe(first?: T): AsyncIterableIterator<T, undefined, undefined> {
    const queue = this.#subscribers.add((onEnd) => new LatestQueue<T>({ ...this.#pace, onEnd }));
    if (first !== undefined) queue.offer(first);
    return queue;
  }

  /** Ends every subscriber. */
  close(): void {
    this.#subscribers.close();
  }
}

class LatestQueue<T> extends PushQueue<T> {
  #newest: { readonly value: T } | null = null;

  offer(value: T): void {
    if (this.ended) return;
    this.#newest = { value };
    this.wake();
  }

  protected override take(): { readonly value: T } | null {
    const taken = this.#newest;
    this.#newest = null;
    return taken;
  }

  protected override drop(): void {
    this.#newest = null;
  }
}
