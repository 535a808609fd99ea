// The scoreboard of a burst. What buyers were told comes from their answers; what was sold comes
// from the committed ledger and the seats table as read back. The two are never mixed: a claim
// about the database is never computed from a return value.
import type { Answer, RegionTable, Sale, Scope } from '@worldseat/schema/domain';
import type { ScoreboardView } from '@worldseat/schema/services';
import { latenciesMs, percentiles } from './latency.ts';

export type Told = Pick<
  ScoreboardView,
  | 'told'
  | 'rejected'
  | 'indeterminate'
  | 'failed'
  | 'maxRetries'
  | 'elapsedMs'
  | 'p50Ms'
  | 'p95Ms'
  | 'p99Ms'
  | 'maxMs'
>;
export type Committed = Pick<ScoreboardView, 'confirmed' | 'oversold'>;

/** What the buyers saw. */
export function scoreAnswers(answers: readonly Answer[]): Told {
  const told = { CONFIRMED: 0, REJECTED: 0, INDETERMINATE: 0, FAILED: 0 };
  let maxRetries = 0;
  let elapsedNs = 0;
  for (const answer of answers) {
    told[answer.outcome] += 1;
    // Pressing again is the buyer's doing, no retry of the engine's.
    maxRetries = Math.max(maxRetries, answer.attempts - answer.presses);
    elapsedNs = Math.max(elapsedNs, answer.returnNs);
  }
  return {
    told: told.CONFIRMED,
    rejected: told.REJECTED,
    indeterminate: told.INDETERMINATE,
    failed: told.FAILED,
    maxRetries,
    elapsedMs: elapsedNs / 1e6,
    ...percentiles(latenciesMs(answers)),
  };
}

/** What the ledger holds for these seats in these rounds. */
export function scoreLedger(sales: readonly Sale[], scope: Scope): Committed {
  const perSeat = new Map<string, number>();
  for (const sale of sales) {
    if (scope.get(sale.seatId) !== sale.round) continue;
    perSeat.set(sale.seatId, (perSeat.get(sale.seatId) ?? 0) + 1);
  }
  let confirmed = 0;
  let oversold = 0;
  for (const count of perSeat.values()) {
    confirmed += count;
    oversold += count - 1;
  }
  return { confirmed, oversold };
}

/** Seats that the seats table shows as sold: in the first Region that could be read. */
export function scoreTable(tables: readonly RegionTable[], scope: Scope): number {
  for (const table of tables) {
    if ('unreachable' in table) continue;
    return table.rows.filter((row) => row.status === 'SOLD' && scope.get(row.seatId) === row.round)
      .length;
  }
  return 0;
}

/** A scoreboard before anything has happened. */
export const EMPTY_SCOREBOARD: ScoreboardView = {
  ...scoreAnswers([]),
  ...scoreLedger([], new Map()),
  tableShows: 0,
};
