// The naive purchase, the heart of WorldSeat: read the seat; if it is taken, reject; write it sold;
// write the sale. Every engine runs exactly this. It never knows which engine, or how often.
import type { PurchaseStrategy } from '../engines/engine.ts';

export const naive: PurchaseStrategy = async (view, order) => {
  const seat = await view.readSeat(order.seatId);
  if (seat.status !== 'AVAILABLE') return 'REJECTED';
  await view.writeSeat({
    seatId: seat.seatId,
    round: seat.round,
    status: 'SOLD',
    owner: order.buyer,
    orderId: order.id,
    region: order.region,
  });
  await view.appendSale(order, seat);
  return 'CONFIRMED';
};
