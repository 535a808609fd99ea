// The answer of an order that an earlier run called and never answered.
import type { Answer, Order } from '@worldseat/schema/domain';

export function lostAnswer({ id: orderId, seatId, buyer, region }: Order, round: number): Answer {
  const said = { outcome: 'INDETERMINATE', read: null, attempts: 0, conflicts: [] } as const;
  return { orderId, seatId, round, buyer, region, ...said, intendedNs: 0, callNs: 0, returnNs: 0 };
}
