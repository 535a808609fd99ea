// How far a reading can be trusted: what was read, what is missing, what still runs. It decides which
// rules can be judged at all.
import type { Records } from './records/index.ts';
import type { LedgerReading, WitnessInput } from './types.ts';

/** What is known of a reading beside its records. */
export type Reading = Pick<WitnessInput, 'pending' | 'holes'> &
  Pick<LedgerReading, 'converged' | 'unreachable'>;

/** Before anything is known of the reading: nothing can be proven by it. */
export const NOTHING_KNOWN: Reading = { pending: 0, holes: [], converged: false, unreachable: [] };

/** How far the whole reading can be trusted: the same for every seat. */
export interface Circumstances {
  /** No order is running, every Region's ledger was read, and they show the same rows. */
  readonly ledgerFinal: boolean;
  /** No order is running, and the history has no holes. */
  readonly historyFinal: boolean;
  /** Every Region's seats table was read. */
  readonly tablesRead: boolean;
}

export function circumstancesOf(reading: Reading, { tables }: Records): Circumstances {
  const atRest = reading.pending === 0;
  return {
    ledgerFinal: atRest && reading.converged && reading.unreachable.length === 0,
    historyFinal: atRest && reading.holes.length === 0,
    tablesRead: tables.count > 0 && tables.unreachable.length === 0,
  };
}
