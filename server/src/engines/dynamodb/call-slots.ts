// As many calls at once as there are sockets; the rest wait here, first come, first served.
// The SDK's agent would queue them just so, but its time limits would count the waiting and fail
// calls that nothing is wrong with. Here a call's limits start when it has a socket.

/** Calls that may wait; one more is refused at once, unsent. */
export const MAX_WAITING_CALLS = 100_000;

/** The call was not sent: too many were waiting. */
export class TooManyCalls extends Error {
  override readonly name = 'TooManyCalls';
  readonly code = 'TOO_MANY_CALLS';
}

export class CallSlots {
  #free: number;
  readonly #waiting: (() => void)[] = [];
  #next = 0;

  constructor(slots: number) {
    this.#free = slots;
  }

  /** Runs the call when a slot is free. @throws TooManyCalls, and whatever the call throws */
  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn();
    try {
      return await call();
    } finally {
      this.#release();
    }
  }

  #turn(): Promise<void> {
    if (this.#waiting.length - this.#next >= MAX_WAITING_CALLS) {
      throw new TooManyCalls(`more than ${MAX_WAITING_CALLS} calls wait for a socket`);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #release(): void {
    const next = this.#waiting[this.#next];
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    // The slot passes on; the served part of the queue is dropped now and then.
    this.#next += 1;
    if (this.#next === 1024) {
      this.#waiting.splice(0, this.#next);
      this.#next = 0;
    }
    next();
  }
}
