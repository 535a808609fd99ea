// Serves whoever waits in line at a steady rate: so many sales a second, first come, first served.
// Who finds nothing to buy costs the line nothing. A moment in which the thread was busy is made up
// for as soon as it is free, so that the rate holds over the whole; nobody is served ahead of time.

/** Between two looks at the clock. */
const TICK_MS = 2;

/** Serves one; @returns whether it was a sale, which is what the rate counts */
type Serve = () => boolean;

export class PacedLine {
  readonly #salesPerMs: number;
  readonly #line: Serve[] = [];
  #timer: NodeJS.Timeout | undefined;
  #startMs = 0;
  #sold = 0;

  constructor(salesPerSecond: number) {
    this.#salesPerMs = salesPerSecond / 1_000;
  }

  /** Those who wait are bounded by the orders that the server has in flight. */
  join(serve: Serve): void {
    this.#line.push(serve);
    if (this.#timer !== undefined) return;
    this.#startMs = performance.now();
    this.#sold = 0;
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  /** Nobody is served any more. */
  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#line.length = 0;
  }

  #tick(): void {
    const due = (performance.now() - this.#startMs) * this.#salesPerMs;
    if (this.#line.length === 0) this.close();
    while (this.#line.length > 0 && this.#sold + 1 <= due) {
      if (this.#line.shift()?.() === true) this.#sold += 1;
    }
  }
}
