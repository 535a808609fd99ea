// The answer of an order that an earlier run called and never answered.
import { completeAnswer, type Answer } from '@worldseat/schema/domain';
import type { Called } from '../onsale/journal.ts';

export function lostAnswer({ order, round, callNs }: Called): Answer {
  const { id: orderId, seatId, buyer, region } = order;
  return completeAnswer({
    orderId,
    seatId,
    round,
    buyer,
    region,
    outcome: 'INDETERMINATE',
    read: null,
    attempts: 0,
    conflicts: [],
    intendedNs: callNs,
    callNs,
    returnNs: callNs,
  });
}
