// The changes of one floor, as every viewer sees them: the present state first, then batches with
// the last state of each changed seat. What waits for a viewer is bounded by the floor, never by
// the number of changes. publish() never waits and never throws; a viewer that stops reading loses
// its own subscription and nothing else.
import type { SeatStatusView } from '@worldseat/schema/services';
import { systemClock, type Clock } from './clock.ts';
import type { FloorSnapshot, FloorTotals, SeatNews } from './seat-news.ts';
import { SeatQueue } from './seat-queue.ts';
import { Subscribers } from './subscribers.ts';

/** Few viewers are told as soon as the ledger was read back, which gathers enough; a crowd less often. */
const INTERVAL_MS = 8;
const CROWD_INTERVAL_MS = 33;
const CROWD = 16;

export interface SeatTopicOptions {
  /** The present state, including everything that was published. */
  readonly snapshot: () => FloorSnapshot;
  /** The engine's Regions, in the order that the graph tells them. */
  readonly regions: readonly string[];
  /** Default 2,000. */
  readonly maxSubscribers?: number;
  /** How long a subscriber may leave something unread before it ends. Default 60,000 ms. */
  readonly maxPausedMs?: number;
  readonly clock?: Clock;
}

export class SeatTopic {
  readonly #subscribers: Subscribers<SeatQueue>;
  readonly #shared: {
    readonly snapshot: () => FloorSnapshot;
    readonly clock: Clock;
    readonly minIntervalMs: () => number;
    readonly maxPausedMs: number;
    readonly regions: readonly string[];
  };

  constructor(options: SeatTopicOptions) {
    this.#subscribers = new Subscribers(options.maxSubscribers);
    this.#shared = {
      snapshot: options.snapshot,
      clock: options.clock ?? systemClock,
      minIntervalMs: () => (this.size < CROWD ? INTERVAL_MS : CROWD_INTERVAL_MS),
      maxPausedMs: options.maxPausedMs ?? 60_000,
      regions: options.regions,
    };
  }

  /** Subscribers now. */
  get size(): number {
    return this.#subscribers.size;
  }

  /** @param totals of the whole floor, after these changes; @param revision of the floor, rising */
  publish(changes: readonly SeatNews[], totals: FloorTotals, revision: number): void {
    this.#subscribers.forEach((queue) => queue.offer(changes, totals, revision));
  }

  /** @throws TooManySubscribers; the iterator throws SlowConsumer when it is left unread */
  subscribe(): AsyncIterableIterator<SeatStatusView, undefined, undefined> {
    return this.#subscribers.add((onEnd) => new SeatQueue({ ...this.#shared, onEnd }));
  }

  /** Ends every subscriber. */
  close(): void {
    this.#subscribers.close();
  }
}
