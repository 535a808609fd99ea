// The engine port: what every database must offer to be put on trial. An engine runs a purchase
// strategy over a small view of one Region; how it keeps its promise, or breaks it, is its own.
// The strategy cannot tell which engine runs it, and nothing here favours one.
import type {
  Attempt,
  Deployment,
  Order,
  Outcome,
  RegionTable,
  RejectionReason,
  Sale,
  Scope,
  SeatRow,
  Strategy,
} from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';

/** What a strategy sees of one Region, for one attempt of one order. */
export interface RegionView {
  /** @throws SeatUnknown when no such seat is on sale */
  readSeat(seatId: string): Promise<SeatRow>;
  /**
   * Reads the row and keeps others from writing it until this purchase ends.
   * @throws SeatUnknown, NotOffered
   */
  lockSeat(seatId: string): Promise<SeatRow>;
  writeSeat(row: SeatRow): Promise<void>;
  /** Writes the row if the seat is still AVAILABLE in the row's round. @returns whether it did */
  writeSeatIfAvailable(row: SeatRow): Promise<boolean>;
  /** Tickets that the fan of this key holds, as this Region shows it. */
  countTickets(fanKey: string): Promise<number>;
  /**
   * Takes one of `limit` from a counter: one row that everybody who shares the counter writes. It
   * starts full. @returns false, having taken nothing, when none is left
   */
  takeFromCounter(counterId: string, limit: number): Promise<boolean>;
  /**
   * Appends the order's sale to the ledger, for the round of the seat that was read; of an order
   * with a fan rule also the fan's ticket.
   */
  appendSale(order: Order, seat: SeatRow): Promise<void>;
}

/** OVER_LIMIT is REJECTED as well: not for the seat, but by the rule for its fan. */
export type Decision = 'CONFIRMED' | 'REJECTED' | 'OVER_LIMIT';

/** A purchase: pure logic over the view. It is re-run whole after a conflict. */
export type PurchaseStrategy = (view: RegionView, order: Order) => Promise<Decision>;

/** What became of one order. Every fault is an outcome: run() does not throw. */
export interface Receipt {
  readonly outcome: Outcome;
  /** Why REJECTED; null otherwise. */
  readonly rejectionReason: RejectionReason | null;
  /** The committed sale; null unless CONFIRMED. */
  readonly sale: Sale | null;
  /** The seat's row as the last attempt read it; null when no read came back. */
  readonly read: SeatRow | null;
  /** Runs of the strategy, from 1; 0 when none could start. */
  readonly attempts: number;
  /** One code for each attempt that was refused. */
  readonly conflicts: readonly string[];
  /** When each run did what, on the clock of clock.ts; as many as attempts, in order. */
  readonly trace: readonly Attempt[];
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
  /** The strategies that it can run: NAIVE, and those whose means it has. */
  readonly strategies: readonly Strategy[];

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
  /**
   * The rows of these seats as each Region shows them; a seat that it does not show is missing. What
   * is read is bounded by what is asked for, however much else the table holds. Does not throw.
   */
  readTables(seatIds: readonly string[]): Promise<readonly RegionTable[]>;
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
  /**
   * Milliseconds from the acknowledgement of a small write in the first Region until every other
   * Region shows it, measured now by reading again and again; 0 of a single Region.
   * @throws EngineUnavailable, also when it takes more than 30 s
   */
  measureLagMs(): Promise<number>;
  /**
   * Opens every pooled connection, so that a burst never depends on what the last one left.
   * @throws EngineUnavailable, also when a Region is silent
   */
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

/** The engine has no means for what a strategy asks, such as a lock. Never asked of it by the lab. */
export class NotOffered extends Error {
  override readonly name = 'NotOffered';
  readonly code = 'NOT_OFFERED';
}

/** An order for a seat that the seats table does not have. */
export class SeatUnknown extends Error {
  override readonly name = 'SeatUnknown';
  readonly code = 'SEAT_UNKNOWN';
}
