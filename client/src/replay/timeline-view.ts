// What a timeline shows of a burst, and which moment is where in it. Pure.
import type { BurstTimes } from './burst-times.ts';
import type { Contradiction } from './contradiction.ts';
import type { LaneLayout } from './lane-layout.ts';
import { shareOf, type TimeRange } from './time-axis.ts';
import type { TimelineColours } from './timeline-colours.ts';

export interface TimelineView {
  readonly times: BurstTimes;
  /** Positions in the plan, from the first lane to the last. */
  readonly lanes: Int32Array;
  readonly range: TimeRange;
  readonly contradiction: Contradiction | null;
  readonly colours: TimelineColours;
  /** CSS pixels, like all lengths here. */
  readonly width: number;
  readonly height: number;
  /** Above the lanes. */
  readonly axis: number;
  /** The page's size of type. */
  readonly rem: number;
  readonly layout: LaneLayout;
  /** Pixels by which the lanes are scrolled. */
  readonly scrolled: number;
  /** Pixels for the buyers' names, or for what the buyers of a row were told. */
  readonly names: number;
}

/** Lanes lower than this, in rem, have no names and no shapes. */
export const LEAST_READABLE = 0.9;
/** Left and right of the time, in rem. */
const EDGE = 0.8;

type Place = Pick<TimelineView, 'width' | 'names' | 'range' | 'rem'>;

/** @returns the moment at a distance from the left, in pixels */
export function momentAt(view: Place, x: number): number {
  const { fromNs, toNs } = view.range;
  const edge = EDGE * view.rem;
  const share = (x - view.names - edge) / (view.width - view.names - 2 * edge);
  return fromNs + Math.min(1, Math.max(0, share)) * (toNs - fromNs);
}

/** The reverse of momentAt, also outside of the range. */
export function xOf(view: Place, atNs: number): number {
  const left = view.names + EDGE * view.rem;
  return left + shareOf(view.range, atNs) * (view.width - left - EDGE * view.rem);
}

/** @param height of a lane, in pixels */
export function isReadable(height: number, rem: number): boolean {
  return height >= LEAST_READABLE * rem;
}
