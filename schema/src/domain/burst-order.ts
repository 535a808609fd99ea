// Order ids that the server gives to a burst's buyers. Nobody repeats such an order, so no engine
// has to remember it.

/** Buyers may not choose ids that begin so. */
export const BURST_ORDER_PREFIX = 'burst-';

export function isBurstOrder(orderId: string): boolean {
  return orderId.startsWith(BURST_ORDER_PREFIX);
}
