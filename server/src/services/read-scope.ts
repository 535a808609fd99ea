// One whole reading of what a burst was about: the committed ledger of its seats in their rounds, the
// seats tables as each Region shows them, and what visitors who came in between were told.
import type { Answer, RegionTable, Scope } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';
import type { Trial } from './trial.ts';

export interface ScopeReading {
  readonly ledger: LedgerReading;
  readonly tables: readonly RegionTable[];
  /** Every recorded answer for these rounds, of the burst and of visitors. */
  readonly answers: readonly Answer[];
  /** Orders of visitors came or went during the reading: they may be in one half of it only. */
  readonly moved: boolean;
}

/** Readings while visitors come and go. */
const MAX_READS = 3;

/** Does not throw what a Region fails with: the reading says so. */
export async function readScope(trial: Trial, scope: Scope): Promise<ScopeReading> {
  const { engine, answers } = trial;
  const seatIds = [...scope.keys()];
  for (let tries = 1; ; tries += 1) {
    const before = [answers.pendingIn(scope), answers.within(scope).length];
    const [ledger, tables] = await Promise.all([
      engine.readLedger(scope),
      engine.readTables(seatIds),
    ]);
    const told = answers.within(scope);
    const after = [answers.pendingIn(scope), told.length];
    // Rounds only gain answers, so equal numbers mean that nobody came or went.
    const moved = after[0] !== 0 || String(before) !== String(after);
    if (moved && tries < MAX_READS) continue;
    return { ledger, tables: tables.map((table) => onlyOf(table, scope)), answers: told, moved };
  }
}

/** The seats table may hold other seats, and other venues. */
function onlyOf(table: RegionTable, scope: Scope): RegionTable {
  if ('unreachable' in table) return table;
  return { region: table.region, rows: table.rows.filter((row) => scope.has(row.seatId)) };
}

/** What is known of the database when it was not asked. @param why in words */
export function unread({ engine }: Trial, why: string): ScopeReading {
  const unreachable = engine.regions.map((region) => ({ region, reason: why }));
  return {
    ledger: { sales: [], converged: false, unreachable },
    tables: engine.regions.map((region) => ({ region, unreachable: why })),
    answers: [],
    moved: false,
  };
}
