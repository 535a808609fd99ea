// Settles a burst: lost answers are resolved, the Regions agree, and the scoreboard and the burst's
// history are taken from one whole reading of the ledger and the seats table. The Witness reads for
// itself, so that the two counts can be compared; they are "reconciled" only when they are equal.
import type { Answer, Scope } from '@worldseat/schema/domain';
import { writeHistory } from '@worldseat/schema/history';
import type { BurstView, ScoreboardView } from '@worldseat/schema/services';
import type { Finding, LedgerReading } from '@worldseat/schema/witness';
import { hashOfHistory } from '../burst/hash.ts';
import { latencyCounts } from '../burst/latency.ts';
import { scoreAnswers, scoreLedger, scoreTable } from '../burst/scoreboard.ts';
import { ledgerAgrees, tablesAgree } from '../witness/agreement.ts';
import { historyOf, type Fired } from './burst-history.ts';
import { readScope, unread, type ScopeReading } from './read-scope.ts';
import { resolveLost } from './resolve.ts';
import type { Trial } from './trial.ts';

/** How long lost answers are asked about, and Regions waited for, before settling without them. */
export const SETTLE_LIMIT_MS = 30_000;
const AGREEMENT_INTERVAL_MS = 50;
/** How long the last news may take to be read back before the floor is read as a whole. */
const NEWS_LIMIT_MS = 1_000;
/** Comparisons, when single purchases come in between the two readings. */
const RECONCILE_TRIES = 3;

export interface Settled {
  readonly burst: BurstView;
  /** Its history, as text. */
  readonly history: string;
  /** What its buyers were told, as far as it is decided. */
  readonly answers: readonly Answer[];
}

/** @param answers one per order, in the order of the plan */
export async function settle(fired: Fired, answers: readonly Answer[]): Promise<Settled> {
  const { trial, burst } = fired;
  const resolved = await resolveLost(trial, answers, SETTLE_LIMIT_MS);
  // Whoever watches sees the last sale before the floor is gone through again and again.
  await trial.follower.caughtUp(NEWS_LIMIT_MS);
  const agreed = await agreement(trial);
  const { scoreboard, reconciled, reading } = await reconcile(fired, resolved);
  const unreadWhy = unreadNote(reading.ledger);
  const notes = [
    unreadWhy,
    lostNote(scoreboard),
    agreed || unreadWhy !== null ? null : 'The Regions did not agree when the burst was settled.',
  ];
  const note = notes.filter((line) => line !== null).join(' ') || null;
  // Without a ledger there is nothing to say of what was sold.
  const state = unreadWhy === null ? 'SETTLED' : 'FAILED';
  const { text, sha256 } = writeHistory(historyOf(fired, resolved, reading, []), hashOfHistory);
  const counted = { resolved: resolved.length, latencyCounts: latencyCounts(resolved) };
  return {
    burst: { ...burst, ...counted, state, scoreboard, reconciled, sha256, note },
    history: text,
    answers: resolved,
  };
}

/**
 * Ends a burst that cannot be settled, with what there is.
 * @param answers as many as were given, in the order of the plan; @param note why, in words
 */
export function cutShort(fired: Fired, answers: readonly Answer[], note: string): Settled {
  const reading = unread(fired.trial, 'it was not read back after this burst');
  const { text, sha256 } = writeHistory(historyOf(fired, answers, reading, [note]), hashOfHistory);
  const counted = { latencyCounts: latencyCounts(answers) };
  return {
    burst: { ...fired.burst, ...counted, state: 'FAILED', sha256, note },
    history: text,
    answers,
  };
}

interface Reconciliation {
  readonly scoreboard: ScoreboardView;
  readonly reconciled: boolean;
  readonly reading: ScopeReading;
}

async function reconcile(
  { trial, burst, scope }: Fired,
  answers: readonly Answer[],
): Promise<Reconciliation> {
  for (let tries = 1; ; tries += 1) {
    const reading = await readScope(trial, scope);
    const scoreboard = {
      ...scoreAnswers(answers),
      ...scoreLedger(reading.ledger.sales, scope),
      tableShows: scoreTable(reading.tables, scope),
    };
    const { finding, input } = await trial.examiner.examine();
    const witnessed = doubleSellsIn(finding(burst.seatId), burst.seatId, scope);
    const certain = ledgerAgrees(reading.ledger) && ledgerAgrees(input.ledger);
    const reconciled = certain && scoreboard.oversold === witnessed;
    if (reconciled || tries === RECONCILE_TRIES) return { scoreboard, reconciled, reading };
  }
}

/** What the Witness of the whole floor counts of the burst's seats. */
function doubleSellsIn({ focus, oversold }: Finding, seatId: string | null, scope: Scope): number {
  if (seatId !== null) return focus?.doubleSells ?? NaN;
  return oversold
    .filter((seat) => scope.get(seat.seatId) === seat.round)
    .reduce((sum, { doubleSells }) => sum + doubleSells, 0);
}

/** Waits until every Region shows the same ledger and seats. @returns false at the limit */
async function agreement(trial: Trial): Promise<boolean> {
  const untilMs = Date.now() + SETTLE_LIMIT_MS;
  while (Date.now() < untilMs) {
    const [reading, tables] = await readAll(trial);
    if (ledgerAgrees(reading) && tablesAgree(tables)) return true;
    await new Promise((resolve) => setTimeout(resolve, AGREEMENT_INTERVAL_MS));
  }
  return false;
}

function readAll(trial: Trial) {
  const seatIds = [...trial.floor.scope.keys()];
  return Promise.all([trial.follower.sync(), trial.engine.readTables(seatIds)]);
}

function lostNote({ indeterminate }: ScoreboardView): string | null {
  if (indeterminate === 0) return null;
  return `The answers of ${indeterminate} orders were lost and the ledger could not be asked.`;
}

function unreadNote({ unreachable: [first] }: LedgerReading): string | null {
  if (first === undefined) return null;
  const { region, reason } = first;
  return `The ledger of ${region} could not be read (${reason}), so the count is not known.`;
}
