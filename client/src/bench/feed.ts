// Sells seats at random and tells of it as the server does: the last state of each seat, packed, in
// JSON. Pure but for what it remembers.
import { MAX_PACKED_HOLDERS, packSeat, seededRandom } from '@worldseat/schema/domain';
import type { FeedOrder } from './orders.ts';

/** Of the sold seats that change: the share that is sold again instead of put on sale anew. */
const SOLD_AGAIN = 0.02;
/** Oversold seats of a floor at most; further changes go elsewhere. */
const MAX_OVERSOLD = 400;
const NO_REGION = 255;

export class Feed {
  readonly holders: Uint8Array;
  readonly regions: Uint8Array;
  readonly #order: FeedOrder;
  readonly #random: () => number;
  #oversold = 0;
  #sequence = 0;
  changes = 0;

  constructor(order: FeedOrder) {
    this.#order = order;
    this.#random = seededRandom(order.seed);
    this.holders = new Uint8Array(order.seatCount);
    this.regions = new Uint8Array(order.seatCount).fill(NO_REGION);
  }

  /** The next message. @param count of changes in it */
  next(count: number): string {
    const changed = new Set<number>();
    while (changed.size < Math.min(count, this.#order.seatCount)) {
      const seat = Math.floor(this.#random() * this.#order.seatCount);
      if (!changed.has(seat) && this.#change(seat)) changed.add(seat);
    }
    this.changes += changed.size;
    this.#sequence += 1;
    const seats = [...changed];
    return JSON.stringify({
      revision: 1,
      sequence: this.#sequence,
      packed: seats.map((seat) => packSeat(seat, this.holders[seat] ?? 0)),
      regions: seats.map((seat) => (this.holders[seat] === 0 ? -1 : (this.regions[seat] ?? -1))),
    });
  }

  /** @returns false when this seat stays as it is */
  #change(seat: number): boolean {
    const holders = this.holders[seat] ?? 0;
    if (holders >= MAX_PACKED_HOLDERS) return false;
    const again = holders > 1 || (holders === 1 && this.#random() < SOLD_AGAIN);
    if (again && holders === 1 && this.#oversold >= MAX_OVERSOLD) return false;
    const next = holders === 0 || again ? holders + 1 : 0;
    if (next === 2) this.#oversold += 1;
    this.holders[seat] = next;
    this.regions[seat] = next === 0 ? NO_REGION : Math.floor(this.#random() * this.#order.regions);
    return true;
  }
}
