// When a seat was certainly free: in no possible course of events did anybody hold it then. A
// rejection that begins and ends inside such a stretch was wrong, and no other.
import { holdOf } from './holds.ts';
import type { Ticket } from './records/index.ts';
import { spansOf, type Span } from './spans.ts';

/** The open interval between two moments, and the orders that bound it. */
export interface Stretch {
  readonly afterNs: number;
  readonly beforeNs: number;
  /** Who had given the seat back by then; null: nobody had held it before. */
  readonly after: Ticket | null;
  /** Who is the next that can have held it; null: nobody ever. */
  readonly before: Ticket | null;
}

/**
 * In order of time.
 * @param tickets every order of one seat that has a ticket, or may have one
 */
export function freeStretches(tickets: readonly Ticket[]): readonly Stretch[] {
  const definite = tickets.filter(isDefinite).map(holdOf);
  const maybe = tickets.filter((ticket) => !isDefinite(ticket)).map(holdOf);
  return between(spansOf(definite, maybe));
}

/** The stretch that this interval is wholly inside of, or null. Ties are not inside. */
export function stretchAround(
  stretches: readonly Stretch[],
  { callNs, returnNs }: { readonly callNs: number; readonly returnNs: number },
): Stretch | null {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.afterNs ?? Infinity) < callNs) low = middle + 1;
    else high = middle;
  }
  const stretch = stretches[low - 1];
  return stretch !== undefined && returnNs < stretch.beforeNs ? stretch : null;
}

/** What lies between spans, which are in the order of their beginnings. */
function between(spans: readonly Span[]): Stretch[] {
  const stretches: Stretch[] = [];
  let afterNs = -Infinity;
  let after: Ticket | null = null;
  for (const span of spans) {
    // Where they overlap, this is none: nothing is inside of it.
    stretches.push({ afterNs, beforeNs: span.callNs, after, before: span.first });
    if (span.endNs > afterNs) [afterNs, after] = [span.endNs, span.last];
  }
  stretches.push({ afterNs, beforeNs: Infinity, after, before: null });
  return stretches;
}

const isDefinite = ({ told, sale }: Ticket): boolean =>
  sale !== null || told?.outcome === 'CONFIRMED';
