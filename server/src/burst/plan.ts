// The plan of a burst: which buyer wants which seat from which Region. Pure and seeded, so that every
// engine gets the very same buyers, and a run can be repeated. It never looks at an engine.
import { BURST_ORDER_PREFIX, seededRandom, type Order } from '@worldseat/schema/domain';
import { buyerNames, shuffled } from './names.ts';

export interface PlanInput {
  readonly burstId: string;
  readonly seed: number;
  readonly buyers: number;
  /** Orders alternate between these. */
  readonly regions: readonly string[];
  /** One seat: everybody wants it. Several: each buyer chooses by popularity. */
  readonly seatIds: readonly string[];
}

/** How steeply popularity falls: the seat of rank r is wanted in proportion to 1 / r^0.6. */
const POPULARITY_EXPONENT = 0.6;

export function planBurst(input: PlanInput): Order[] {
  const names = buyerNames(input.buyers, input.seed);
  const choose = seatChooser(input.seatIds, input.seed);
  return names.map((buyer, index) => ({
    id: `${BURST_ORDER_PREFIX}${input.burstId}-${index}`,
    seatId: choose(),
    buyer,
    region: input.regions[index % input.regions.length] ?? '',
  }));
}

function seatChooser(seatIds: readonly string[], seed: number): () => string {
  const [only = ''] = seatIds;
  if (seatIds.length <= 1) return () => only;
  const ranked = shuffled(seatIds, seed + 1);
  const random = seededRandom(seed + 2);
  let total = 0;
  const upTo = ranked.map((_, rank) => (total += 1 / (rank + 1) ** POPULARITY_EXPONENT));
  return () => ranked[firstAtLeast(upTo, random() * total)] ?? only;
}

/** Index of the first value ≥ wanted, by bisection of an ascending list. */
function firstAtLeast(ascending: readonly number[], wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
