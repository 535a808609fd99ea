// FAN_LIMIT: each fan wants more seats at once than a fan may hold, from all Regions. No two orders
// want the same seat, so that only the rule over several rows can be broken: write skew.
import { LIMITS, type Order } from '@worldseat/schema/domain';
import { buyerNames, shuffled } from '../names.ts';
import { burstOrderId, regionOf, type PlanInput } from './plan-input.ts';

const { wanted, limit } = LIMITS.fanSeats;

/** One fan after the other; the last may want fewer seats. */
export function planFanLimit(input: PlanInput): Order[] {
  const fans = buyerNames(Math.ceil(input.buyers / wanted), input.seed, input.people);
  return shuffled(input.seatIds, input.seed + 1)
    .slice(0, input.buyers)
    .map((seatId, index) => {
      const buyer = fans[Math.floor(index / wanted)] ?? '';
      const fan = { key: `${input.burstId}/${buyer}`, limit };
      return { id: burstOrderId(input, index), seatId, buyer, region: regionOf(input, index), fan };
    });
}
