// What the Witness is given and what it says. It judges committed records and recorded answers;
// it never reads a clock, a database or its own earlier verdict.
import type {
  Answer,
  Cause,
  Outcome,
  RegionTable,
  Release,
  Sale,
  SaleRule,
  Scope,
  SeatRow,
  VerdictResult,
} from '../domain/index.ts';

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
  /** Tickets given back in these rounds; absent: none. */
  readonly releases?: readonly Release[];
  /** The rule of the scenario; absent: none but W1. */
  readonly rule?: SaleRule;
  readonly tables: readonly RegionTable[];
  /** Orders that were called and have no answer yet. While above 0 only W1, W6 and W7 can be breached. */
  readonly pending: number;
  /** Why the history is not whole, in words: "the server stopped during burst 7". Empty: whole. */
  readonly holes: readonly string[];
}

/**
 * W1 one sale a seat and round; W2 no lost confirmation; W3 no ghost; W4 the table agrees; W5 no
 * rejection of a seat that was free; W6 the rule of the scenario; W7 one sale an order id.
 */
export const RULES = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7'] as const;
export type Rule = (typeof RULES)[number];

/** One record that a breach is proven by. What a kind of record does not have is null. */
export interface EvidenceEntry {
  readonly kind: 'SALE' | 'ANSWER' | 'ROW' | 'RELEASE';
  readonly orderId: string | null;
  readonly seatId: string;
  readonly round: number;
  readonly buyer: string | null;
  readonly region: string | null;
  /** Of an answer. */
  readonly outcome: Outcome | null;
  /** Of an answer: the status that its purchase read last. */
  readonly read: SeatRow['status'] | null;
  /** Of an answer or a release: nanoseconds on the clock of the history. */
  readonly callNs: number | null;
  readonly returnNs: number | null;
}

export interface Breach {
  readonly rule: Rule;
  /** The seat; of W6 the first seat of the fan. */
  readonly seatId: string;
  readonly round: number;
  /** The orders of `entries`, each once. */
  readonly orderIds: readonly string[];
  /** The smallest set of records that proves it: leave one out and it proves nothing. */
  readonly entries: readonly EvidenceEntry[];
  /** Why the sale too many was possible; null for breaches that are none. */
  readonly cause: Cause | null;
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
  /** Whose ledger could not be read: what is counted here may be too few. */
  readonly unreadRegions: readonly string[];
  readonly sales: number;
  readonly seatsSold: number;
  /** Σ max(0, sales - 1) over the seats in scope; of tickets given back: the fewest sales too many. */
  readonly doubleSells: number;
  /** Of the double sells, how many are explained by what: they sum up to doubleSells. */
  readonly causes: Readonly<Record<Cause, number>>;
  /** Tickets beyond what the rule allows each fan; 0 without a rule. */
  readonly overLimit: number;
  /** Rejections of a seat that was certainly free (W5). */
  readonly wrongRejections: number;
  /** Sales that the seats tables cannot show, once converged: their buyers hold tickets unseen. */
  readonly hiddenSales: number;
  readonly breaches: readonly Breach[];
  /** Seats with more than one sale, in the order of the scope. */
  readonly oversold: readonly SeatFinding[];
  /** The seat asked about, if it is in scope. */
  readonly focus: SeatFinding | null;
}
