// What the Witness is given and what it says. It judges committed records and recorded answers;
// it never reads a clock, a database or its own earlier verdict.
import type { Answer, RegionTable, Sale, Scope, VerdictResult } from '../domain/index.ts';

/** The ledger as it was read back: every Region's rows, united and de-duplicated. */
export interface LedgerReading {
  readonly sales: readonly Sale[];
  /** False while the Regions that answered do not show the same rows. */
  readonly converged: boolean;
  /** Regions whose ledger could not be read, each with the reason. */
  readonly unreachable: readonly { readonly region: string; readonly reason: string }[];
}

export interface WitnessInput {
  /** Every seat of the floor in its current round; records outside it are ignored. */
  readonly scope: Scope;
  readonly ledger: LedgerReading;
  /** What buyers were told in these rounds, one entry per order. */
  readonly answers: readonly Answer[];
  readonly tables: readonly RegionTable[];
  /** Orders that were called and have no answer yet. While above 0 only W1 can be breached. */
  readonly pending: number;
  /** Why the history is not whole, in words: "the server stopped during burst 7". Empty: whole. */
  readonly holes: readonly string[];
}

/** W1 one sale a seat and round; W2 no lost confirmation; W3 no ghost; W4 the table agrees. */
export const RULES = ['W1', 'W2', 'W3', 'W4'] as const;
export type Rule = (typeof RULES)[number];

export interface Breach {
  readonly rule: Rule;
  readonly seatId: string;
  readonly round: number;
  /** The orders that prove it, at most 100. */
  readonly orderIds: readonly string[];
  /** One sentence that can be read aloud. */
  readonly words: string;
}

export interface SeatFinding {
  readonly seatId: string;
  readonly round: number;
  /** Sales in the committed ledger. */
  readonly confirmed: number;
  /** max(0, confirmed - 1) */
  readonly doubleSells: number;
  readonly result: VerdictResult;
  /** In order of soldAtMs, then id. */
  readonly holders: readonly Sale[];
}

export interface Finding {
  readonly result: VerdictResult;
  /** Plain sentences: every reason of UNPROVEN, or the evidence of VIOLATED. At most 12. */
  readonly reasons: readonly string[];
  readonly sales: number;
  readonly seatsSold: number;
  /** Σ max(0, sales - 1) over the seats in scope. */
  readonly doubleSells: number;
  /** Sales that the seats tables cannot show, once converged: their buyers hold tickets unseen. */
  readonly hiddenSales: number;
  readonly breaches: readonly Breach[];
  /** Seats with more than one sale, in the order of the scope. */
  readonly oversold: readonly SeatFinding[];
  /** The seat asked about, if it is in scope. */
  readonly focus: SeatFinding | null;
}
