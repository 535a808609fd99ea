// Settles a burst: lost answers are resolved, the Regions agree, and the scoreboard is taken from one
// whole reading of the ledger and the seats table. The Witness reads for itself, so that the two
// counts can be compared; they are "reconciled" only when they are equal.
import type { Answer, Scope } from '@worldseat/schema/domain';
import type { BurstView, ScoreboardView } from '@worldseat/schema/services';
import type { LedgerReading } from '@worldseat/schema/witness';
import { scoreAnswers, scoreLedger, scoreTable } from '../burst/scoreboard.ts';
import { ledgerAgrees, tablesAgree } from '../witness/agreement.ts';
import { resolveLost } from './resolve.ts';
import type { Trial } from './trial.ts';

/** How long lost answers are asked about, and Regions waited for, before settling without them. */
export const SETTLE_LIMIT_MS = 30_000;
const AGREEMENT_INTERVAL_MS = 50;
/** Comparisons, when single purchases come in between the two readings. */
const RECONCILE_TRIES = 3;

export interface Settled {
  readonly burst: BurstView;
  readonly answers: readonly Answer[];
}

/** @param answers one per order, in the order of the plan; @param scope what was put on sale */
export async function settle(
  trial: Trial,
  burst: BurstView,
  scope: Scope,
  answers: readonly Answer[],
): Promise<Settled> {
  const resolved = await resolveLost(trial, answers, SETTLE_LIMIT_MS);
  const agreed = await agreement(trial);
  const { scoreboard, reconciled, unread } = await reconcile(trial, burst.seatId, scope, resolved);
  const notes = [
    unread,
    lostNote(scoreboard),
    agreed || unread !== null ? null : 'The Regions did not agree when the burst was settled.',
  ];
  const note = notes.filter((line) => line !== null).join(' ') || null;
  // Without a ledger there is nothing to say of what was sold.
  const state = unread === null ? 'SETTLED' : 'FAILED';
  return {
    burst: { ...burst, state, resolved: resolved.length, scoreboard, reconciled, note },
    answers: resolved,
  };
}

interface Reconciliation {
  readonly scoreboard: ScoreboardView;
  readonly reconciled: boolean;
  /** Why the ledger could not be read, in words; null when it was. */
  readonly unread: string | null;
}

async function reconcile(
  trial: Trial,
  seatId: string | null,
  scope: Scope,
  answers: readonly Answer[],
): Promise<Reconciliation> {
  for (let tries = 1; ; tries += 1) {
    const [reading, tables] = await readAll(trial);
    const scoreboard = {
      ...scoreAnswers(answers),
      ...scoreLedger(reading.sales, scope),
      tableShows: scoreTable(tables, scope),
    };
    const { finding, input } = await trial.examiner.examine();
    const { doubleSells, focus } = finding(seatId);
    const witnessed = seatId === null ? doubleSells : focus?.doubleSells;
    const certain = ledgerAgrees(reading) && ledgerAgrees(input.ledger);
    const reconciled = certain && scoreboard.oversold === witnessed;
    if (reconciled || tries === RECONCILE_TRIES) {
      return { scoreboard, reconciled, unread: unreadNote(reading) };
    }
  }
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
  return Promise.all([trial.follower.sync(), trial.engine.readTables()]);
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
