// W4: the seats table of every Region agrees with the ledger. Judged only when nothing can move any
// more: no order runs or lost its answer, every table and ledger was read, and the Regions agree.
// Sales that a truthful table has no room for are not a breach of W4 (W1 has them): they are counted.
import type { Sale, SeatRow } from '../domain/index.ts';
import { type Circumstances, isSettled, type SeatEvidence, shownOf } from './evidence.ts';
import { evidenceOf } from './rule.ts';
import type { Breach } from './types.ts';
import { enumerate, person, seatInRound } from './words.ts';

export function tableAgrees(seat: SeatEvidence, around: Circumstances): Breach | null {
  const shown = shownOf(seat, around);
  if (!isSettled(seat, around) || shown.state === 'UNREAD' || shown.state === 'DIFFERENT') {
    return null;
  }
  const row = shown.state === 'AGREED' ? shown.row : null;
  const words = disagreement(seat, row);
  if (words === null) return null;
  const orderIds = [row?.orderId ?? [], seat.sales.map((sale) => sale.id)].flat();
  return evidenceOf('W4', seat, [...new Set(orderIds)], words);
}

/** Sales of this seat that the tables do not show; 0 until the Regions have converged. */
export function hiddenSalesOf(seat: SeatEvidence, around: Circumstances): number {
  const shown = shownOf(seat, around);
  if (around.pending > 0 || !around.ledgerCertain) return 0;
  if (shown.state === 'UNREAD' || shown.state === 'DIFFERENT') return 0;
  const visible = shown.state === 'AGREED' && shownSale(seat, shown.row) !== undefined;
  return seat.sales.length - (visible ? 1 : 0);
}

/** Why the row and the ledger cannot both be true, or null. A later round is a stale reading. */
function disagreement(seat: SeatEvidence, row: SeatRow | null): string | null {
  const { seatId, round, sales } = seat;
  if (row === null) {
    return sales.length > 0
      ? `The seats table has no seat ${seatId}, but ${holders(sales)}.`
      : null;
  }
  if (row.round < round) {
    return `The seats table still shows round ${row.round} of ${seatId}, which is in round ${round}.`;
  }
  if (row.round > round) return null;
  if (row.status === 'AVAILABLE') {
    return sales.length > 0
      ? `The seats table says ${seatInRound(seat)} is available, but ${holders(sales)}.`
      : null;
  }
  return shownSale(seat, row) === undefined ? withoutTicket(seat, row) : null;
}

function withoutTicket(seat: SeatEvidence, { owner, orderId }: SeatRow): string {
  const failed = seat.told.FAILED.some((answer) => answer.orderId === orderId);
  const says = `The seats table says ${owner ?? 'nobody'} owns ${seatInRound(seat)}, but`;
  const because = failed ? ' (the order failed half-way)' : '';
  if (seat.sales.length === 0) return `${says} no ticket was ever issued${because}.`;
  return `${says} that order has no ticket${because}; ${holders(seat.sales)}.`;
}

function holders(sales: readonly Sale[]): string {
  return `${enumerate(sales, person)} ${sales.length === 1 ? 'holds a ticket' : 'hold tickets'}`;
}

/** The sale that a SOLD row of the current round stands for. */
function shownSale({ round, sales }: SeatEvidence, row: SeatRow): Sale | undefined {
  if (row.round !== round || row.status !== 'SOLD') return undefined;
  return sales.find((sale) => sale.id === row.orderId && sale.buyer === row.owner);
}
