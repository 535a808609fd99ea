// The rule "at most N seats per fan" as most shops write it: count what the fan has, then buy. Two
// purchases that count at the same time do not see each other: write skew, unless something else
// makes them meet.
import type { Order } from '@worldseat/schema/domain';
import type { RegionView } from '../engines/engine.ts';

/** False for an order without a rule. */
export async function hasAllAllowed(view: RegionView, { fan }: Order): Promise<boolean> {
  return fan !== undefined && (await view.countTickets(fan.key)) >= fan.limit;
}
