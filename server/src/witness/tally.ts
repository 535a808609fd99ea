// The sales of the rounds that are on now, seat by seat, as read back from the ledger.
// A pure fold: the same sales give the same tally in any order, and a sale read twice counts once.
import type { Sale, Scope } from '@worldseat/schema/domain';

export interface Totals {
  /** Seats with at least one sale. */
  readonly sold: number;
  /** Sales. */
  readonly tickets: number;
  /** Seats with more than one sale. */
  readonly oversold: number;
}

export class Tally {
  readonly #bySeat = new Map<string, Map<string, Sale>>();
  #tickets = 0;
  #oversold = 0;

  get totals(): Totals {
    return { sold: this.#bySeat.size, tickets: this.#tickets, oversold: this.#oversold };
  }

  /** Seats with at least one sale. */
  get seats(): Iterable<string> {
    return this.#bySeat.keys();
  }

  /** @returns false when the sale was counted already */
  add(sale: Sale): boolean {
    const seat = this.#bySeat.get(sale.seatId) ?? new Map<string, Sale>();
    if (seat.has(sale.id)) return false;
    seat.set(sale.id, sale);
    this.#bySeat.set(sale.seatId, seat);
    this.#tickets += 1;
    if (seat.size === 2) this.#oversold += 1;
    return true;
  }

  /** Forgets a seat. @returns false when it had no sale */
  drop(seatId: string): boolean {
    const seat = this.#bySeat.get(seatId);
    if (seat === undefined) return false;
    this.#bySeat.delete(seatId);
    this.#tickets -= seat.size;
    if (seat.size > 1) this.#oversold -= 1;
    return true;
  }

  holders(seatId: string): readonly Sale[] {
    return [...(this.#bySeat.get(seatId)?.values() ?? [])];
  }

  /** The sales of these seats that belong to these rounds. */
  within(scope: Scope): Sale[] {
    const found: Sale[] = [];
    for (const [seatId, seat] of this.#bySeat) {
      const round = scope.get(seatId);
      for (const sale of seat.values()) if (sale.round === round) found.push(sale);
    }
    return found;
  }
}
