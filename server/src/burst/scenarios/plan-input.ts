// What every scenario plans from, and what its orders have in common. Pure.
import { BURST_ORDER_PREFIX } from '@worldseat/schema/domain';

export interface PlanInput {
  readonly burstId: string;
  readonly seed: number;
  /** Orders: one a buyer, but for a fan who wants several seats. */
  readonly buyers: number;
  /** Real people, by their unique names: the first buyers. Default none. */
  readonly people?: readonly string[];
  /** Orders alternate between these. */
  readonly regions: readonly string[];
  /** The seats to choose from: the contested one alone, or the floor in the venue's order. */
  readonly seatIds: readonly string[];
}

/** The Region in which the order at this place of the plan is pressed first. */
export function regionOf({ regions }: PlanInput, index: number): string {
  return regions[index % regions.length] ?? '';
}

/** The id of an order that nobody repeats. */
export function burstOrderId({ burstId }: PlanInput, index: number): string {
  return `${BURST_ORDER_PREFIX}${burstId}-${index}`;
}
