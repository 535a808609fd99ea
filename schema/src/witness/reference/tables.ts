// W4 from its definition: the seats tables of all Regions beside the ledger, and how much of both is
// known. Support of tests; the product never imports it.
import type { Release, Sale, SeatRow } from '../../domain/index.ts';
import type { WitnessInput } from '../types.ts';
import type { SeatRecords } from './tickets.ts';

const isLedgerCertain = ({ ledger }: WitnessInput): boolean =>
  ledger.converged && ledger.unreachable.length === 0;

/** Nothing can be added to the ledger, and all of it was read. */
export const isLedgerFinal = (input: WitnessInput): boolean =>
  input.pending === 0 && isLedgerCertain(input);

/** Every order that was called is in the history. */
export const isHistoryWhole = ({ pending, holes }: WitnessInput): boolean =>
  pending === 0 && holes.length === 0;

/** One seat in the tables of all Regions: UNREAD, DIFFERENT, no row in any (null), or one row. */
export type Shown = 'UNREAD' | 'DIFFERENT' | SeatRow | null;

export function shownOf({ tables }: WitnessInput, seatId: string): Shown {
  if (tables.length === 0 || tables.some((table) => 'unreachable' in table)) return 'UNREAD';
  const rows = tables.map((table) =>
    'rows' in table ? (table.rows.find((row) => row.seatId === seatId) ?? null) : null,
  );
  const fields = rows.map((row) =>
    JSON.stringify(row && [row.round, row.status, row.owner, row.orderId]),
  );
  return new Set(fields).size === 1 ? (rows[0] ?? null) : 'DIFFERENT';
}

const isShown = ({ round }: SeatRecords, row: SeatRow, { id, buyer }: Sale): boolean =>
  row.round === round && row.status === 'SOLD' && row.orderId === id && row.owner === buyer;

const releaseOf = ({ releases }: SeatRecords, id: string): Release['outcome'] | undefined =>
  releases.find(({ orderId }) => orderId === id)?.outcome;

/**
 * W4: judged once nothing of this seat can change any more, but that a release may still take effect.
 * A seat that no table has is as good as an available one.
 */
export function tableDisagrees(input: WitnessInput, seat: SeatRecords): boolean {
  const { answers, sales, round, seatId } = seat;
  const isOpen = answers.some(({ outcome }) => outcome === 'INDETERMINATE');
  const shown = shownOf(input, seatId);
  if (!isLedgerFinal(input) || isOpen || shown === 'UNREAD' || shown === 'DIFFERENT') return false;
  if (shown !== null && shown.round !== round) return shown.round < round;
  if (shown?.status !== 'SOLD') return certainlyHeld(seat).length > 0;
  const held = sales.filter(({ id }) => releaseOf(seat, id) !== 'RELEASED');
  return !held.some((sale) => isShown(seat, shown, sale));
}

/** Sales that were not given back, and cannot be any more. */
const certainlyHeld = (seat: SeatRecords): Sale[] =>
  seat.sales.filter(({ id }) => [undefined, 'FAILED'].includes(releaseOf(seat, id)));

export function hiddenSalesOf(input: WitnessInput, seat: SeatRecords): number {
  const shown = shownOf(input, seat.seatId);
  if (!isLedgerFinal(input) || shown === 'UNREAD' || shown === 'DIFFERENT') return 0;
  return certainlyHeld(seat).filter((sale) => shown === null || !isShown(seat, shown, sale)).length;
}
