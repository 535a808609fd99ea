// Whether a reading shows a world at rest: every Region was read and all of them show the same.
// Pure.
import type { RegionTable } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';

/** True when every Region's seats table was read and shows the same rows. */
export function tablesAgree(tables: readonly RegionTable[]): boolean {
  const shown = tables.map((table) => {
    if ('unreachable' in table) return null;
    const rows = table.rows.map((r) => `${r.seatId} ${r.round} ${r.status} ${r.orderId ?? ''}`);
    return rows.sort().join('\n');
  });
  return shown.every((rows) => rows !== null && rows === shown[0]);
}

/** True when every Region's ledger was read and shows the same sales. */
export function ledgerAgrees({ converged, unreachable }: LedgerReading): boolean {
  return converged && unreachable.length === 0;
}
