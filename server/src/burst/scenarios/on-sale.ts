// ON_SALE, and ONE_SEAT as its smallest case: every buyer wants one seat, by popularity.
import type { Order } from '@worldseat/schema/domain';
import { buyerNames } from '../names.ts';
import { burstOrderId, regionOf, type PlanInput } from './plan-input.ts';
import { seatChooser } from './seat-chooser.ts';

export function planOnSale(input: PlanInput): Order[] {
  const choose = seatChooser(input.seatIds, input.seed);
  return buyerNames(input.buyers, input.seed, input.people).map((buyer, index) => ({
    id: burstOrderId(input, index),
    seatId: choose(),
    buyer,
    region: regionOf(input, index),
  }));
}
