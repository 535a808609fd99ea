// The seat's row as a purchase leaves it: sold, in the round that was read, to the order's buyer.
import type { Order, SeatRow } from '@worldseat/schema/domain';

export function soldTo(order: Order, { seatId, round }: SeatRow): SeatRow {
  const { id: orderId, buyer: owner, region } = order;
  return { seatId, round, status: 'SOLD', owner, orderId, region };
}
