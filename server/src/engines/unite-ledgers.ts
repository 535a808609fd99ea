// The ledger as several Regions show it, made one reading: for every engine the same, so that none
// is merely presumed to agree with itself. Pure.
import type { Sale } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';

/** What one Region answered: its sales, no two of one order in one round; or why it did not. */
export type RegionReading =
  | { readonly region: string; readonly sales: readonly Sale[] }
  | { readonly region: string; readonly reason: string };

/** The union without repeats, and whether the Regions that answered show the same. */
export function uniteLedgers(readings: readonly RegionReading[]): LedgerReading {
  const united = new Map<string, Sale>();
  const answered = readings.flatMap((reading) => ('sales' in reading ? [reading.sales] : []));
  let converged = true;
  for (const sale of answered.flat()) {
    const identity = `${sale.round}#${sale.seatId}#${sale.id}`;
    const held = united.get(identity);
    if (held === undefined) united.set(identity, sale);
    else if (!isSameRow(held, sale)) converged = false;
  }
  if (answered.some((sales) => sales.length !== united.size)) converged = false;
  return {
    sales: [...united.values()],
    converged,
    unreachable: readings.flatMap((reading) => ('reason' in reading ? [reading] : [])),
  };
}

/** Of two rows under one key. */
function isSameRow(one: Sale, other: Sale): boolean {
  return (
    one.buyer === other.buyer &&
    one.region === other.region &&
    one.attempts === other.attempts &&
    one.soldAtMs === other.soldAtMs
  );
}
