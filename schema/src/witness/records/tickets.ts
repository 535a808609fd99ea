// The orders that have a ticket or may have one: told CONFIRMED or INDETERMINATE, or in the ledger. A
// row is one order at one seat; what is heard of it from different sides meets there, in any order.
import type { Answer, Release, Sale } from '../../domain/index.ts';
import { preferAnswer, preferRelease, preferSale } from './prefer.ts';
import {
  DENIED,
  GIVEN_BACK,
  isDenied,
  SOLD,
  TOLD_CONFIRMED,
  TOLD_INDETERMINATE,
  UNSURE,
} from './ticket-bits.ts';
import { NO_ROW, TicketNumbers } from './ticket-numbers.ts';
import { TextIndex } from './text-index.ts';
import type { Ticket } from './ticket.ts';

export class Tickets extends TicketNumbers {
  readonly #orders = new TextIndex();
  /** For each order's number, its first row. */
  readonly #firstRow: number[] = [];
  readonly #answers: (Answer | null)[] = [];
  readonly #sales: (Sale | null)[] = [];
  readonly #releases = new Map<number, Release>();
  readonly #regions = new TextIndex();
  /** Rows of orders that are known at several seats, beside the first: by seat and order. */
  readonly #others = new Map<string, number>();
  /** All rows of such orders. */
  readonly #repeated = new Map<string, number[]>();
  /** Of such orders, the row of the first sale, if any; null: to be worked out anew. */
  #firstSales: ReadonlyMap<string, number | undefined> | null = null;

  override add(seat: number): number {
    this.#answers.push(null);
    this.#sales.push(null);
    return super.add(seat);
  }

  /** @param answer CONFIRMED or INDETERMINATE */
  hearAnswer(seat: number, answer: Answer): void {
    const row = this.#rowOf(seat, answer.orderId);
    const known = this.#answers[row] ?? null;
    const kept = known === null ? answer : preferAnswer(known, answer);
    this.#answers[row] = kept;
    this.setAnswer(row, kept.callNs, kept.returnNs);
    const isConfirmed = kept.outcome === 'CONFIRMED';
    this.setBit(row, isConfirmed ? TOLD_CONFIRMED : TOLD_INDETERMINATE, true);
    this.setBit(row, UNSURE, kept.lost || kept.presses > 1 || !isConfirmed);
  }

  hearSale(seat: number, sale: Sale): void {
    const row = this.#rowOf(seat, sale.id);
    const known = this.#sales[row] ?? null;
    const kept = known === null ? sale : preferSale(known, sale);
    this.#sales[row] = kept;
    this.setSale(row, kept.soldAtMs, this.#regions.numberOf(kept.region));
    this.setBit(row, SOLD, true);
    this.#firstSales = null;
  }

  hearRelease(seat: number, release: Release): void {
    const row = this.#rowOf(seat, release.orderId);
    const known = this.#releases.get(row);
    const kept = known === undefined ? release : preferRelease(known, release);
    this.#releases.set(row, kept);
    this.setBit(row, GIVEN_BACK, kept.outcome !== 'FAILED');
  }

  /** The order was told REJECTED or FAILED after all. */
  deny(row: number): void {
    this.setBit(row, DENIED, true);
  }

  isConfirmed(seat: number, orderId: string): boolean {
    return (this.bitsOf(this.find(seat, orderId)) & TOLD_CONFIRMED) !== 0;
  }

  /** The row of this order at this seat, or NO_ROW. */
  find(seat: number, orderId: string): number {
    const first = this.#firstRow[this.#orders.find(orderId)] ?? NO_ROW;
    if (this.seatOf(first) === seat) return first;
    return this.#others.get(`${seat} ${orderId}`) ?? NO_ROW;
  }

  orderIdOf(row: number): string {
    const { orderId } = this.#answers[row] ?? this.#releases.get(row) ?? {};
    return this.#sales[row]?.id ?? orderId ?? '';
  }

  saleOf(row: number): Sale | null {
    return this.#sales[row] ?? null;
  }

  /** CONFIRMED or INDETERMINATE; null also when it was denied after that. */
  toldOf(row: number): Answer | null {
    return isDenied(this.bitsOf(row)) ? null : (this.#answers[row] ?? null);
  }

  /** RELEASED, INDETERMINATE or FAILED. */
  releaseOf(row: number): Release | null {
    return this.#releases.size === 0 ? null : (this.#releases.get(row) ?? null);
  }

  ticketOf(row: number): Ticket {
    const returned = this.releaseOf(row);
    const told = this.toldOf(row);
    const sale = this.#sales[row] ?? null;
    return {
      told,
      sale,
      release: returned?.outcome === 'FAILED' ? null : returned,
      callNs: told === null ? -Infinity : this.callNsOf(row),
      returnNs: told === null ? Infinity : this.returnNsOf(row),
      soldAtMs: sale === null ? Infinity : this.soldAtMsOf(row),
      region: sale === null ? null : (this.#regions.texts[this.regionOf(row)] ?? null),
      isUnsure: told !== null && (this.bitsOf(row) & UNSURE) !== 0,
      returned,
      soldElsewhereBefore: (this.#firstSaleOf(row) ?? row) !== row,
    };
  }

  /** For each order that is known at several seats, all its rows. */
  get repeatedOrders(): ReadonlyMap<string, readonly number[]> {
    return this.#repeated;
  }

  /** Those of these rows that are in the ledger: by time, then by seat. */
  inOrderOfSale(rows: readonly number[]): number[] {
    return rows
      .filter((row) => this.#sales[row] !== null)
      .sort(
        (one, other) =>
          this.soldAtMsOf(one) - this.soldAtMsOf(other) || this.seatOf(one) - this.seatOf(other),
      );
  }

  #firstSaleOf(row: number): number | undefined {
    if (this.#repeated.size === 0) return undefined;
    this.#firstSales ??= new Map(
      [...this.#repeated].map(([id, rows]) => [id, this.inOrderOfSale(rows)[0]]),
    );
    return this.#firstSales.get(this.orderIdOf(row));
  }

  #rowOf(seat: number, orderId: string): number {
    const order = this.#orders.numberOf(orderId);
    const first = this.#firstRow[order];
    if (first === undefined) return (this.#firstRow[order] = this.add(seat));
    if (this.seatOf(first) === seat) return first;
    const key = `${seat} ${orderId}`;
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const row = this.add(seat);
    this.#others.set(key, row);
    const rows = this.#repeated.get(orderId) ?? [first];
    rows.push(row);
    this.#repeated.set(orderId, rows);
    return row;
  }
}
