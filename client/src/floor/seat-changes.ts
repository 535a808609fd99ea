// Which seats were written, in the order of writing, for any number of readers who each remember how
// far they read. Only the last of them are kept: whoever fell behind looks at the whole floor.

/** A second of 16,000 changes; a power of two. */
const CAPACITY = 16_384;

export class SeatChanges {
  readonly #seats = new Uint32Array(CAPACITY);
  #count = 0;

  /** So many were noted, ever: where the next reading begins. */
  get count(): number {
    return this.#count;
  }

  note(index: number): void {
    this.#seats[this.#count % CAPACITY] = index;
    this.#count += 1;
  }

  /** Any seat may be another one now: every reader looks at the whole floor. */
  noteAll(): void {
    this.#count += CAPACITY + 1;
  }

  /** @returns false when some since then are forgotten */
  remembers(since: number): boolean {
    return this.#count - since <= CAPACITY;
  }

  /** @param number from the first that is remembered up to count */
  at(number: number): number {
    return this.#seats[number % CAPACITY] ?? 0;
  }
}
