// The naive purchase, the heart of WorldSeat: read the seat; if it is taken, reject; write it sold;
// write the sale. Every engine runs exactly this. It never knows which engine, or how often.
import type { PurchaseStrategy } from '../engines/engine.ts';
import { hasAllAllowed } from './fan-limit.ts';
import { soldTo } from './sold-to.ts';

export const naive: PurchaseStrategy = async (view, order) => {
  const seat = await view.readSeat(order.seatId);
  if (seat.status !== 'AVAILABLE') return 'REJECTED';
  if (await hasAllAllowed(view, order)) return 'OVER_LIMIT';
  await view.writeSeat(soldTo(order, seat));
  await view.appendSale(order, seat);
  return 'CONFIRMED';
};
