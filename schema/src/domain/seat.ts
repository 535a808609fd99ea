// One seat as the ledger shows it, and its packed form for the wire.
// packed = seatIndex * 64 + status * 16 + min(holders, 15), one integer a seat (contract.graphql).
import { SEAT_STATUSES, type SeatStatus } from './words.ts';

/** More holders than this are sent as this many ("15+"). */
export const MAX_PACKED_HOLDERS = 15;

export interface PackedSeat {
  readonly index: number;
  readonly status: SeatStatus;
  readonly holders: number;
}

/** The status that a number of sales in the current round means. */
export function seatStatus(holders: number): SeatStatus {
  if (holders === 0) return 'AVAILABLE';
  return holders === 1 ? 'SOLD' : 'OVERSOLD';
}

/** @param index position of the seat in its floor, from 0; @param holders its sales, any number */
export function packSeat(index: number, holders: number): number {
  const status = SEAT_STATUSES.indexOf(seatStatus(holders));
  return index * 64 + status * 16 + Math.min(holders, MAX_PACKED_HOLDERS);
}

/** The reverse of packSeat. @throws RangeError for an integer that packSeat cannot have made */
export function unpackSeat(packed: number): PackedSeat {
  const status = SEAT_STATUSES[Math.floor(packed / 16) % 4];
  if (!Number.isSafeInteger(packed) || packed < 0 || status === undefined) {
    throw new RangeError(`not a packed seat: ${packed}`);
  }
  return { index: Math.floor(packed / 64), status, holders: packed % 16 };
}
