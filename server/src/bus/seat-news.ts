// What is told to a floor's topic: the new state of single seats, and of the whole floor.

/** The new state of one seat. */
export interface SeatNews {
  /** Position of the seat in its floor, from 0. */
  readonly index: number;
  /** The seat's id, such as "A1". */
  readonly seat: string;
  /** Sales in the current round; 0 makes the seat available again. */
  readonly holders: number;
  /** The latest holder, and where it bought. */
  readonly owner: string | null;
  readonly region: string | null;
}

export interface FloorTotals {
  /** Seats with at least one sale. */
  readonly sold: number;
  /** Sales. */
  readonly tickets: number;
  /** Seats with more than one sale. */
  readonly oversold: number;
}

export interface FloorSnapshot {
  readonly revision: number;
  readonly totals: FloorTotals;
  /** Every seat with at least one sale. */
  readonly seats: readonly SeatNews[];
}
