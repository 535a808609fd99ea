// The engine port: what every database must offer to be put on trial. An engine runs a purchase
// strategy over a small view of one Region; how it keeps its promise, or breaks it, is its own.
// The strategy cannot tell which engine runs it, and nothing here favours one.
import type {
  Deployment,
  Order,
  Outcome,
  RegionTable,
  Sale,
  Scope,
  SeatRow,
} from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';

/** What a strategy sees of one Region, for one attempt of one order. */
export interface RegionView {
  /** @throws SeatUnknown when no such seat is on sale */
  readSeat(seatId: string): Promise<SeatRow>;
  writeSeat(row: SeatRow): Promise<void>;
  /** Appends the order's sale to the ledger, for the round of the seat that was read. */
  appendSale(order: Order, seat: SeatRow): Promise<void>;
}

export type Decision = 'CONFIRMED' | 'REJECTED';

/** A purchase: pure logic over the view. It is re-run whole after a conflict. */
export type PurchaseStrategy = (view: RegionView, order: Order) => Promise<Decision>;

/** What became of one order. Every fault is an outcome: run() does not throw. */
export interface Receipt {
  readonly outcome: Outcome;
  /** The committed sale; null unless CONFIRMED. */
  readonly sale: Sale | null;
  /** The seat's row as the last attempt read it; null when no read came back. */
  readonly read: SeatRow | null;
  /** Runs of the strategy, from 1; 0 when none could start. */
  readonly attempts: number;
  /** One code for each attempt that was refused. */
  readonly conflicts: readonly string[];
  /** Why FAILED or INDETERMINATE, for the log and the buyer; null otherwise. */
  readonly fault: string | null;
}

/** The floor that is on sale: kept in the database, so that a second start finds it. */
export interface FloorRecord {
  readonly venue: string;
  /** Goes up by one each time the whole floor is put on sale anew. */
  readonly round: number;
}

/** A sale's place in the ledger, enough to read it back. */
export type SaleKey = Pick<Sale, 'id' | 'seatId' | 'round' | 'region'>;

export interface Engine {
  readonly id: string;
  readonly name: string;
  /** In the database's own words: "snapshot isolation", "eventual, last writer wins". */
  readonly consistency: string;
  readonly deployment: Deployment;
  /** What really runs: "PostgreSQL 16.14 (embedded), REPEATABLE READ". */
  readonly components: string;
  readonly regions: readonly string[];

  /** Runs one order. Certain conflicts are retried here, bounded, with the whole strategy. */
  run(order: Order, strategy: PurchaseStrategy): Promise<Receipt>;
  /**
   * Decides an order whose answer was lost: its sale if the ledger has it; else null, and from
   * then on the order certainly has none (a VOID row takes its place).
   * @throws EngineUnavailable
   */
  resolve(order: Order, round: number): Promise<Sale | null>;
  /** The sale that this order id already has, in whatever round. @throws EngineUnavailable */
  recall(orderId: string, seatId: string): Promise<Sale | null>;
  /** Reads sales back by key from the committed ledger, strongly. Bounded: 100 keys a call. */
  readBack(keys: readonly SaleKey[]): Promise<readonly Sale[]>;
  /** The committed sales of these seats in these rounds, from every Region. Does not throw. */
  readLedger(scope: Scope): Promise<LedgerReading>;
  /** Every seat row as each Region shows it (also of other venues). Does not throw. */
  readTables(): Promise<readonly RegionTable[]>;
  /** One seat's row in the first Region. @throws EngineUnavailable, SeatUnknown */
  readSeat(seatId: string): Promise<SeatRow>;
  /** The floor record, or null before the first on-sale. @throws EngineUnavailable */
  readFloor(): Promise<FloorRecord | null>;
  writeFloor(floor: FloorRecord): Promise<void>;
  /**
   * Puts these seats on sale anew: each one's round goes up by one (a new seat starts at 1) and it
   * is AVAILABLE. Returns when every Region shows it. Interrupted, it can be repeated.
   * @throws EngineUnavailable
   */
  openRounds(seatIds: readonly string[]): Promise<Scope>;
  /** Opens every pooled connection, so that a burst never depends on what the last one left. */
  warm(): Promise<void>;
  /** Resolves when every Region answers. @throws EngineUnavailable */
  health(): Promise<void>;
  close(): Promise<void>;
}

/** The engine cannot serve now: a Region does not answer, or its answer is of no use. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
  readonly code = 'ENGINE_UNAVAILABLE';
  readonly engineId: string;
  readonly reason: string;

  constructor(engineId: string, reason: string, cause?: unknown) {
    super(`${engineId} is unavailable: ${reason}`, { cause });
    this.engineId = engineId;
    this.reason = reason;
  }
}

/** An order for a seat that the seats table does not have. */
export class SeatUnknown extends Error {
  override readonly name = 'SeatUnknown';
  readonly code = 'SEAT_UNKNOWN';
}
