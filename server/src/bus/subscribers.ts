// The subscribers of one topic: a set with a limit. At the limit a new one is refused with a typed
// error; those that are there keep what they have.
const DEFAULT_MAX_SUBSCRIBERS = 2_000;

/** The topic serves as many subscribers as it may. Shown to the caller, with this code. */
export class TooManySubscribers extends Error {
  override readonly name = 'TooManySubscribers';
  readonly code = 'TOO_MANY_SUBSCRIBERS';

  constructor(limit: number) {
    super(`This topic already serves its limit of ${limit} subscribers; try again later.`);
  }
}

interface Ending {
  return(): Promise<unknown>;
}

export class Subscribers<Queue extends Ending> {
  readonly #queues = new Set<Queue>();
  readonly #limit: number;
  #closed = false;

  constructor(limit: number = DEFAULT_MAX_SUBSCRIBERS) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#queues.size;
  }

  /**
   * Adds the queue that `open` makes; `open` gets what to call when the queue ends. After close()
   * the queue is ended at once. @throws TooManySubscribers
   */
  add(open: (onEnd: () => void) => Queue): Queue {
    if (this.#queues.size >= this.#limit) throw new TooManySubscribers(this.#limit);
    const queue: Queue = open(() => this.#queues.delete(queue));
    this.#queues.add(queue);
    if (this.#closed) void queue.return();
    return queue;
  }

  forEach(visit: (queue: Queue) => void): void {
    this.#queues.forEach(visit);
  }

  /** Ends every queue, and each one that is added later. */
  close(): void {
    this.#closed = true;
    for (const queue of this.#queues) void queue.return();
  }
}
