// One subscriber's end of a topic: an async iterator that is pushed from outside. What waits for
// the reader is up to the subclass, which must keep it bounded. return() takes effect at once, even
// while a next() waits, so this must never become an async generator: there a return() queues
// behind the next() that waits, and the subscription leaks until another event happens to come.
import type { Cancel, Clock } from './clock.ts';

/** Readers that may wait at once; a for-await loop is one. */
const MAX_WAITING_READERS = 16;

export interface PushQueueOptions {
  readonly clock: Clock;
  /** Least time between two deliveries, in milliseconds; 0: none. Asked after each delivery. */
  readonly minIntervalMs: () => number;
  /** Called once, when the queue ends for whatever reason. */
  readonly onEnd: () => void;
}

interface Reader<T> {
  readonly resolve: (result: IteratorResult<T, undefined>) => void;
  readonly reject: (reason: Error) => void;
}

export abstract class PushQueue<T> implements AsyncIterableIterator<T, undefined, undefined> {
  readonly #options: PushQueueOptions;
  readonly #readers: Reader<T>[] = [];
  #stopResting: Cancel | null = null;
  #ended = false;
  #fault: Error | null = null;

  constructor(options: PushQueueOptions) {
    this.#options = options;
  }

  /** Takes out what is to be delivered next, or null when nothing is pending. */
  protected abstract take(): { readonly value: T } | null;

  /** Drops whatever the subclass holds; the queue has ended. */
  protected abstract drop(): void;

  protected get hasReader(): boolean {
    return this.#readers.length > 0;
  }

  get ended(): boolean {
    return this.#ended;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<T, undefined>> {
    return new Promise((resolve, reject) => {
      if (this.#ended) this.#answerAfterEnd({ resolve, reject });
      else if (this.#readers.length >= MAX_WAITING_READERS) {
        reject(new RangeError(`at most ${MAX_WAITING_READERS} next() calls may wait at once`));
      } else {
        this.#readers.push({ resolve, reject });
        this.wake();
      }
    });
  }

  /** Ends the queue now: every waiting next() is done and nothing pending is delivered. */
  return(): Promise<IteratorResult<T, undefined>> {
    this.#end(null);
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(reason: unknown): Promise<IteratorResult<T, undefined>> {
    this.#end(null);
    return Promise.reject(reason instanceof Error ? reason : new Error(String(reason)));
  }

  /** Ends the queue with a fault that the reader's next read throws, once. */
  fail(fault: Error): void {
    this.#end(fault);
  }

  /** To be called when something became pending. Never throws and never waits. */
  protected wake(): void {
    while (!this.#ended && this.#stopResting === null && this.#readers.length > 0) {
      const taken = this.#tryTake();
      if (taken === null) return;
      this.#readers.shift()?.resolve({ done: false, value: taken.value });
      this.#rest();
    }
  }

  #tryTake(): { readonly value: T } | null {
    try {
      return this.take();
    } catch (error) {
      this.#end(error instanceof Error ? error : new Error(String(error)));
      return null;
    }
  }

  #rest(): void {
    const intervalMs = this.#options.minIntervalMs();
    if (intervalMs <= 0) return;
    this.#stopResting = this.#options.clock.after(intervalMs, () => {
      this.#stopResting = null;
      this.wake();
    });
  }

  #end(fault: Error | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#fault = fault;
    this.#stopResting?.();
    this.drop();
    this.#options.onEnd();
    for (const reader of this.#readers.splice(0)) this.#answerAfterEnd(reader);
  }

  #answerAfterEnd(reader: Reader<T>): void {
    const fault = this.#fault;
    this.#fault = null;
    if (fault === null) reader.resolve({ done: true, value: undefined });
    else reader.reject(fault);
  }
}
