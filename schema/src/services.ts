// The port: everything that the graph asks of whoever serves it. The graph holds no logic of its
// own; a test may serve it from memory. Expected outcomes are values that carry their GraphQL
// type name; a thrown error is a fault and is masked.
import type {
  Answer,
  BurstState,
  Deployment,
  Outcome,
  RejectionReason,
  Sale,
  Scenario,
  Strategy,
  Venue,
} from './domain/index.ts';
import type { FloorView, SeatStatusView, SeatView } from './floor-views.ts';
import type { History } from './history/index.ts';
import type { LabEngineView, LabRequest, LabRunView, LabView } from './lab-views.ts';
import type { JoinRoomRequest, RoomSeatView, RoomTicketView, RoomView } from './room-views.ts';
import type { Finding, SeatFinding } from './witness/index.ts';

export interface EngineView {
  readonly id: string;
  readonly name: string;
  readonly consistency: string;
  readonly deployment: Deployment;
  readonly components: string;
  readonly regions: readonly string[];
  readonly strategies: readonly Strategy[];
  /** Replication lag between its Regions, in milliseconds, as it was measured last; null: not known. */
  readonly lagMs: number | null;
  /** Shown beside the others and fired at when no engine is named; the rest is for the lab. */
  readonly onStage: boolean;
}

export interface ScoreboardView {
  readonly told: number;
  readonly confirmed: number;
  readonly tableShows: number;
  readonly oversold: number;
  readonly rejected: number;
  readonly indeterminate: number;
  readonly failed: number;
  readonly maxRetries: number;
  readonly elapsedMs: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  readonly maxMs: number | null;
}

export interface BurstView {
  readonly id: string;
  readonly engineId: string;
  /** The contested seat; null: the whole floor. */
  readonly seatId: string | null;
  /** The round of the seat, or of the floor. */
  readonly round: number;
  readonly state: BurstState;
  readonly seed: number;
  readonly strategy: Strategy;
  readonly scenario: Scenario;
  readonly buyers: number;
  readonly resolved: number;
  readonly startedAtMs: number;
  readonly scoreboard: ScoreboardView;
  /** Answers by latency, in the buckets of LATENCY_EDGES_MS; null: an earlier version counted none. */
  readonly latencyCounts: readonly number[] | null;
  readonly reconciled: boolean | null;
  /** SHA-256 of the burst's file, in hexadecimal; null until it is written. */
  readonly sha256: string | null;
  /** The run of the lab that it is a cell of, or null. */
  readonly labId: string | null;
  /** Why the burst is FAILED, or answers are missing; null when all is well. */
  readonly note: string | null;
}

export interface VerdictView extends Finding {
  readonly readAtMs: number;
}

export interface Page<Item> {
  readonly items: readonly { readonly cursor: string; readonly node: Item }[];
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

export interface PageInput {
  readonly first: number;
  readonly after: string | null;
}

export interface InvalidInput {
  readonly __typename: 'InvalidInputError';
  readonly message: string;
  readonly field: string | null;
}
export interface EngineUnavailable {
  readonly __typename: 'EngineUnavailableError';
  readonly message: string;
  readonly engine: string;
}
export interface Overloaded {
  readonly __typename: 'OverloadedError';
  readonly message: string;
  readonly retryAfterMs: number;
}

export interface PurchaseView {
  readonly __typename: 'Purchase';
  readonly orderId: string;
  readonly outcome: Outcome;
  readonly rejectionReason: RejectionReason | null;
  readonly seat: SeatView;
  readonly sale: Sale | null;
  readonly attempts: number;
  readonly conflicts: readonly string[];
  readonly latencyMs: number;
}
export interface BreakItView {
  readonly __typename: 'BreakIt';
  readonly bursts: readonly BurstView[];
}
export interface ResetFloorView {
  readonly __typename: 'ResetFloor';
  readonly engineIds: readonly string[];
}

export type Refusal = InvalidInput | EngineUnavailable | Overloaded;

export interface PurchaseRequest {
  readonly engine: string;
  readonly seat: string;
  readonly buyer: string;
  readonly region: string | null;
  readonly orderId: string | null;
  readonly strategy: Strategy;
}
export interface BreakItRequest {
  readonly engines: readonly string[] | null;
  readonly seat: string | null;
  readonly buyers: number;
  readonly seed: number | null;
  readonly wait: boolean;
  readonly strategy: Strategy;
  /** Null: ONE_SEAT where a seat is named, else ON_SALE. */
  readonly scenario: Scenario | null;
  /** The people in the room are the first buyers of the plan. */
  readonly room: boolean;
}
export interface ResetFloorRequest {
  readonly engines: readonly string[] | null;
  readonly venue: string | null;
}

/**
 * Queries about an unknown engine or seat answer null, or throw BadRequest where the type has no
 * null. Iterables start with the present state, are bounded, and stop at once on return().
 */
export interface Services {
  engines(): readonly EngineView[];
  engine(id: string): EngineView | null;
  /** True when the engine answered its last health check; asks it now. */
  engineReady(id: string): Promise<boolean>;
  floor(engineId: string): FloorView;
  venues(): readonly Venue[];
  seat(engineId: string, seatId: string): Promise<SeatView | null>;
  witness(engineId: string, seatId: string | null): Promise<VerdictView>;
  burst(id: string): BurstView | null;
  bursts(engineId: string | null, page: PageInput): Page<BurstView>;
  /** The burst's file as it was read; null: no such burst, or it has none (yet). */
  burstHistory(id: string): Promise<History | null>;
  /** The text of the burst's file as it was written; null: no such burst, or it has none (yet). */
  burstFile(id: string): Promise<string | null>;
  /** What each buyer of a burst saw, in order of intent. @param seatId only of this seat; null: all */
  burstAnswers(id: string, seatId: string | null, page: PageInput): Promise<Page<Answer>>;
  /** Current rounds; with seat and round: that seat's earlier round. */
  ledger(
    engineId: string,
    seatId: string | null,
    round: number | null,
    page: PageInput,
  ): Promise<Page<Sale>>;
  purchase(request: PurchaseRequest): Promise<PurchaseView | Refusal>;
  breakIt(request: BreakItRequest): Promise<BreakItView | Refusal>;
  resetFloor(request: ResetFloorRequest): Promise<ResetFloorView | Refusal>;
  watchSeats(engineId: string): AsyncIterable<SeatStatusView>;
  watchVerdict(engineId: string, seatId: string | null): AsyncIterable<VerdictView>;
  watchBurst(engineId: string): AsyncIterable<BurstView>;
  joinRoom(request: JoinRoomRequest): RoomSeatView | InvalidInput | Overloaded;
  /** False: nobody of that id was in the room. */
  leaveRoom(person: string): boolean;
  room(): RoomView;
  watchRoom(): AsyncIterable<RoomView>;
  /** Null: no burst with this person yet. Whoever watches is heard of. */
  watchTickets(person: string): AsyncIterable<RoomTicketView | null>;
  /** Every engine that the lab can open, on stage or not, open or not. */
  labEngines(): readonly LabEngineView[];
  lab(request: LabRequest): Promise<LabRunView | Refusal>;
  labRun(id: string): LabView | null;
  /** The latest first. */
  labRuns(page: PageInput): Page<LabView>;
  /** The run that goes on now, or the latest one; each event is the whole run. */
  watchLab(): AsyncIterable<LabView>;
}

export type * from './floor-views.ts';
export type * from './lab-views.ts';
export type * from './room-views.ts';
export type { Finding, SeatFinding };

/** Input that a query cannot answer: shown to the caller as it is, with code BAD_USER_INPUT. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
  readonly field: string;

  constructor(message: string, field: string) {
    super(message);
    this.field = field;
  }
}

/** A subscriber that fell too far behind; only its own subscription ends, with this code. */
export class SlowConsumer extends Error {
  override readonly name = 'SlowConsumer';
  readonly code = 'SLOW_CONSUMER';
}
