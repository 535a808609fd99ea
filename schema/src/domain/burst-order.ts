// Order ids that the server gives to the buyers of its bursts. A buyer may choose neither kind.

/** Of orders that nobody repeats, so that no engine has to remember them. */
export const BURST_ORDER_PREFIX = 'burst-';
/** Of orders that are pressed again when an answer is lost: every engine remembers them. */
export const STORM_ORDER_PREFIX = 'storm-';

export const RESERVED_ORDER_PREFIXES = [BURST_ORDER_PREFIX, STORM_ORDER_PREFIX] as const;

/** True of an order that is never repeated. */
export function isBurstOrder(orderId: string): boolean {
  return orderId.startsWith(BURST_ORDER_PREFIX);
}

/** True of every order of a burst, repeated or not: its answers are in the burst's own file. */
export function isReservedOrder(orderId: string): boolean {
  return RESERVED_ORDER_PREFIXES.some((prefix) => orderId.startsWith(prefix));
}
