// Paints one buyer's lane: waiting as a thin line, each attempt's read as a pale bar and its write as
// a full one, a cross where the database refused, and at the end a shape for what was told. Where
// lanes are too low for shapes, only the bars are left.
import { OUTCOMES, type Outcome } from '@worldseat/schema/domain';
import { paintBolt, paintOutcome, paintRefusal } from './outcome-shapes.ts';
import { isReadable, xOf, type TimelineView } from './timeline-view.ts';

/** @param order position in the plan; @param middle of the lane */
export function paintLane(
  context: CanvasRenderingContext2D,
  view: TimelineView,
  order: number,
  middle: number,
): void {
  const { times, colours, laneHeight, rem } = view;
  if (times.answers[order] === null) return;
  const readable = isReadable(view);
  const colour = colours.regions[times.region[order] ?? 0] ?? colours.noRegion;
  const thick = readable ? 0.55 * rem : Math.max(1, laneHeight * 0.8);
  paintWait(context, view, order, middle);
  const [from, to] = [times.attemptsFrom[order] ?? 0, times.attemptsFrom[order + 1] ?? 0];
  for (let attempt = from; attempt < to; attempt += 1) {
    paintAttempt(context, view, attempt, { middle, thick, colour, readable });
  }
  if (readable) paintEnd(context, view, order, middle);
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
}

/** From when the buyer meant to press until its first attempt began: a thin line. */
function paintWait(
  context: CanvasRenderingContext2D,
  view: TimelineView,
  order: number,
  middle: number,
): void {
  const { times, colours, laneHeight } = view;
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
