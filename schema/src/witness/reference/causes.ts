// Why each sale too many was possible, from the definition alone: for seats whose tickets were never
// given back. Support of tests; the product never imports it.
import { CAUSES, compareSales, type Answer, type Cause, type Sale } from '../../domain/index.ts';
import type { WitnessInput } from '../types.ts';
import { recordsOf, type SeatRecords } from './tickets.ts';

/** Each cause, and how many sales too many it explains. */
export function causesOf(input: WitnessInput): Record<Cause, number> {
  const counts = Object.fromEntries(CAUSES.map((cause) => [cause, 0])) as Record<Cause, number>;
  const seats = recordsOf(input);
  const everywhere = seats.flatMap(({ sales }) => sales);
  for (const seat of seats) {
    const sales = seat.sales.toSorted(compareSales);
    sales.slice(1).forEach((sale, at) => {
      counts[causeOf(seat, sale, sales.slice(0, at + 1), everywhere)] += 1;
    });
  }
  return counts;
}

function causeOf(
  { answers }: SeatRecords,
  sale: Sale,
  earlier: readonly Sale[],
  everywhere: readonly Sale[],
): Cause {
  const toldOf = ({ id }: Sale): Answer | undefined =>
    answers.find(
      ({ orderId, outcome }) =>
        orderId === id && (outcome === 'CONFIRMED' || outcome === 'INDETERMINATE'),
    );
  const answer = toldOf(sale);
  const ofBuyer = earlier.filter(({ buyer }) => buyer === sale.buyer);
  const isUnsure = (it: Answer | undefined): boolean =>
    it !== undefined && (it.presses > 1 || it.lost || it.outcome === 'INDETERMINATE');
  if (ofBuyer.length > 0 && [sale, ...ofBuyer].map(toldOf).some(isUnsure)) return 'LOST_ANSWER';
  // Of two at once, the one whose seat comes first in the scope was first.
  const [first] = everywhere
    .filter(({ id }) => id === sale.id)
    .sort((one, other) => one.soldAtMs - other.soldAtMs);
  if (first !== sale) return 'DUPLICATE_ORDER';
  if (answer === undefined) return 'UNKNOWN';
  const near = earlier
    .filter(({ region }) => region === sale.region)
    .flatMap((it) => toldOf(it) ?? []);
  if (near.some((it) => it.callNs <= answer.returnNs && answer.callNs <= it.returnNs)) {
    return 'SAME_REGION_RACE';
  }
  if (near.some((it) => it.returnNs < answer.callNs)) return 'STALE_READ';
  return earlier.some(({ region }) => region === sale.region)
    ? 'UNKNOWN'
    : 'CROSS_REGION_STALENESS';
}
