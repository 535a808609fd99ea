// The record of a burst before its first buyer, and what is said when it ends before its last.
import type { Scope } from '@worldseat/schema/domain';
import type { BreakItRequest, BurstView } from '@worldseat/schema/services';
import { EMPTY_SCOREBOARD } from '../burst/scoreboard.ts';
import type { Trial } from './trial.ts';

let lastBurst = 0;

export function newBurst(
  trial: Trial,
  scope: Scope,
  { seat, buyers, strategy }: BreakItRequest,
  seed: number,
): BurstView {
  const startedAtMs = Date.now();
  lastBurst += 1;
  return {
    id: `${trial.engine.id}-${startedAtMs.toString(36)}-${lastBurst}`,
    engineId: trial.engine.id,
    seatId: seat,
    round: seat === null ? trial.floor.round : (scope.get(seat) ?? 0),
    state: 'RUNNING',
    seed,
    strategy,
    buyers,
    resolved: 0,
    startedAtMs,
    scoreboard: EMPTY_SCOREBOARD,
    reconciled: null,
    note: null,
  };
}

/** Why a burst is FAILED whose buyers were not all served. */
export function stoppedNote(buyers: number): string {
  return `The server stopped during this burst of ${buyers.toLocaleString('en-US')} buyers.`;
}
