// Paints one buyer's lane: waiting as a thin line, each attempt's read as a pale bar and its write as
// a full one, a cross where the database refused, and at the end a shape for what was told; with the
// word where the lane proves a contradiction. Where lanes are too low for shapes, only the bars are
// left, and a bright end for a ticket.
import { OUTCOMES, type Outcome } from '@worldseat/schema/domain';
import { paintBolt, paintOutcome, paintRefusal } from './outcome-shapes.ts';
import { isReadable, xOf, type TimelineView } from './timeline-view.ts';

export interface LanePlace {
  /** Pixels, as painted. */
  readonly middle: number;
  readonly laneHeight: number;
}

/** @param order position in the plan */
export function paintLane(
  context: CanvasRenderingContext2D,
  view: TimelineView,
  order: number,
  place: LanePlace,
): void {
  const { times, colours, rem } = view;
  const { middle, laneHeight } = place;
  if (times.answers[order] === null) return;
  const readable = isReadable(laneHeight, rem);
  const colour = colours.regions[times.region[order] ?? 0] ?? colours.noRegion;
  const thick = readable ? 0.55 * rem : Math.max(1, laneHeight * 0.8);
  paintWait(context, view, order, place);
  const [from, to] = [times.attemptsFrom[order] ?? 0, times.attemptsFrom[order + 1] ?? 0];
  for (let attempt = from; attempt < to; attempt += 1) {
    paintAttempt(context, view, attempt, { middle, thick, colour, readable });
  }
  if (readable) paintEnd(context, view, order, middle);
  else paintLowEnd(context, view, order, place);
}

function paintEnd(
  context: CanvasRenderingContext2D,
  view: TimelineView,
  order: number,
  y: number,
): void {
  const { times, colours, rem } = view;
  const outcome = OUTCOMES[times.outcome[order] ?? 0] as Outcome;
  const x = xOf(view, times.returnNs[order] ?? 0);
  if (times.answers[order]?.lost === true) {
    paintBolt(context, { x: x - 0.9 * rem, y }, rem, colours.warm);
  }
  paintOutcome(context, { x, y }, outcome, { rem, colours });
  if (view.contradiction?.orders.includes(order) === true) {
    paintWord(context, view, { x, y }, outcome);
  }
}

/** Behind the shape, if there is room; the shape says the same. */
function paintWord(
  context: CanvasRenderingContext2D,
  { width, colours, rem }: TimelineView,
  { x, y }: { readonly x: number; readonly y: number },
  outcome: Outcome,
): void {
  const word = outcome.toLowerCase();
  const left = x + 0.7 * rem;
  context.font = `700 ${0.9 * rem}px ${colours.font}`;
  if (left + context.measureText(word).width > width - 2) return;
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.fillStyle = colours.text;
  context.fillText(word, left, y);
}

/** Tickets alone: bright, so that they are told from the rest without their colour. */
function paintLowEnd(
  context: CanvasRenderingContext2D,
  view: TimelineView,
  order: number,
  { middle, laneHeight }: LanePlace,
): void {
  const { times, colours } = view;
  if (OUTCOMES[times.outcome[order] ?? -1] !== 'CONFIRMED') return;
  const height = Math.max(1, laneHeight);
  context.fillStyle = colours.text;
  context.fillRect(xOf(view, times.returnNs[order] ?? 0) - 1, middle - height / 2, 3, height);
}

/** From when the buyer meant to press until its first attempt began: a thin line. */
function paintWait(
  context: CanvasRenderingContext2D,
  view: TimelineView,
  order: number,
  { middle, laneHeight }: LanePlace,
): void {
  const { times, colours } = view;
  const attempt = times.attemptsFrom[order] ?? 0;
  const has = attempt < (times.attemptsFrom[order + 1] ?? 0);
  const untilNs = has ? times.startNs[attempt] : times.returnNs[order];
  const [from, to] = [xOf(view, times.intendedNs[order] ?? 0), xOf(view, untilNs ?? 0)];
  const thick = Math.min(2, laneHeight / 3);
  context.globalAlpha = 0.55;
  context.fillStyle = colours.muted;
  context.fillRect(from, middle - thick / 2, Math.max(0.5, to - from), thick);
  context.globalAlpha = 1;
}

interface Bar {
  readonly middle: number;
  readonly thick: number;
  readonly colour: string;
  readonly readable: boolean;
}

function paintAttempt(
  context: CanvasRenderingContext2D,
  view: TimelineView,
  attempt: number,
  { middle, thick, colour, readable }: Bar,
): void {
  const { times, colours, rem } = view;
  const start = xOf(view, times.startNs[attempt] ?? 0);
  const end = xOf(view, times.endNs[attempt] ?? 0);
  const readNs = times.readNs[attempt] ?? NaN;
  const read = Number.isNaN(readNs) ? end : xOf(view, readNs);
  const writeNs = times.writeNs[attempt] ?? NaN;
  context.fillStyle = colour;
  context.globalAlpha = 0.4;
  context.fillRect(start, middle - thick / 2, Math.max(1, read - start), thick);
  context.globalAlpha = 1;
  if (!Number.isNaN(writeNs)) {
    const write = xOf(view, writeNs);
    context.fillRect(write, middle - thick / 2, Math.max(1, end - write), thick);
  }
  if (times.refused[attempt] !== 1) return;
  if (readable) paintRefusal(context, { x: end, y: middle }, { rem, colours });
  else {
    context.fillStyle = colours.warm;
    context.fillRect(end - 1, middle - thick / 2, 2, thick);
  }
}
