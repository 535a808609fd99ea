// Reads a purchase request into an order, or says what is wrong with it. Nothing is tried here.
import { randomUUID } from 'node:crypto';
import type { Order } from '@worldseat/schema/domain';
import type { PurchaseRequest, Refusal } from '@worldseat/schema/services';
import { checkBuyer, checkOrderId, invalid, quote, unknownSeat } from './input.ts';
import type { Trial } from './trial.ts';

/** The order, with an id of its own when the buyer chose none. */
export function readOrder(trial: Trial, request: PurchaseRequest): Order | Refusal {
  const { engine, floor } = trial;
  const buyer = request.buyer.trim();
  const region = request.region ?? engine.regions[0] ?? '';
  if (!floor.scope.has(request.seat)) return invalid('seat', unknownSeat(request.seat, floor));
  if (!engine.regions.includes(region)) {
    const allowed = engine.regions.join(', ');
    const asked = quote(region);
    return invalid('region', `There is no Region ${asked} here; the Regions are ${allowed}.`);
  }
  const wrong =
    checkBuyer(buyer) ?? (request.orderId === null ? null : checkOrderId(request.orderId));
  if (wrong !== null) return wrong;
  return { id: request.orderId ?? randomUUID(), seatId: request.seat, buyer, region };
}

/** The same wish again: the same seat for the same buyer. */
export function sameOrder(first: Pick<Order, 'seatId' | 'buyer'>, again: Order): boolean {
  return first.seatId === again.seatId && first.buyer === again.buyer;
}

export function reused(first: Pick<Order, 'seatId'>): Refusal {
  return invalid(
    'orderId',
    `This order id was used for another order (seat ${first.seatId}); choose a new one.`,
  );
}
