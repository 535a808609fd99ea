// Settles a burst: lost answers are resolved, the Regions agree, and the scoreboard is taken from one
// whole reading of the ledger and the seats table. The Witness reads for itself, so that the two
// counts can be compared; they are "reconciled" only when they are equal.
import type { Answer, RegionTable, Scope } from '@worldseat/schema/domain';
import type { BurstView, ScoreboardView } from '@worldseat/schema/services';
import { scoreAnswers, scoreLedger, scoreTable } from '../burst/scoreboard.ts';
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
  await trial.follower.caughtUp();
  const agreed = await agreement(trial);
  const { scoreboard, reconciled } = await reconcile(trial, burst.seatId, scope, resolved);
  const notes = [
    lostNote(scoreboard),
    agreed ? null : 'The Regions did not agree when the burst was settled.',
  ];
  const note = notes.filter((line) => line !== null).join(' ') || null;
  const buyers = resolved.length;
  return {
    burst: { ...burst, state: 'SETTLED', resolved: buyers, scoreboard, reconciled, note },
    answers: resolved,
  };
}

async function reconcile(
  trial: Trial,
  seatId: string | null,
  scope: Scope,
  answers: readonly Answer[],
): Promise<{ scoreboard: ScoreboardView; reconciled: boolean }> {
  for (let tries = 1; ; tries += 1) {
    const [reading, tables] = await readAll(trial);
    const scoreboard = {
      ...scoreAnswers(answers),
      ...scoreLedger(reading.sales, scope),
      tableShows: scoreTable(tables, scope),
    };
    const finding = (await trial.examiner.examine()).finding(seatId);
    const witnessed = seatId === null ? finding.doubleSells : finding.focus?.doubleSells;
    const reconciled = scoreboard.oversold === witnessed;
    if (reconciled || tries === RECONCILE_TRIES) return { scoreboard, reconciled };
  }
}

/** Waits until every Region shows the same ledger and seats. @returns false at the limit */
async function agreement(trial: Trial): Promise<boolean> {
  const untilMs = Date.now() + SETTLE_LIMIT_MS;
  while (Date.now() < untilMs) {
    const [reading, tables] = await readAll(trial);
    if (reading.converged && reading.unreachable.length === 0 && sameRows(tables)) return true;
    await new Promise((resolve) => setTimeout(resolve, AGREEMENT_INTERVAL_MS));
  }
  return false;
}

function readAll(trial: Trial) {
  return Promise.all([trial.follower.sync(), trial.engine.readTables()]);
}

function sameRows(tables: readonly RegionTable[]): boolean {
  const shown = tables.map((table) => {
    if ('unreachable' in table) return null;
    const rows = table.rows.map((r) => `${r.seatId} ${r.round} ${r.status} ${r.orderId ?? ''}`);
    return rows.sort().join('\n');
  });
  return shown.every((rows) => rows !== null && rows === shown[0]);
}

function lostNote({ indeterminate }: ScoreboardView): string | null {
  if (indeterminate === 0) return null;
  return `The answers of ${indeterminate} orders were lost and the ledger could not be asked.`;
}
