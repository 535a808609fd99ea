// The seats that flash, and when each of them looks different next: between those moments they cost
// nothing. Pure but for what it remembers.

export class Flashes {
  /** The first of them, so many as takeDue() says, are due. */
  readonly due: Uint32Array;
  readonly #seats: Uint32Array;
  readonly #isListed: Uint8Array;
  /** By seat; Infinity: it has settled. */
  readonly #dueMs: Float64Array;
  #count = 0;

  constructor(seatCount: number) {
    this.due = new Uint32Array(seatCount);
    this.#seats = new Uint32Array(seatCount);
    this.#isListed = new Uint8Array(seatCount);
    this.#dueMs = new Float64Array(seatCount).fill(Infinity);
  }

  clear(): void {
    this.#isListed.fill(0);
    this.#dueMs.fill(Infinity);
    this.#count = 0;
  }

  /** This seat flashes, and looks different from then on. */
  expect(seat: number, dueMs: number): void {
    this.#dueMs[seat] = dueMs;
    if (this.#isListed[seat] === 1) return;
    this.#isListed[seat] = 1;
    this.#seats[this.#count] = seat;
    this.#count += 1;
  }

  settle(seat: number): void {
    this.#dueMs[seat] = Infinity;
  }

  /** Whether any flashes still. */
  get alive(): boolean {
    for (let at = 0; at < this.#count; at += 1) {
      if ((this.#dueMs[this.#seats[at] ?? 0] ?? Infinity) !== Infinity) return true;
    }
    return false;
  }

  /** @returns how many of `due` are; each is told of anew, or settled, by whoever paints it */
  takeDue(nowMs: number): number {
    const [seats, dueMs] = [this.#seats, this.#dueMs];
    let [kept, taken] = [0, 0];
    for (let at = 0; at < this.#count; at += 1) {
      const seat = seats[at] ?? 0;
      const seatDueMs = dueMs[seat] ?? Infinity;
      if (seatDueMs === Infinity) {
        this.#isListed[seat] = 0;
        continue;
      }
      seats[kept] = seat;
      kept += 1;
      if (seatDueMs > nowMs) continue;
      this.due[taken] = seat;
      taken += 1;
    }
    this.#count = kept;
    return taken;
  }
}
