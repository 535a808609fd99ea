// When a seat was certainly free: in no possible course of events did anybody hold it then. A
// rejection that begins and ends inside such a stretch was wrong, and no other.
import { canPrecede, holdOf, inOrderOfStart, type Hold } from './holds.ts';
import type { Ticket } from './records/index.ts';

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
  const definite = inOrderOfStart(tickets.filter(isDefinite).map(holdOf));
  const maybes = tickets.filter((ticket) => !isDefinite(ticket)).map(holdOf);
  const isChain = definite.every((hold, at) => {
    const next = definite[at + 1];
    return next === undefined || canPrecede(hold, next);
  });
  // Held twice at once, it is not exclusive any more: whoever can have held it counts.
  if (!isChain) return between([...definite, ...maybes].map(spanOf).sort(byCall));
  const last = definite.at(-1);
  // Who may have a ticket can only have got it once all others were given back, and keeps it.
  const mayFollow = last === undefined || last.untilNs < Infinity;
  const follower = mayFollow ? maybes.map(spanOf).sort(byCall).slice(0, 1) : [];
  return between([...chained(together(definite)), ...follower]);
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

/** From when to when somebody can have held it, and whom to name at either end. */
interface Span extends Omit<Hold, 'ticket'> {
  readonly first: Ticket;
  readonly last: Ticket;
}

const isDefinite = ({ told, sale }: Ticket): boolean =>
  sale !== null || told?.outcome === 'CONFIRMED';

const spanOf = ({ ticket, ...times }: Hold): Span => ({ ...times, first: ticket, last: ticket });

const byCall = (one: Span, other: Span): number =>
  one.callNs === other.callNs ? 0 : one.callNs - other.callNs;

/** Holds of no length at the same moment can follow each other in any order: they are one span. */
function together(chain: readonly Hold[]): Span[] {
  const spans: Span[] = [];
  for (const span of chain.map(spanOf)) {
    const before = spans.at(-1);
    if (before !== undefined && span.untilNs === before.fromNs) {
      spans.splice(-1, 1, joined(before, span));
    } else {
      spans.push(span);
    }
  }
  return spans;
}

function joined(one: Span, other: Span): Span {
  const early = one.callNs <= other.callNs ? one : other;
  const late = one.endNs >= other.endNs ? one : other;
  return { ...one, callNs: early.callNs, first: early.first, endNs: late.endNs, last: late.last };
}

/** None begins before the one before it can have ended, nor ends after the next must have begun. */
function chained(spans: readonly Span[]): Span[] {
  return spans.map((span, at) => ({
    ...span,
    callNs: Math.max(span.callNs, spans[at - 1]?.untilNs ?? -Infinity),
    endNs: Math.min(span.endNs, spans[at + 1]?.fromNs ?? Infinity),
  }));
}

/** What lies between these spans, which begin one after the other. */
function between(spans: readonly Span[]): Stretch[] {
  const stretches: Stretch[] = [];
  let afterNs = -Infinity;
  let after: Ticket | null = null;
  for (const span of spans) {
    if (afterNs < span.callNs) {
      stretches.push({ afterNs, beforeNs: span.callNs, after, before: span.first });
    }
    if (span.endNs > afterNs) [afterNs, after] = [span.endNs, span.last];
  }
  if (afterNs < Infinity) stretches.push({ afterNs, beforeNs: Infinity, after, before: null });
  return stretches;
}
