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

export class Doors {
  readonly #inside = new Map<string, number>();
  #count = 0;
  /** The seat that is shut, everything, or nothing. */
  #shut: { readonly seatId: string | null } | null = null;
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
   * Shuts one seat, or all (null), and resolves when nobody is inside there.
   * @returns what opens the doors again. @throws StillInside at the limit, with the doors open
   */
  async shut(seatId: string | null, limitMs = EMPTY_LIMIT_MS): Promise<() => void> {
    this.#shut = { seatId };
    const open = () => {
      this.#shut = null;
    };
    if (await this.#empty(seatId, limitMs)) return open;
    open();
    throw new StillInside(`${this.#insideOf(seatId)} purchases are still under way`);
  }

  #empty(seatId: string | null, limitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isEmpty: boolean) => {
        clearTimeout(timer);
        this.#left = () => undefined;
        resolve(isEmpty);
      };
      const timer = setTimeout(() => end(false), limitMs);
      this.#left = () => {
        if (this.#insideOf(seatId) === 0) end(true);
      };
      this.#left();
    });
  }

  #isShut(seatId: string): boolean {
    return this.#shut !== null && (this.#shut.seatId === null || this.#shut.seatId === seatId);
  }

  #insideOf(seatId: string | null): number {
    return seatId === null ? this.#count : (this.#inside.get(seatId) ?? 0);
  }

  #add(seatId: string, change: 1 | -1): void {
    const inside = (this.#inside.get(seatId) ?? 0) + change;
    if (inside === 0) this.#inside.delete(seatId);
    else this.#inside.set(seatId, inside);
    this.#count += change;
  }
}
