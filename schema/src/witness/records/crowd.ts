// Those who were turned away: told REJECTED or FAILED. They are most of every history, and of nearly
// all of them only three numbers matter, so they are columns. Their order ids are not joined: where
// it matters that an answer is here twice, those few are looked at (see denials.ts).
import type { Answer, RejectionReason, SeatRow } from '../../domain/index.ts';
import { copied, FIRST_ROOM } from './columns.ts';

/** What a row was told, and what its purchase read last. */
const REJECTED = 1;
const OF_FAN_LIMIT = 2;
const READ_AVAILABLE = 4;
const READ_SOLD = 8;

/** One who was turned away, in full. */
export interface Denial {
  readonly orderId: string;
  readonly buyer: string;
  readonly region: string;
  readonly outcome: 'REJECTED' | 'FAILED';
  /** Of a rejection; one that was given no reason counts as SEAT_TAKEN. */
  readonly reason: RejectionReason | null;
  readonly read: SeatRow['status'] | null;
  readonly seat: number;
  readonly callNs: number;
  readonly returnNs: number;
}

export class Crowd {
  size = 0;
  /** Rejections by the rule of the scenario, the same one twice included. */
  fanRejections = 0;
  seat: Int32Array;
  callNs: Float64Array;
  returnNs: Float64Array;
  #bits: Uint8Array;
  #region: Uint16Array;
  readonly #regions: string[] = [];
  readonly #orderIds: string[] = [];
  readonly #buyers: string[] = [];

  /** @param room rows to make room for at once */
  constructor(room: number) {
    const rows = Math.max(room, FIRST_ROOM);
    this.seat = new Int32Array(rows);
    this.callNs = new Float64Array(rows);
    this.returnNs = new Float64Array(rows);
    this.#bits = new Uint8Array(rows);
    this.#region = new Uint16Array(rows);
  }

  /** @param answer REJECTED or FAILED */
  hearAnswer(seat: number, answer: Answer): void {
    const row = this.size;
    if (row === this.seat.length) this.#grow(2 * row);
    this.size += 1;
    this.seat[row] = seat;
    this.callNs[row] = answer.callNs;
    this.returnNs[row] = answer.returnNs;
    this.#region[row] = this.#regionNumber(answer.region);
    this.#orderIds.push(answer.orderId);
    this.#buyers.push(answer.buyer);
    const bits = bitsOf(answer);
    this.#bits[row] = bits;
    if ((bits & OF_FAN_LIMIT) !== 0) this.fanRejections += 1;
  }

  /** Told that the seat is taken; a rejection without a reason is one, too. */
  isTaken(row: number): boolean {
    return ((this.#bits[row] ?? 0) & (REJECTED | OF_FAN_LIMIT)) === REJECTED;
  }

  isFanLimit(row: number): boolean {
    return ((this.#bits[row] ?? 0) & OF_FAN_LIMIT) !== 0;
  }

  orderIdOf(row: number): string {
    return this.#orderIds[row] ?? '';
  }

  buyerOf(row: number): string {
    return this.#buyers[row] ?? '';
  }

  denialOf(row: number): Denial {
    const bits = this.#bits[row] ?? 0;
    const read = (bits & READ_SOLD) !== 0 ? 'SOLD' : null;
    const reason = (bits & OF_FAN_LIMIT) !== 0 ? 'FAN_LIMIT' : 'SEAT_TAKEN';
    return {
      orderId: this.orderIdOf(row),
      buyer: this.buyerOf(row),
      region: this.#regions[this.#region[row] ?? 0] ?? '',
      outcome: (bits & REJECTED) !== 0 ? 'REJECTED' : 'FAILED',
      reason: (bits & REJECTED) !== 0 ? reason : null,
      read: (bits & READ_AVAILABLE) !== 0 ? 'AVAILABLE' : read,
      seat: this.seat[row] ?? 0,
      callNs: this.callNs[row] ?? 0,
      returnNs: this.returnNs[row] ?? 0,
    };
  }

  /** Regions are few: looking through them is faster than hashing. */
  #regionNumber(region: string): number {
    const known = this.#regions.indexOf(region);
    return known >= 0 ? known : this.#regions.push(region) - 1;
  }

  #grow(rows: number): void {
    this.seat = copied(this.seat, new Int32Array(rows));
    this.callNs = copied(this.callNs, new Float64Array(rows));
    this.returnNs = copied(this.returnNs, new Float64Array(rows));
    this.#bits = copied(this.#bits, new Uint8Array(rows));
    this.#region = copied(this.#region, new Uint16Array(rows));
  }
}

function bitsOf({ outcome, rejectionReason, read }: Answer): number {
  const rejected = outcome === 'REJECTED' ? REJECTED : 0;
  const fan = rejected !== 0 && rejectionReason === 'FAN_LIMIT' ? OF_FAN_LIMIT : 0;
  const readBit = read === 'SOLD' ? READ_SOLD : 0;
  return rejected | fan | (read === 'AVAILABLE' ? READ_AVAILABLE : readBit);
}
