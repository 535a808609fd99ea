// The records that travel along the line: an order goes in, a sale and an answer come out.
// Plain data, safe to write as JSON. Nothing here knows a database or a screen.
import type { Outcome, RejectionReason } from './words.ts';

/** One buyer's wish for one seat. The id is the buyer's own and unique: it makes repeats harmless. */
export interface Order {
  readonly id: string;
  readonly seatId: string;
  readonly buyer: string;
  readonly region: string;
  /** The rule that it is bought under; absent: a fan may hold any number of seats. */
  readonly fan?: FanRule;
}

/** A fan may hold a number of seats. The key is the fan's in one burst, so that bursts are apart. */
export interface FanRule {
  readonly key: string;
  readonly limit: number;
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

/** One run of the strategy for one order. Nanoseconds on the clock of its answer. */
export interface Attempt {
  readonly startNs: number;
  /** When the seat's row came back first; null: no read came back. */
  readonly readNs: number | null;
  /** When the first write was sent; null: nothing was written. */
  readonly writeNs: number | null;
  readonly endNs: number;
  /** Why it was refused, such as "40001 OC000"; null: it was not. */
  readonly conflict: string | null;
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
  /** Why REJECTED; null otherwise, and of bursts that were recorded before rejections had reasons. */
  readonly rejectionReason: RejectionReason | null;
  /** The seat's status as the purchase read it last, or null when no read came back. */
  readonly read: SeatRow['status'] | null;
  /** The order that held the seat as it was read last; null: none, or no read came back. */
  readonly readOrderId: string | null;
  readonly attempts: number;
  /** One code per attempt that was refused, such as "40001 OC000". */
  readonly conflicts: readonly string[];
  /** Each run of the strategy, in order, of all presses. Empty when none could start. */
  readonly trace: readonly Attempt[];
  /** How often the buyer pressed: more than 1 when answers were lost on the way back. */
  readonly presses: number;
  /** The database's answer was lost; the outcome is what the ledger decided, or INDETERMINATE. */
  readonly lost: boolean;
  /** Nanoseconds on one monotonic clock, from the start of the burst (or of the server). */
  readonly intendedNs: number;
  /** Of the first press. */
  readonly callNs: number;
  /** Of the last answer. */
  readonly returnNs: number;
}

/** A ticket that is given back by its holder: the seat may be sold again in the same round. */
export interface Release {
  /** The order whose ticket it is; it was told CONFIRMED before this call. */
  readonly orderId: string;
  readonly seatId: string;
  readonly round: number;
  readonly buyer: string;
  readonly region: string;
  /** RELEASED; INDETERMINATE: it may take effect at any later time, or never; FAILED: it did not. */
  readonly outcome: 'RELEASED' | 'INDETERMINATE' | 'FAILED';
  readonly callNs: number;
  readonly returnNs: number;
}

/** The rule of a scenario, which every committed sale must keep. */
export interface SaleRule {
  /** Tickets that one fan (by name) may hold in the scope. */
  readonly seatsPerFan: number;
}

/** The seats table as one Region shows it, or why it could not be read. */
export type RegionTable =
  | { readonly region: string; readonly rows: readonly SeatRow[] }
  | { readonly region: string; readonly unreachable: string };

/** Which seats are asked about, each in its current round. */
export type Scope = ReadonlyMap<string, number>;
