// What part of the floor is seen: a zoom factor and a shift, as d3-zoom's transform has them. Pure:
// the limits, and the views that the keys, the buttons and "where is it?" lead to.
import { isInside, type Layout, type Point } from './layout.ts';

/** A point of the whole floor at (x0, y0) is seen at (x0 · k + x, y0 · k + y). */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const HOME: View = { k: 1, x: 0, y: 0 };

/** The seat pitch at the closest, and when a seat is shown, at a unit of 1; CSS pixels. */
const CLOSEST_PITCH_PX = 96;
const LEAST_MAX_ZOOM = 2;
/** Of the box, for an arrow key. */
const PAN_SHARE = 0.25;

/** How far it can be zoomed in. */
export function maxZoom({ seatPitch, unit }: Layout): number {
  return Math.max(LEAST_MAX_ZOOM, (CLOSEST_PITCH_PX * unit) / seatPitch);
}

export function isHome({ k }: View): boolean {
  return k <= 1.001;
}

/** The nearest view within the limits: no gap between the floor's box and its edge. */
export function limited(home: Layout, { k, x, y }: View): View {
  const factor = Math.min(maxZoom(home), Math.max(1, k));
  return {
    k: factor,
    x: Math.min(0, Math.max(home.width * (1 - factor), x)),
    y: Math.min(0, Math.max(home.height * (1 - factor), y)),
  };
}

/** Zoomed by a factor; the point of the box stays where it is. */
export function zoomedBy(home: Layout, view: View, factor: number, { x, y }: Point): View {
  const k = Math.min(maxZoom(home), Math.max(1, view.k * factor));
  const grown = k / view.k;
  return limited(home, { k, x: x - (x - view.x) * grown, y: y - (y - view.y) * grown });
}

/**
 * What a key or a button zooms about: the seat in question while it is seen, else the middle of the
 * box, where on many floors no seat is. @param seat on the whole floor; null: none
 */
export function zoomPoint(home: Layout, { k, x, y }: View, seat: Point | null): Point {
  const { width, height } = home;
  const seen = seat === null ? null : { x: seat.x * k + x, y: seat.y * k + y };
  if (seen !== null && isInside(home, seen)) return seen;
  return { x: width / 2, y: height / 2 };
}

/** @param right, down of -1, 0 or 1: where to look */
export function panned(home: Layout, view: View, right: number, down: number): View {
  const { k, x, y } = view;
  const [byX, byY] = [right * home.width * PAN_SHARE, down * home.height * PAN_SHARE];
  return limited(home, { k, x: x - byX, y: y - byY });
}

/** The point of the whole floor in the middle of the box, at least so close. */
export function centredOn(home: Layout, point: Point, k: number): View {
  const factor = Math.min(maxZoom(home), Math.max(1, k));
  const [x, y] = [home.width / 2 - point.x * factor, home.height / 2 - point.y * factor];
  return limited(home, { k: factor, x, y });
}

/** The same view moved just so far that the seat is seen; null: it is seen. */
export function broughtIntoView(home: Layout, view: View, seat: Point): View | null {
  const margin = Math.min(home.seatPitch * view.k * 1.5, home.width / 4, home.height / 4);
  const x = keptWithin(seat.x * view.k + view.x, margin, home.width - margin);
  const y = keptWithin(seat.y * view.k + view.y, margin, home.height - margin);
  if (x === 0 && y === 0) return null;
  return limited(home, { k: view.k, x: view.x + x, y: view.y + y });
}

/** How far a value must move to lie between the two. */
function keptWithin(value: number, low: number, high: number): number {
  return Math.max(0, low - value) - Math.max(0, value - high);
}

/** The part of the floor that is seen, in venue units: [left, top, right, bottom]. */
export function seenPart({ originX, originY, scale, width, height }: Layout): readonly number[] {
  const venue = (pixels: number, origin: number): number => (pixels - origin) / scale;
  return [venue(0, originX), venue(0, originY), venue(width, originX), venue(height, originY)];
}

/** A view between two, at a share of the way; the zoom grows evenly to the eye. */
export function between(from: View, to: View, share: number): View {
  const k = from.k * (to.k / from.k) ** share;
  // The point that both views show at the same place stays there.
  const grown = to.k === from.k ? share : (k - from.k) / (to.k - from.k);
  return { k, x: from.x + (to.x - from.x) * grown, y: from.y + (to.y - from.y) * grown };
}
