// Paints the part of a timeline that can be seen: the axis, the buyers' names, what marks the
// contradiction, and the lanes. Pure drawing on a given context; it remembers nothing.
import { heightOf, laneAt, topOf } from './lane-layout.ts';
import { paintLane, type LanePlace } from './lane-paint.ts';
import { paintRows } from './row-paint.ts';
import { ticksOf } from './time-axis.ts';
import { isReadable, xOf, type TimelineView } from './timeline-view.ts';

export function paintTimeline(context: CanvasRenderingContext2D, view: TimelineView): void {
  const { width, height, axis, layout, scrolled, lanes, rem } = view;
  context.clearRect(0, 0, width, height);
  paintGrid(context, view);
  const first = Math.max(0, laneAt(layout, scrolled));
  const last = Math.min(lanes.length, laneAt(layout, scrolled + height - axis) + 1);
  const lanesIn = (paint: LanePainter): void => {
    for (let lane = first; lane < last; lane += 1) {
      const laneHeight = heightOf(layout, lane);
      const middle = axis - scrolled + topOf(layout, lane) + laneHeight / 2;
      paint(context, view, lanes[lane] ?? 0, { middle, laneHeight });
    }
  };
  const named: LanePainter = (_, __, order, place) => {
    if (isReadable(place.laneHeight, rem)) paintName(context, view, order, place);
  };
  clipped(context, { left: 0, top: axis, width, height }, () => {
    paintBracket(context, view);
    lanesIn(named);
    paintRows(context, view);
  });
  // What is earlier than the range must not run over the names.
  clipped(context, { left: view.names + 1, top: axis, width, height }, () => {
    paintOverlap(context, view);
    lanesIn(paintLane);
  });
}

type LanePainter = (
  context: CanvasRenderingContext2D,
  view: TimelineView,
  order: number,
  place: LanePlace,
) => void;

interface Clip {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function clipped(context: CanvasRenderingContext2D, clip: Clip, paint: () => void): void {
  context.save();
  context.beginPath();
  context.rect(clip.left, clip.top, clip.width, clip.height);
  context.clip();
  paint();
  context.restore();
}

function paintGrid(context: CanvasRenderingContext2D, view: TimelineView): void {
  const { colours, range, width, names, height, axis, rem } = view;
  context.font = `${0.85 * rem}px ${colours.font}`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.lineWidth = 1;
  for (const { atNs, words } of ticksOf(range, Math.max(2, (width - names) / (6.5 * rem)))) {
    const x = Math.round(xOf(view, atNs)) + 0.5;
    context.strokeStyle = colours.line;
    context.beginPath();
    context.moveTo(x, axis - 4);
    context.lineTo(x, height);
    context.stroke();
    context.fillStyle = colours.muted;
    context.fillText(words, Math.min(width - 1.8 * rem, Math.max(names + rem, x)), axis / 2);
  }
}

/** The time in which all of the contradiction's buyers were under way, shaded over their lanes. */
function paintOverlap(context: CanvasRenderingContext2D, view: TimelineView): void {
  const { contradiction, colours, axis, scrolled } = view;
  const overlap = contradiction?.overlap ?? null;
  if (overlap === null) return;
  const [from, to] = [xOf(view, overlap.fromNs), xOf(view, overlap.toNs)];
  const height = proofHeight(view);
  context.globalAlpha = 0.22;
  context.fillStyle = colours.bad;
  context.fillRect(from, axis - scrolled, Math.max(2, to - from), height);
  context.globalAlpha = 1;
}

/** Of the lanes that prove the contradiction. */
function proofHeight({ contradiction, layout }: TimelineView): number {
  return Math.min(contradiction?.orders.length ?? 0, layout.large) * layout.largeHeight;
}

/** Joins the lanes that prove the contradiction. */
function paintBracket(context: CanvasRenderingContext2D, view: TimelineView): void {
  const { contradiction, colours, axis, scrolled } = view;
  if (contradiction === null) return;
  const top = axis - scrolled + 3;
  const bottom = axis - scrolled + proofHeight(view) - 3;
  context.strokeStyle = colours.bad;
  context.lineWidth = 3;
  context.beginPath();
  for (const [x, y] of [
    [9, top],
    [3, top],
    [3, bottom],
    [9, bottom],
  ] as const) {
    context.lineTo(x, y);
  }
  context.stroke();
}

function paintName(
  context: CanvasRenderingContext2D,
  { times, colours, contradiction, names, rem }: TimelineView,
  order: number,
  { middle }: LanePlace,
): void {
  const planned = times.history.orders[order];
  const proves = contradiction?.orders.includes(order) === true;
  context.font = `${proves ? 700 : 450} ${0.95 * rem}px ${colours.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = proves ? colours.text : colours.muted;
  context.fillText(planned?.buyer ?? '', 0.9 * rem, middle, names - 4 * rem);
  context.font = `${0.8 * rem}px ${colours.font}`;
  context.textAlign = 'right';
  context.fillStyle = colours.muted;
  context.fillText(planned?.seatId ?? '', names - 0.35 * rem, middle, 3.4 * rem);
}
