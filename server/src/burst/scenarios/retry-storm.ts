// RETRY_STORM: answers are lost between the server and the buyer, who presses again at once with the
// same order id, in the next Region. The engine is not touched: whatever it did, it has done.
import { LIMITS, seededRandom, STORM_ORDER_PREFIX, type Order } from '@worldseat/schema/domain';
import { planOnSale } from './on-sale.ts';
import type { PlanInput } from './plan-input.ts';

/** Who wants what is as in ON_SALE; the ids are such that every engine remembers the orders. */
export function planRetryStorm(input: PlanInput): Order[] {
  return planOnSale(input).map((order, index) => ({
    ...order,
    id: `${STORM_ORDER_PREFIX}${input.burstId}-${index}`,
  }));
}

/**
 * Whether the answer to one press gets lost on its way: heads or tails, the same on every engine.
 * The last answer always arrives.
 * @param index of the order in the plan; @param press from 1
 */
export function isAnswerLost(seed: number, index: number, press: number): boolean {
  if (press >= LIMITS.presses.max) return false;
  const toss = seededRandom(seed + 3 + index * LIMITS.presses.max + press);
  return toss() < 0.5;
}

/** The Region of the next press: round and round. Of a single Region: the same again. */
export function nextRegion(regions: readonly string[], region: string): string {
  return regions[(regions.indexOf(region) + 1) % regions.length] ?? region;
}
