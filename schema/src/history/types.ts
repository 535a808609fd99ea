// A burst as one file: what was planned, what every buyer saw, and what was read back from the
// database. From it alone the verdict, every figure and the picture can be worked out again, with no
// server. It holds no verdict: whoever reads it judges for themselves.
import type {
  Answer,
  Deployment,
  Order,
  RegionTable,
  Release,
  SaleRule,
  Scenario,
  Scope,
  Strategy,
} from '../domain/index.ts';
import type { LedgerReading } from '../witness/index.ts';

export const HISTORY_FORMAT = 'worldseat-history';
export const HISTORY_VERSION = 1;

/** The first line of the file, without its hash. */
export interface HistoryHeader {
  readonly burst: {
    readonly id: string;
    readonly scenario: Scenario;
    readonly strategy: Strategy;
    readonly seed: number;
    readonly buyers: number;
    /** The contested seat; null: several. */
    readonly seatId: string | null;
    /** The round of the seat, or of the floor. */
    readonly round: number;
    /** ISO 8601. */
    readonly startedAt: string;
  };
  readonly engine: {
    readonly id: string;
    readonly name: string;
    readonly consistency: string;
    readonly deployment: Deployment;
    readonly components: string;
    readonly regions: readonly string[];
  };
  /** What else the run depended on, such as connectionsPerRegion and lagMs (measured). */
  readonly settings: Readonly<Record<string, string | number>>;
  readonly software: { readonly worldseat: string; readonly node: string };
  /** Id of the venue whose seats these are. */
  readonly venue: string;
  readonly rule: SaleRule | null;
}

/** Something that a talk or a replay steps to. */
export interface Marker {
  readonly atNs: number;
  readonly label: string;
}

export interface History {
  readonly header: HistoryHeader;
  /** The seats that were on sale, and their rounds. */
  readonly scope: Scope;
  /** Every planned order, in the order of the plan. */
  readonly orders: readonly Order[];
  /** One for each order that was answered, in the order of the plan. */
  readonly answers: readonly Answer[];
  readonly releases: readonly Release[];
  readonly markers: readonly Marker[];
  /** Read back from the database after the last answer. */
  readonly ledger: LedgerReading;
  readonly tables: readonly RegionTable[];
  /** Why it is not whole, in words: what the server noted, or what the reader of the file found. */
  readonly holes: readonly string[];
}
