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

/** Nearly every seat has one sale: only the others pay for a list. In order of arrival, ids distinct. */
interface SeatSales {
  readonly first: Sale;
  readonly others: Map<string, Sale> | null;
}

export class Tally {
  readonly #bySeat = new Map<string, SeatSales>();
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
    const seat = this.#bySeat.get(sale.seatId);
    if (seat === undefined) this.#bySeat.set(sale.seatId, { first: sale, others: null });
    else if (seat.first.id === sale.id || seat.others?.has(sale.id) === true) return false;
    else if (seat.others !== null) seat.others.set(sale.id, sale);
    else {
      this.#bySeat.set(sale.seatId, { first: seat.first, others: new Map([[sale.id, sale]]) });
      this.#oversold += 1;
    }
    this.#tickets += 1;
    return true;
  }

  /** Forgets a seat. @returns false when it had no sale */
  drop(seatId: string): boolean {
    const seat = this.#bySeat.get(seatId);
    if (seat === undefined) return false;
    this.#bySeat.delete(seatId);
    this.#tickets -= 1 + (seat.others?.size ?? 0);
    if (seat.others !== null) this.#oversold -= 1;
    return true;
  }

  holders(seatId: string): readonly Sale[] {
    const seat = this.#bySeat.get(seatId);
    return seat === undefined ? [] : salesOf(seat);
  }

  /** The sales of these seats that belong to these rounds. */
  within(scope: Scope): Sale[] {
    const found: Sale[] = [];
    for (const [seatId, seat] of this.#bySeat) {
      const round = scope.get(seatId);
      for (const sale of salesOf(seat)) if (sale.round === round) found.push(sale);
    }
    return found;
  }
}

function salesOf({ first, others }: SeatSales): Sale[] {
  return others === null ? [first] : [first, ...others.values()];
}
