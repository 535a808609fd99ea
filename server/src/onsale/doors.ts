// The doors of a floor: single purchases enter, and are shut out while their seat is being put on
// sale anew. Whoever shuts the doors waits until everybody is out, so that no order can straddle
// two rounds. Nobody waits to enter: a shut or full floor turns an order away before it is tried.

/** Single purchases inside at once; more are turned away. */
export const MAX_INSIDE = 1_000;
/** How long the doors wait for those inside; a lost answer takes up to 10 s to be decided. */
const EMPTY_LIMIT_MS = 15_000;

/** Somebody stayed inside for longer than the doors can wait. */
export class StillInside extends Error {
  override readonly name = 'StillInside';
  readonly code = 'STILL_INSIDE';
}

export type Entry =
  { readonly kind: 'ENTERED'; readonly leave: () => void } | { readonly kind: 'SHUT' | 'FULL' };

type ShutSeats = ReadonlySet<string> | null;
const NO_SEATS: ShutSeats = new Set();

export class Doors {
  readonly #inside = new Map<string, number>();
  #count = 0;
  /** The seats that are shut, all of them (null), or none. */
  #shut: ShutSeats = NO_SEATS;
  #left: () => void = () => undefined;

  enter(seatId: string): Entry {
    if (this.#isShut(seatId)) return { kind: 'SHUT' };
    if (this.#count >= MAX_INSIDE) return { kind: 'FULL' };
    this.#add(seatId, 1);
    const leave = () => {
      this.#add(seatId, -1);
      this.#left();
    };
    return { kind: 'ENTERED', leave };
  }

  /**
   * Shuts some seats, or all (null), and resolves when nobody is inside there.
   * @returns what opens the doors again. @throws StillInside at the limit, with the doors open
   */
  async shut(seatIds: readonly string[] | null, limitMs = EMPTY_LIMIT_MS): Promise<() => void> {
    this.#shut = seatIds === null ? null : new Set(seatIds);
    const open = () => {
      this.#shut = NO_SEATS;
    };
    if (await this.#empty(limitMs)) return open;
    const inside = this.#insideShut();
    open();
    throw new StillInside(`${inside} purchases are still under way`);
  }

  #empty(limitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isEmpty: boolean) => {
        clearTimeout(timer);
        this.#left = () => undefined;
        resolve(isEmpty);
      };
      const timer = setTimeout(() => end(false), limitMs);
      this.#left = () => {
        if (this.#insideShut() === 0) end(true);
      };
      this.#left();
    });
  }

  #isShut(seatId: string): boolean {
    return this.#shut === null || this.#shut.has(seatId);
  }

  #insideShut(): number {
    if (this.#shut === null) return this.#count;
    let inside = 0;
    for (const [seatId, count] of this.#inside) if (this.#shut.has(seatId)) inside += count;
    return inside;
  }

  #add(seatId: string, change: 1 | -1): void {
    const inside = (this.#inside.get(seatId) ?? 0) + change;
    if (inside === 0) this.#inside.delete(seatId);
    else this.#inside.set(seatId, inside);
    this.#count += change;
  }
}
