// The part of the port that a floor is shown through: its seats now, and what is told of them.
import type { Sale, SeatStatus, Venue } from './domain/index.ts';

export interface FloorView {
  readonly venue: Venue;
  readonly round: number;
  readonly revision: number;
  readonly sold: number;
  readonly tickets: number;
  readonly oversold: number;
  /** Packed state of every seat that is not AVAILABLE. */
  readonly packed: readonly number[];
}

export interface SeatView {
  readonly id: string;
  readonly status: SeatStatus;
  readonly owner: string | null;
  readonly round: number;
  readonly tickets: readonly Sale[];
}

export interface SeatChangeView {
  readonly seat: string;
  readonly status: SeatStatus;
  readonly holders: number;
  /** The latest holder known from the ledger, and where it bought. */
  readonly owner: string | null;
  readonly region: string | null;
}

export interface SeatStatusView {
  readonly revision: number;
  readonly sequence: number;
  readonly atMs: number;
  readonly packed: readonly number[];
  /** In the order of `packed`: which of the engine's Regions sold each seat last; -1: not known. */
  readonly regions: readonly number[];
  readonly changes: readonly SeatChangeView[];
  readonly sold: number;
  readonly tickets: number;
  readonly oversold: number;
  /** What it is made of, when others get it too: one object for all who are as far. */
  readonly batch?: SeatBatchView;
}

/** An event without its number, which is each viewer's own. It never changes. */
export interface SeatBatchView {
  /** The event for who has had `sequence` - 1 before it. */
  numbered(sequence: number): SeatStatusView;
}
