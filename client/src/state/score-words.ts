// The scoreboard of a burst in words: what buyers were told, what the ledger holds, what the seats
// table shows. Differences between the three are the story, so they stand side by side.
import type { Burst } from '../api/fragments.ts';
import { count, counted, duration } from './words.ts';

export interface ScoreFigure {
  readonly value: string;
  readonly label: string;
  /** It disagrees with the ledger. */
  readonly odd: boolean;
}

export interface ScoreWords {
  /** "34 of 60 buyers answered", "60 buyers, seat A1" */
  readonly title: string;
  readonly figures: readonly ScoreFigure[];
  /** Retries, and answers that are not a plain yes or no. */
  readonly notes: readonly string[];
  /** Null while there is nothing to compare. */
  readonly reconciled: boolean | null;
}

const UNKNOWN = '–';

export function scoreWords(burst: Burst): ScoreWords {
  const state = { title: titleOf(burst), notes: notesOf(burst), reconciled: burst.reconciled };
  return { ...state, figures: [...sourcesOf(burst), ...hiddenBy(burst)] };
}

function sourcesOf({ scoreboard: score, state, resolved }: Burst): ScoreFigure[] {
  // Of a burst that failed nobody read the database at its end, and the answers may be gone.
  const read = state === 'FAILED' ? () => UNKNOWN : count;
  // While buyers are served the table is read now and then; none sold means not read yet.
  const unread = state === 'RUNNING' && score.tableShows === 0;
  const told = resolved === 0 ? read(score.told) : count(score.told);
  const settled = state === 'SETTLED';
  const believe = told === '1' ? 'buyer believes' : 'buyers believe';
  return [
    { value: told, label: believe, odd: settled && score.told !== score.confirmed },
    { value: read(score.confirmed), label: 'ledger holds', odd: false },
    {
      value: unread ? UNKNOWN : read(score.tableShows),
      label: 'table shows',
      odd: settled && score.tableShows !== score.confirmed,
    },
  ];
}

/** Sales that the seats table cannot show: it has room for one owner a seat. */
function hiddenBy({ scoreboard: score, state }: Burst): ScoreFigure[] {
  const hidden = score.confirmed - score.tableShows;
  if (state !== 'SETTLED' || hidden <= 0) return [];
  return [{ value: count(hidden), label: 'it hides', odd: true }];
}

function titleOf({ state, buyers, resolved, seatId }: Burst): string {
  if (state === 'RUNNING') return `${count(resolved)} of ${counted(buyers, 'buyer')} answered`;
  const who = `${counted(buyers, 'buyer')}, ${seatId === null ? 'whole floor' : `seat ${seatId}`}`;
  return state === 'FAILED' ? `${who}: not finished` : who;
}

/** The most telling first. */
function notesOf({ state, scoreboard: score, note, reconciled, resolved }: Burst): string[] {
  const notes = note === null ? [] : [note];
  if (reconciled === false) notes.push('scoreboard and Witness count differently');
  if (score.indeterminate > 0) notes.push(`${counted(score.indeterminate, 'answer')} lost`);
  if (score.failed > 0) notes.push(`${count(score.failed)} failed`);
  if (state === 'FAILED' && resolved === 0) return notes;
  const { maxRetries } = score;
  notes.push(maxRetries === 0 ? 'no retries' : `up to ${counted(maxRetries, 'retry', 'retries')}`);
  notes.push(`${count(score.rejected)} told “taken”`);
  if (state === 'SETTLED') notes.push(`${duration(score.elapsedMs)} in all`);
  return notes;
}
