// The record of a burst before its first buyer, and what is said when it ends before its last.
import type { Scope } from '@worldseat/schema/domain';
import type { BurstView } from '@worldseat/schema/services';
import { latencyCounts } from '../burst/latency.ts';
import { EMPTY_SCOREBOARD } from '../burst/scoreboard.ts';
import type { FireRequest } from './fire-request.ts';
import type { Trial } from './trial.ts';

let lastBurst = 0;

export function newBurstId({ engine }: Trial): string {
  lastBurst += 1;
  return `${engine.id}-${Date.now().toString(36)}-${lastBurst}`;
}

/** @param scope the seats that were put on sale for it */
export function newBurst(
  id: string,
  trial: Trial,
  scope: Scope,
  { seat, ...request }: FireRequest,
): BurstView {
  return {
    id,
    engineId: trial.engine.id,
    seatId: seat,
    round: seat === null ? trial.floor.round : (scope.get(seat) ?? 0),
    state: 'RUNNING',
    ...request,
    resolved: 0,
    startedAtMs: Date.now(),
    scoreboard: EMPTY_SCOREBOARD,
    latencyCounts: latencyCounts([]),
    reconciled: null,
    sha256: null,
    note: null,
  };
}

/** Why a burst is FAILED whose buyers were not all served. */
export function stoppedNote(buyers: number): string {
  return `The server stopped during this burst of ${buyers.toLocaleString('en-US')} buyers.`;
}
