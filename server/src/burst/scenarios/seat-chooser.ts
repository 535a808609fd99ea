// How buyers choose among the seats of a floor: some seats are wanted by many, others by few.
// Seeded, so that every engine gets the same crowd at the same seats.
import { seededRandom } from '@worldseat/schema/domain';
import { shuffled } from '../names.ts';

/** How steeply popularity falls: the seat of rank r is wanted in proportion to 1 / r^0.6. */
const POPULARITY_EXPONENT = 0.6;

/** @returns what gives the next buyer's seat; of one seat, always that one */
export function seatChooser(seatIds: readonly string[], seed: number): () => string {
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
