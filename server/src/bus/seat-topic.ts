// The changes of one floor, as every viewer sees them: the present state first, then batches with
// the last state of each changed seat. All viewers are told at the same moments and, when they are
// equally far, by the same object. What waits is bounded by the floor, never by the number of changes
// or viewers. publish() never waits and never throws; a viewer that stops reading loses its own
// subscription and nothing else.
import type { SeatStatusView } from '@worldseat/schema/services';
import { systemClock, type Cancel, type Clock } from './clock.ts';
import { SeatBatches, type Told } from './seat-batches.ts';
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
  readonly #batches: SeatBatches;
  readonly #clock: Clock;
  readonly #maxPausedMs: number;
  #stopResting: Cancel | null = null;

  constructor(options: SeatTopicOptions) {
    const { snapshot, regions, clock = systemClock } = options;
    this.#subscribers = new Subscribers(options.maxSubscribers);
    this.#batches = new SeatBatches({ snapshot, regions, clock });
    this.#clock = clock;
    this.#maxPausedMs = options.maxPausedMs ?? 60_000;
  }

  /** Subscribers now. */
  get size(): number {
    return this.#subscribers.size;
  }

  /** @param totals of the whole floor, after these changes; @param revision of the floor, rising */
  publish(changes: readonly SeatNews[], totals: FloorTotals, revision: number): void {
    // Whoever comes later begins with the present state.
    if (this.size === 0) return;
    this.#batches.add(changes, totals, revision);
    if (this.#stopResting === null && this.#batches.isDue) this.#tell();
  }

  /** @throws TooManySubscribers; the iterator throws SlowConsumer when it is left unread */
  subscribe(): AsyncIterableIterator<SeatStatusView, undefined, undefined> {
    return this.#subscribers.add((onEnd) => this.#openQueue(onEnd));
  }

  /** Ends every subscriber. */
  close(): void {
    this.#subscribers.close();
  }

  #openQueue(onEnd: () => void): SeatQueue {
    return new SeatQueue({
      clock: this.#clock,
      maxPausedMs: this.#maxPausedMs,
      // The topic keeps the pace, for all of them together.
      minIntervalMs: () => 0,
      hasFor: (place) => this.#batches.hasFor(place),
      next: (place) => this.#next(place),
      onEnd: () => {
        onEnd();
        if (this.size === 0) this.#idle();
      },
    });
  }

  #next(place: number): Told | null {
    const told = this.#batches.next(place);
    // A present state is for all who come until the rest ends, and news keeps its distance from it.
    if (this.#batches.holdsPresent) this.#rest();
    return told;
  }

  #tell(): void {
    this.#batches.release();
    this.#rest();
    this.#subscribers.forEach((queue) => queue.hear());
  }

  #rest(): void {
    const intervalMs = this.size < CROWD ? INTERVAL_MS : CROWD_INTERVAL_MS;
    this.#stopResting ??= this.#clock.after(intervalMs, () => {
      this.#stopResting = null;
      this.#batches.forgetPresent();
      if (this.#batches.isDue) this.#tell();
    });
  }

  #idle(): void {
    this.#stopResting?.();
    this.#stopResting = null;
    this.#batches.clear();
  }
}
