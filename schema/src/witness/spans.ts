// From when to when each ticket of a seat can have been held.
import { compareText } from '../domain/index.ts';
import { canPrecede, difference, type Hold } from './holds.ts';
import { orderIdOf, type Ticket } from './records/index.ts';

/** One ticket, or several of no length at one moment, which can follow each other in any order. */
export interface Span extends Omit<Hold, 'ticket'> {
  /** Whom to name at its beginning and at its end. */
  readonly first: Ticket;
  readonly last: Ticket;
}

/**
 * In order of their beginnings. Tickets that can follow one another can do so in one order only, and
 * none is held before the one before it was given back. Where they cannot all (the seat was sold too
 * often, which W1 accuses), any of them may be the ones that should not be: each is taken by itself.
 * @param definite tickets that were bought for certain
 * @param maybe tickets that may have been bought, and then are held for good
 */
export function spansOf(definite: readonly Hold[], maybe: readonly Hold[]): readonly Span[] {
  const spans = together(definite.map(spanOf).sort(byStart));
  const areInTurn = spans.every((span, at) => {
    const next = spans[at + 1];
    return next === undefined || canPrecede(span, next);
  });
  const maybes = maybe.map(spanOf).sort(byCall);
  if (!areInTurn) return [...spans, ...maybes].sort(byCall);
  // Who may have a ticket can only have got it once all others were given back, and keeps it.
  const lastNs = spans.at(-1)?.untilNs ?? -Infinity;
  return [...inTurn(spans), ...(lastNs < Infinity ? maybes.slice(0, 1) : [])];
}

/** None is held before the one before it can have ended, nor once the next must have begun. */
function inTurn(spans: readonly Span[]): Span[] {
  return spans.map((span, at) => ({
    ...span,
    callNs: Math.max(span.callNs, spans[at - 1]?.untilNs ?? -Infinity),
    endNs: Math.min(span.endNs, spans[at + 1]?.fromNs ?? Infinity),
  }));
}

/** @param held in order of start */
function together(held: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const span of held) {
    const before = spans.at(-1);
    const isTie = before !== undefined && span.untilNs === before.fromNs && span.untilNs < Infinity;
    if (isTie) spans.splice(-1, 1, joined(before, span));
    else spans.push(span);
  }
  return spans;
}

/** @param one was called first: both start and end at one moment, and so are in order of call */
function joined(one: Span, other: Span): Span {
  const { endNs, last } = one.endNs >= other.endNs ? one : other;
  return { ...one, endNs, last };
}

const spanOf = ({ ticket, ...times }: Hold): Span => ({ ...times, first: ticket, last: ticket });

const byCall = (one: Span, other: Span): number =>
  difference(one.callNs, other.callNs) || compareText(orderIdOf(one.first), orderIdOf(other.first));

const byStart = (one: Span, other: Span): number =>
  difference(one.fromNs, other.fromNs) ||
  difference(one.untilNs, other.untilNs) ||
  byCall(one, other);
