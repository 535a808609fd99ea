// What the buyers of a row were told, counted: where lanes are too low for shapes, a shape and a
// number for each answer stand beside the row.
import { OUTCOMES, type Outcome } from '@worldseat/schema/domain';
import type { BurstTimes } from './burst-times.ts';
import { heightOf, rowOf, topOf } from './lane-layout.ts';
import { paintOutcome } from './outcome-shapes.ts';
import type { TimelineView } from './timeline-view.ts';

/** Of one answer's shape and number beside a row, in rem. */
const PLACE = 2.9;
const SHOWN = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

export interface RowCount {
  readonly outcome: Outcome;
  readonly count: number;
}

/** In the order of OUTCOMES, without those that nobody was told. @param lanes positions in the plan */
export function countsOf({ outcome }: BurstTimes, lanes: Int32Array): readonly RowCount[] {
  const counts = OUTCOMES.map((name) => ({ outcome: name, count: 0 }));
  for (const order of lanes) {
    const told = counts[outcome[order] ?? -1];
    if (told !== undefined) told.count += 1;
  }
  return counts.filter(({ count }) => count > 0);
}

export function paintRows(context: CanvasRenderingContext2D, view: TimelineView): void {
  const { layout, lanes, times, axis, scrolled } = view;
  for (let row = 0; row < layout.rows; row += 1) {
    const [from, to] = rowOf(layout, row);
    const top = topOf(layout, from);
    const end = topOf(layout, to - 1) + heightOf(layout, to - 1);
    const middle = axis - scrolled + (top + end) / 2;
    paintCounts(context, view, countsOf(times, lanes.subarray(from, to)), middle);
  }
}

function paintCounts(
  context: CanvasRenderingContext2D,
  { colours, rem }: TimelineView,
  counts: readonly RowCount[],
  y: number,
): void {
  context.font = `550 ${0.85 * rem}px ${colours.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  counts.forEach(({ outcome, count }, at) => {
    const x = (0.8 + at * PLACE) * rem;
    paintOutcome(context, { x, y }, outcome, { rem: 0.8 * rem, colours });
    context.fillStyle = colours.text;
    context.fillText(SHOWN.format(count), x + 0.55 * rem, y, (PLACE - 0.9) * rem);
  });
}
