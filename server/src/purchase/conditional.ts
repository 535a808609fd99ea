// The guarded purchase: the database itself checks, in the write, that the seat is still free. It
// protects the row that is written, in the place where it is written, and nothing else: neither
// another Region's copy of the row, nor a rule over several rows.
import type { PurchaseStrategy } from '../engines/engine.ts';
import { hasAllAllowed } from './fan-limit.ts';
import { soldTo } from './sold-to.ts';

export const conditional: PurchaseStrategy = async (view, order) => {
  const seat = await view.readSeat(order.seatId);
  if (seat.status !== 'AVAILABLE') return 'REJECTED';
  if (await hasAllAllowed(view, order)) return 'OVER_LIMIT';
  const written = await view.writeSeatIfAvailable(soldTo(order, seat));
  if (!written) return 'REJECTED';
  await view.appendSale(order, seat);
  return 'CONFIRMED';
};
