// The lab as the port shows it: what can be asked of it, a run, its cells, and what came of each.
// Types only.
import type { BurstState, Scenario, Strategy, VerdictResult } from './domain/index.ts';

/** A run of the lab: every combination of these, one after the other. Null: all there are. */
export interface LabRequest {
  readonly engines: readonly string[] | null;
  readonly strategies: readonly Strategy[] | null;
  readonly scenarios: readonly Scenario[] | null;
  /** Of each cell; where each order has a seat of its own, as many as fit in whole fans. */
  readonly buyers: number;
  readonly seed: number | null;
  /** Resolve when the last cell is done; else as soon as the run has begun. */
  readonly wait: boolean;
}
/** SKIPPED: the engine has no means for the strategy. FAILED: the cell's burst did not settle. */
export type LabCellState = 'WAITING' | 'RUNNING' | 'DONE' | 'SKIPPED' | 'FAILED';

export interface LabCellView {
  readonly engineId: string;
  readonly strategy: Strategy;
  readonly scenario: Scenario;
  readonly state: LabCellState;
  /** Why SKIPPED or FAILED; null otherwise. */
  readonly reason: string | null;
  readonly burstId: string | null;
  /** Of a cell that is DONE; null otherwise. */
  readonly figures: LabFigures | null;
}
export interface LabFigures {
  readonly result: VerdictResult;
  readonly reasons: readonly string[];
  readonly sales: number;
  readonly doubleSells: number;
  /** Double sells that are expected from what was measured of reads, writes, lag and arrival. */
  readonly predictedDoubleSells: number;
  readonly overLimit: number;
  /** Refused attempts, one sale; of no sales: null. */
  readonly abortsPerSale: number | null;
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
  /** Orders answered in a second. */
  readonly ordersPerSecond: number;
}
export interface LabView {
  readonly id: string;
  readonly startedAtMs: number;
  readonly state: BurstState;
  readonly seed: number;
  readonly buyers: number;
  readonly cells: readonly LabCellView[];
  /** Why FAILED; null otherwise. */
  readonly note: string | null;
}

export interface LabEngineView {
  readonly id: string;
  readonly name: string;
  /** In the database's own words: "READ COMMITTED". */
  readonly consistency: string;
  readonly strategies: readonly Strategy[];
}

export interface LabRunView {
  readonly __typename: 'LabRun';
  readonly lab: LabView;
}
