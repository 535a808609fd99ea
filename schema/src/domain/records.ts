// The records that travel along the line: an order goes in, a sale and an answer come out.
// Plain data, safe to write as JSON. Nothing here knows a database or a screen.
import type { Outcome } from './words.ts';

/** One buyer's wish for one seat. The id is the buyer's own and unique: it makes repeats harmless. */
export interface Order {
  readonly id: string;
  readonly seatId: string;
  readonly buyer: string;
  readonly region: string;
}

/** One row of the seats table, as one Region shows it. Owner, order and region are of the last write. */
export interface SeatRow {
  readonly seatId: string;
  readonly round: number;
  readonly status: 'AVAILABLE' | 'SOLD';
  readonly owner: string | null;
  readonly orderId: string | null;
  readonly region: string | null;
}

/** One row of the ledger: a confirmation that was committed. Its id is its order's id. */
export interface Sale {
  readonly id: string;
  readonly seatId: string;
  readonly round: number;
  readonly buyer: string;
  readonly region: string;
  readonly attempts: number;
  /** Milliseconds since the epoch, by the clock of the server that ran the purchase. */
  readonly soldAtMs: number;
}

/** What one buyer saw: the history has exactly one of these per order. */
export interface Answer {
  readonly orderId: string;
  readonly seatId: string;
  /** The round that the buyer's order was for. */
  readonly round: number;
  readonly buyer: string;
  readonly region: string;
  readonly outcome: Outcome;
  /** The seat's status as the purchase read it last, or null when no read came back. */
  readonly read: SeatRow['status'] | null;
  readonly attempts: number;
  /** One code per attempt that was refused, such as "40001 OC000". */
  readonly conflicts: readonly string[];
  /** Nanoseconds on one monotonic clock, from the start of the burst (or of the server). */
  readonly intendedNs: number;
  readonly callNs: number;
  readonly returnNs: number;
}

/** The seats table as one Region shows it, or why it could not be read. */
export type RegionTable =
  | { readonly region: string; readonly rows: readonly SeatRow[] }
  | { readonly region: string; readonly unreachable: string };

/** Which seats are asked about, each in its current round. */
export type Scope = ReadonlyMap<string, number>;
