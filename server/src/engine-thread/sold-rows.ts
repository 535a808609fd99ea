// What the seats tables show as sold, small enough to be handed to another thread while buyers wait.
// Pure.
import type { RegionTable } from '@worldseat/schema/domain';
import type { SoldRows } from './messages.ts';

/** Of the first Region that could be read; nothing when none could. */
export function soldRows(tables: readonly RegionTable[]): SoldRows {
  const table = tables.find((one) => !('unreachable' in one));
  const rows = table === undefined || 'unreachable' in table ? [] : table.rows;
  const sold = rows.filter(({ status }) => status === 'SOLD');
  return { seatIds: sold.map(({ seatId }) => seatId), rounds: sold.map(({ round }) => round) };
}
