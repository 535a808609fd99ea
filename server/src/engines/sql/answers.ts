// What an order is told. Pure.
import type { Order, RejectionReason, Sale, SeatRow } from '@worldseat/schema/domain';
import type { Receipt } from '../engine.ts';
import type { LedgerRow } from './statements.ts';

export type Answer = Pick<Receipt, 'outcome' | 'rejectionReason' | 'sale' | 'read' | 'fault'>;

export const confirmed = (sale: Sale, read: SeatRow | null): Answer => ({
  outcome: 'CONFIRMED',
  rejectionReason: null,
  sale,
  read,
  fault: null,
});

export const rejected = (rejectionReason: RejectionReason, read: SeatRow | null): Answer => ({
  outcome: 'REJECTED',
  rejectionReason,
  sale: null,
  read,
  fault: null,
});

/** Certainly not committed. */
export const failed = (fault: string, read: SeatRow | null): Answer => ({
  outcome: 'FAILED',
  rejectionReason: null,
  sale: null,
  read,
  fault,
});

/** Perhaps committed: the ledger has to be asked. */
export const indeterminate = (fault: string, read: SeatRow | null): Answer => ({
  outcome: 'INDETERMINATE',
  rejectionReason: null,
  sale: null,
  read,
  fault,
});

/** What an order's ledger row means for the same order, asked again. */
export function answerFrom(
  { outcome, ...sale }: LedgerRow,
  order: Order,
  read: SeatRow | null,
): Answer {
  if (outcome === 'VOID') return failed(`order ${order.id} was resolved as never sold`, read);
  if (sale.seatId === order.seatId && sale.buyer === order.buyer) return confirmed(sale, read);
  return failed(`order id ${order.id} already bought ${sale.seatId} for another order`, read);
}
