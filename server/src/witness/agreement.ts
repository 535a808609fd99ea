// Whether a reading shows a world at rest: every Region was read and all of them show the same.
// Pure.
import type { RegionTable, SeatRow } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';

/** True when every Region's seats table was read and shows the same rows. */
export function tablesAgree(tables: readonly RegionTable[]): boolean {
  const [first, ...others] = tables;
  if (first === undefined) return true;
  if ('unreachable' in first) return false;
  const shown = new Map(first.rows.map((row) => [row.seatId, row]));
  return others.every((table) => {
    if ('unreachable' in table || table.rows.length !== shown.size) return false;
    return table.rows.every((row) => isSame(row, shown.get(row.seatId)));
  });
}

function isSame(row: SeatRow, other: SeatRow | undefined): boolean {
  return row.round === other?.round && row.status === other.status && row.orderId === other.orderId;
}

/** True when every Region's ledger was read and shows the same sales. */
export function ledgerAgrees({ converged, unreachable }: LedgerReading): boolean {
  return converged && unreachable.length === 0;
}
