// The scoreboard of a burst in words: what buyers were told, what the ledger holds, what the seats
// table shows. Differences between the three are the story, so they stand side by side.
import type { Burst } from '../api/fragments.ts';
import { count, counted, duration } from './words.ts';

export interface ScoreFigure {
  readonly value: string;
  readonly label: string;
}

export interface ScoreWords {
  /** "34 of 60 buyers answered", "60 buyers, seat A1" */
  readonly title: string;
  readonly figures: readonly ScoreFigure[];
  readonly latencies: readonly ScoreFigure[];
  /** Retries, and answers that are not a plain yes or no. */
  readonly notes: readonly string[];
  /** Null while there is nothing to compare. */
  readonly reconciled: boolean | null;
}

const UNKNOWN = '–';

export function scoreWords(burst: Burst): ScoreWords {
  const { scoreboard: score, state, resolved } = burst;
  // Of a burst that failed nobody read the database at its end, and the answers may be gone.
  const read = state === 'FAILED' ? () => UNKNOWN : count;
  // While buyers are served the table is read now and then; none sold means not read yet.
  const unread = state === 'RUNNING' && score.tableShows === 0;
  const table = unread ? UNKNOWN : read(score.tableShows);
  return {
    title: titleOf(burst),
    figures: [
      { value: resolved === 0 ? read(score.told) : count(score.told), label: 'buyers believe' },
      { value: read(score.confirmed), label: 'ledger holds' },
      { value: table, label: 'table shows' },
    ],
    latencies: [
      { value: duration(score.p50Ms), label: 'p50' },
      { value: duration(score.p95Ms), label: 'p95' },
      { value: duration(score.p99Ms), label: 'p99' },
    ],
    notes: notesOf(burst),
    reconciled: burst.reconciled,
  };
}

function titleOf({ state, buyers, resolved, seatId }: Burst): string {
  if (state === 'RUNNING') return `${count(resolved)} of ${counted(buyers, 'buyer')} answered`;
  const who = `${counted(buyers, 'buyer')}, ${seatId === null ? 'whole floor' : `seat ${seatId}`}`;
  return state === 'FAILED' ? `${who}: not finished` : who;
}

/** The most telling first: the line may be cut at its end. */
function notesOf({ state, scoreboard: score, note, reconciled, resolved }: Burst): string[] {
  const notes = state === 'SETTLED' ? [`in ${duration(score.elapsedMs)}, queueing included`] : [];
  if (note !== null) notes.unshift(note);
  if (reconciled === false) notes.push('scoreboard and Witness count differently');
  if (score.indeterminate > 0) notes.push(`${counted(score.indeterminate, 'answer')} lost`);
  if (score.failed > 0) notes.push(`${count(score.failed)} failed`);
  if (state === 'FAILED' && resolved === 0) return notes;
  const { maxRetries } = score;
  notes.push(maxRetries === 0 ? 'no retries' : `up to ${counted(maxRetries, 'retry', 'retries')}`);
  notes.push(`${count(score.rejected)} told “taken”`);
  return notes;
}
