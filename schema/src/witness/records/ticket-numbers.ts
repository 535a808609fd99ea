// The numbers that are known of each ticket. The rules ask for nearly all of those of a seat, whose
// tickets lie anywhere: so what belongs to one ticket lies together, in one line of the processor's
// cache, and the records themselves are only looked into for those who are named.
import { copied, FIRST_ROOM } from './columns.ts';

/** The row after the last one of a seat. */
export const NO_ROW = -1;

/** Numbers a row: 64 bytes, with one to spare. */
const WIDTH = 8;
const SEAT = 0;
const PREVIOUS = 1;
const BITS = 2;
const REGION = 3;
const CALL_NS = 4;
const RETURN_NS = 5;
const SOLD_AT_MS = 6;

export class TicketNumbers {
  size = 0;
  #numbers = new Float64Array(WIDTH * FIRST_ROOM);
  /** For each seat, its row that was heard of last. */
  readonly #last: Int32Array;

  constructor(seatCount: number) {
    this.#last = new Int32Array(seatCount).fill(NO_ROW);
  }

  /** -1: there is no such row. */
  seatOf(row: number): number {
    return this.#numbers[WIDTH * row + SEAT] ?? -1;
  }

  /** What is known of the row: see ticket-bits.ts. */
  bitsOf(row: number): number {
    return this.#numbers[WIDTH * row + BITS] ?? 0;
  }

  /** Of the answer, where one is known. */
  callNsOf(row: number): number {
    return this.#numbers[WIDTH * row + CALL_NS] ?? 0;
  }

  returnNsOf(row: number): number {
    return this.#numbers[WIDTH * row + RETURN_NS] ?? 0;
  }

  /** Of the sale, where it is in the ledger. */
  soldAtMsOf(row: number): number {
    return this.#numbers[WIDTH * row + SOLD_AT_MS] ?? 0;
  }

  /** Of the sale: the number of its Region. */
  regionOf(row: number): number {
    return this.#numbers[WIDTH * row + REGION] ?? 0;
  }

  /** The row of a seat that was heard of last. */
  lastOf(seat: number): number {
    return this.#last[seat] ?? NO_ROW;
  }

  /** The row of the same seat that was heard of before. */
  previousOf(row: number): number {
    return this.#numbers[WIDTH * row + PREVIOUS] ?? NO_ROW;
  }

  /** The rows of one seat, the latest first. */
  rowsOf(seat: number): number[] {
    const rows: number[] = [];
    for (let row = this.lastOf(seat); row !== NO_ROW; row = this.previousOf(row)) rows.push(row);
    return rows;
  }

  /** @returns a row of this seat of which nothing is known yet */
  add(seat: number): number {
    const row = this.size;
    if (WIDTH * row === this.#numbers.length) {
      this.#numbers = copied(this.#numbers, new Float64Array(2 * WIDTH * row));
    }
    this.size += 1;
    this.#numbers[WIDTH * row + SEAT] = seat;
    this.#numbers[WIDTH * row + PREVIOUS] = this.lastOf(seat);
    this.#last[seat] = row;
    return row;
  }

  setAnswer(row: number, callNs: number, returnNs: number): void {
    this.#numbers[WIDTH * row + CALL_NS] = callNs;
    this.#numbers[WIDTH * row + RETURN_NS] = returnNs;
  }

  setSale(row: number, soldAtMs: number, region: number): void {
    this.#numbers[WIDTH * row + SOLD_AT_MS] = soldAtMs;
    this.#numbers[WIDTH * row + REGION] = region;
  }

  setBit(row: number, bit: number, isSet: boolean): void {
    const bits = this.bitsOf(row);
    this.#numbers[WIDTH * row + BITS] = isSet ? bits | bit : bits & ~bit;
  }
}
