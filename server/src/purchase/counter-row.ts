// The materialised conflict: everybody who could break a rule together writes one common row first,
// a counter of what is left. Then the database sees the conflict, also one between purchases that
// write different seats. Without transactions, what was taken from a counter is not given back.
import type { PurchaseStrategy } from '../engines/engine.ts';
import { soldTo } from './sold-to.ts';

const SEATS_OF_ITS_KIND = 1;

export const counterRow: PurchaseStrategy = async (view, order) => {
  const seat = await view.readSeat(order.seatId);
  if (seat.status !== 'AVAILABLE') return 'REJECTED';
  const { fan } = order;
  if (fan !== undefined && !(await view.takeFromCounter(`fan/${fan.key}`, fan.limit))) {
    return 'OVER_LIMIT';
  }
  const seatCounter = `seat/${seat.seatId}/${seat.round}`;
  if (!(await view.takeFromCounter(seatCounter, SEATS_OF_ITS_KIND))) return 'REJECTED';
  await view.writeSeat(soldTo(order, seat));
  await view.appendSale(order, seat);
  return 'CONFIRMED';
};
