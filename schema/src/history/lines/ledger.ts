// The committed ledger as it was read back: one line that says how many sales follow, and one line
// a sale. With fewer sales than it says, the ledger is not known and nothing is proven by it.
import type { Sale } from '../../domain/index.ts';
import type { LedgerReading } from '../../witness/index.ts';
import { Fields } from '../fields.ts';

export function writeLedger({ sales, converged, unreachable }: LedgerReading): string {
  return JSON.stringify({
    line: 'ledger',
    sales: sales.length,
    converged,
    unreachable: unreachable.map(({ region, reason }) => ({ region, reason })),
  });
}

export interface LedgerLine extends Pick<LedgerReading, 'converged' | 'unreachable'> {
  /** How many lines of sales belong to it. */
  readonly sales: number;
}

/** @throws HistoryFault */
export function readLedger(fields: Fields): LedgerLine {
  const unreachable = fields.list('unreachable').map((entry) => {
    const inner = new Fields(entry, fields.line);
    return { region: inner.text('region'), reason: inner.text('reason') };
  });
  return { sales: fields.whole('sales'), converged: fields.flag('converged'), unreachable };
}

export function writeSale({ id, seatId, round, buyer, region, ...sale }: Sale): string {
  const { attempts, soldAtMs } = sale;
  return JSON.stringify({ line: 'sale', id, seatId, round, buyer, region, attempts, soldAtMs });
}

/** @throws HistoryFault */
export function readSale(fields: Fields): Sale {
  return {
    id: fields.text('id'),
    seatId: fields.text('seatId'),
    round: fields.whole('round'),
    buyer: fields.text('buyer'),
    region: fields.text('region'),
    attempts: fields.whole('attempts'),
    soldAtMs: fields.number('soldAtMs'),
  };
}
