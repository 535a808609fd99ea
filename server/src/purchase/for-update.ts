// The locking purchase: the seat's row is read so that nobody else can write it until the purchase
// has ended. It locks what it reads, and cannot lock tickets that do not exist yet: a rule over
// several rows is as open as before.
import type { PurchaseStrategy } from '../engines/engine.ts';
import { hasAllAllowed } from './fan-limit.ts';
import { soldTo } from './sold-to.ts';

export const forUpdate: PurchaseStrategy = async (view, order) => {
  const seat = await view.lockSeat(order.seatId);
  if (seat.status !== 'AVAILABLE') return 'REJECTED';
  if (await hasAllAllowed(view, order)) return 'OVER_LIMIT';
  await view.writeSeat(soldTo(order, seat));
  await view.appendSale(order, seat);
  return 'CONFIRMED';
};
