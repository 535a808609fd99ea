// The orders that have a ticket or may have one: told CONFIRMED or INDETERMINATE, or in the ledger. A
// row is one order at one seat; what is heard of it from different sides meets there, in any order.
import type { Answer, Release, Sale } from '../../domain/index.ts';
import { copied, FIRST_ROOM } from './columns.ts';
import { preferAnswer, preferRelease, preferSale } from './prefer.ts';
import { TextIndex } from './text-index.ts';

/** What is known of a row, as bits. */
export const TOLD_CONFIRMED = 1;
export const TOLD_INDETERMINATE = 2;
/** It was told INDETERMINATE first, and later that it has no ticket. */
export const DENIED = 4;
export const SOLD = 8;
/** It was given back, or may have been. */
export const GIVEN_BACK = 16;

/** The row after the last one of a seat. */
export const NO_ROW = -1;

/** Everything that is known of one row. */
export interface Ticket {
  /** What its buyer was told: CONFIRMED or INDETERMINATE; null: neither. */
  readonly told: Answer | null;
  readonly sale: Sale | null;
  /** RELEASED or INDETERMINATE; null: it was not given back. */
  readonly release: Release | null;
  /** When its order was called; -Infinity: no answer is known. */
  readonly callNs: number;
  /** Giving it back was called, even if in vain: it was held by then. */
  readonly returned: Release | null;
  /** Its order has an earlier sale, of another seat. */
  readonly soldElsewhereBefore: boolean;
}

export type SoldTicket = Ticket & { readonly sale: Sale };

export class Tickets {
  size = 0;
  seat = new Int32Array(FIRST_ROOM);
  bits = new Uint8Array(FIRST_ROOM);
  /** Of the call, where an answer is known. */
  callNs = new Float64Array(FIRST_ROOM);
  /** The row of the same seat that was heard of before. */
  previous = new Int32Array(FIRST_ROOM);
  /** For each seat, its row that was heard of last. */
  readonly last: Int32Array;
  readonly #orders = new TextIndex();
  /** For each order's number, its first row. */
  readonly #firstRow: number[] = [];
  readonly #answers: (Answer | null)[] = [];
  readonly #sales: (Sale | null)[] = [];
  readonly #releases = new Map<number, Release>();
  /** Rows of orders that are known at several seats, beside the first: by seat and order. */
  readonly #others = new Map<string, number>();
  /** All rows of such orders. */
  readonly #repeated = new Map<string, number[]>();
  /** Of such orders, the row of the first sale, if any; null: to be worked out anew. */
  #firstSales: ReadonlyMap<string, number | undefined> | null = null;

  constructor(seatCount: number) {
    this.last = new Int32Array(seatCount).fill(NO_ROW);
  }

  /** @param answer CONFIRMED or INDETERMINATE */
  hearAnswer(seat: number, answer: Answer): void {
    const row = this.#rowOf(seat, answer.orderId);
    const known = this.#answers[row] ?? null;
    const kept = known === null ? answer : preferAnswer(known, answer);
    this.#answers[row] = kept;
    this.callNs[row] = kept.callNs;
    this.#mark(row, kept.outcome === 'CONFIRMED' ? TOLD_CONFIRMED : TOLD_INDETERMINATE);
  }

  hearSale(seat: number, sale: Sale): void {
    const row = this.#rowOf(seat, sale.id);
    const known = this.#sales[row] ?? null;
    this.#sales[row] = known === null ? sale : preferSale(known, sale);
    this.#mark(row, SOLD);
    this.#firstSales = null;
  }

  hearRelease(seat: number, release: Release): void {
    const row = this.#rowOf(seat, release.orderId);
    const known = this.#releases.get(row);
    const kept = known === undefined ? release : preferRelease(known, release);
    this.#releases.set(row, kept);
    const bits = this.bits[row] ?? 0;
    this.bits[row] = kept.outcome === 'FAILED' ? bits & ~GIVEN_BACK : bits | GIVEN_BACK;
  }

  /** The order was told REJECTED or FAILED after all. */
  deny(row: number): void {
    this.#mark(row, DENIED);
  }

  isConfirmed(seat: number, orderId: string): boolean {
    return ((this.bits[this.find(seat, orderId)] ?? 0) & TOLD_CONFIRMED) !== 0;
  }

  /** The row of this order at this seat, or NO_ROW. */
  find(seat: number, orderId: string): number {
    const first = this.#firstRow[this.#orders.find(orderId)] ?? NO_ROW;
    if (this.seat[first] === seat) return first;
    return this.#others.get(`${seat} ${orderId}`) ?? NO_ROW;
  }

  orderIdOf(row: number): string {
    const { orderId } = this.#answers[row] ?? this.#releases.get(row) ?? {};
    return this.#sales[row]?.id ?? orderId ?? '';
  }

  saleOf(row: number): Sale | null {
    return this.#sales[row] ?? null;
  }

  ticketOf(row: number): Ticket {
    const release = this.#releases.get(row) ?? null;
    const told = isDenied(this.bits[row] ?? 0) ? null : (this.#answers[row] ?? null);
    return {
      told,
      sale: this.#sales[row] ?? null,
      release: release?.outcome === 'FAILED' ? null : release,
      callNs: told === null ? -Infinity : (this.callNs[row] ?? 0),
      returned: release,
      soldElsewhereBefore: (this.#firstSaleOf(row) ?? row) !== row,
    };
  }

  /** The rows of one seat, the latest first. */
  rowsOf(seat: number): number[] {
    const rows: number[] = [];
    let row = this.last[seat] ?? NO_ROW;
    for (; row !== NO_ROW; row = this.previous[row] ?? NO_ROW) rows.push(row);
    return rows;
  }

  /** For each order that is known at several seats, all its rows. */
  get repeatedOrders(): ReadonlyMap<string, readonly number[]> {
    return this.#repeated;
  }

  /** Those of these rows that are in the ledger: by time, then by seat. */
  inOrderOfSale(rows: readonly number[]): number[] {
    const soldAtMs = (row: number) => this.#sales[row]?.soldAtMs ?? 0;
    const seatOf = (row: number) => this.seat[row] ?? 0;
    return rows
      .filter((row) => this.#sales[row] !== null)
      .sort((one, other) => soldAtMs(one) - soldAtMs(other) || seatOf(one) - seatOf(other));
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
    if (first === undefined) return (this.#firstRow[order] = this.#add(seat));
    if (this.seat[first] === seat) return first;
    const key = `${seat} ${orderId}`;
    const known = this.#others.get(key);
    if (known !== undefined) return known;
    const row = this.#add(seat);
    this.#others.set(key, row);
    const rows = this.#repeated.get(orderId) ?? [first];
    rows.push(row);
    this.#repeated.set(orderId, rows);
    return row;
  }

  #add(seat: number): number {
    const row = this.size;
    if (row === this.seat.length) this.#grow(2 * row);
    this.size += 1;
    this.seat[row] = seat;
    this.previous[row] = this.last[seat] ?? NO_ROW;
    this.last[seat] = row;
    this.#answers.push(null);
    this.#sales.push(null);
    return row;
  }

  #mark(row: number, bit: number): void {
    this.bits[row] = (this.bits[row] ?? 0) | bit;
  }

  #grow(rows: number): void {
    this.seat = copied(this.seat, new Int32Array(rows));
    this.bits = copied(this.bits, new Uint8Array(rows));
    this.callNs = copied(this.callNs, new Float64Array(rows));
    this.previous = copied(this.previous, new Int32Array(rows));
  }
}

/** Of a ticket that somebody was told of, or that is in the ledger. */
export function orderIdOf({ told, sale }: Ticket): string {
  return sale?.id ?? told?.orderId ?? '';
}

/** Not decided yet: neither told CONFIRMED nor that it has no ticket. */
export function isUndecided(bits: number): boolean {
  return (bits & (TOLD_CONFIRMED | TOLD_INDETERMINATE | DENIED)) === TOLD_INDETERMINATE;
}

/** In the ledger, and told neither CONFIRMED nor INDETERMINATE, or then that it has no ticket. */
export function isGhost(bits: number): boolean {
  const isTold = (bits & (TOLD_CONFIRMED | TOLD_INDETERMINATE)) !== 0;
  return (bits & SOLD) !== 0 && (!isTold || isDenied(bits));
}

function isDenied(bits: number): boolean {
  return (bits & DENIED) !== 0 && (bits & TOLD_CONFIRMED) === 0;
}
