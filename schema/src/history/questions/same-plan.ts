// Whether two bursts had the same plan: only then does a difference speak of the engines, or of the
// strategies, and not of who wanted what. Order ids and rounds belong to the run, not to the plan.
import type { Order } from '../../domain/index.ts';
import type { History } from '../types.ts';

/** The same seed, scenario and buyers, and order for order the same seat, buyer and Region. */
export function isSamePlan(one: History, other: History): boolean {
  const [a, b] = [one.header.burst, other.header.burst];
  return (
    a.seed === b.seed &&
    a.scenario === b.scenario &&
    a.buyers === b.buyers &&
    planOf(one).length === planOf(other).length &&
    planOf(one).every((order, index) => isSameWish(order, other.orders[index]))
  );
}

/** Its orders come first; after them those of buyers who came in between. */
const planOf = ({ header, orders }: History): readonly Order[] =>
  orders.slice(0, header.burst.buyers);

const isSameWish = (one: Order, other: Order | undefined): boolean =>
  one.seatId === other?.seatId && one.buyer === other.buyer && one.region === other.region;
