// The scoreboard of a burst in words: what buyers were told, what the ledger holds, what the seats
// table shows. Differences between the three are the story, so they stand side by side.
import type { Burst } from '../api/operations.ts';
import { count, counted, duration } from './words.ts';

export interface ScoreFigure {
  readonly value: string;
  readonly label: string;
}

export interface ScoreWords {
  /** "60 buyers at A1", "running: 34 of 60 answered" */
  readonly title: string;
  readonly figures: readonly ScoreFigure[];
  readonly latencies: readonly ScoreFigure[];
  /** Retries, and answers that are not a plain yes or no. */
  readonly notes: readonly string[];
  readonly reconciled: { readonly yes: boolean; readonly words: string } | null;
}

export function scoreWords(burst: Burst): ScoreWords {
  const { scoreboard: score } = burst;
  return {
    title: titleOf(burst),
    figures: [
      { value: count(score.told), label: 'believe they bought' },
      { value: count(score.confirmed), label: 'in the ledger' },
      { value: count(score.tableShows), label: 'in the seats table' },
    ],
    latencies: [
      { value: duration(score.p50Ms), label: 'p50' },
      { value: duration(score.p95Ms), label: 'p95' },
      { value: duration(score.p99Ms), label: 'p99' },
    ],
    notes: notesOf(burst),
    reconciled: reconciliation(burst),
  };
}

function titleOf({ state, buyers, resolved, seat, scoreboard }: Burst): string {
  const target = seat === null ? 'the whole floor' : seat.id;
  const who = `${counted(buyers, 'buyer')} at ${target}`;
  if (state === 'RUNNING') return `${who}: ${count(resolved)} answered`;
  if (state === 'FAILED') return `${who}: not finished`;
  return `${who}, ${duration(scoreboard.elapsedMs)}`;
}

function notesOf({ scoreboard: score, note }: Burst): string[] {
  const notes = [score.maxRetries === 0 ? 'no retries' : `up to ${counted(score.maxRetries, 'retry', 'retries')}`];
  notes.push(`${count(score.rejected)} told “taken”`);
  if (score.indeterminate > 0) notes.push(`${counted(score.indeterminate, 'answer')} lost`);
  if (score.failed > 0) notes.push(`${count(score.failed)} failed`);
  if (note !== null) notes.push(note);
  return notes;
}

/** Nothing while it runs: there is nothing to compare yet. */
function reconciliation({ reconciled }: Burst): ScoreWords['reconciled'] {
  if (reconciled === null) return null;
  return reconciled
    ? { yes: true, words: 'reconciled' }
    : { yes: false, words: 'not reconciled: scoreboard and Witness differ' };
}
