// Where the floor stands in its box, whole or zoomed in. Pure geometry: what is drawn, written and
// pointed at uses one of these, so that they cannot disagree.
import type { FloorShape } from './places.ts';
import type { View } from './view.ts';

/** Venue units between neighbouring seats. */
export const UNITS_A_SEAT = 32;
/** CSS pixels; a small venue must not grow into giants. */
const MAX_SEAT_PITCH_PX = 72;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** All lengths in the pixels that the box was given in. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Pixels a venue unit. */
  readonly scale: number;
  /** Where the venue's origin stands. */
  readonly originX: number;
  readonly originY: number;
  /** Between neighbouring seats. */
  readonly seatPitch: number;
  /** The empty middle. */
  readonly pitch: Box;
  /** Badges, rings and lines are so many times as large as on a screen of 1920 × 1080. */
  readonly unit: number;
}

/** The largest floor that fits whole, centred. @param unit as in Layout */
export function fitFloor(shape: FloorShape, width: number, height: number, unit = 1): Layout {
  const [left = 0, top = 0, right = 1, bottom = 1] = shape.bounds;
  const fit = Math.min(width / (right - left), height / (bottom - top));
  const scale = Math.max(0.001, Math.min(fit, (MAX_SEAT_PITCH_PX * unit) / UNITS_A_SEAT));
  const originX = width / 2 - ((left + right) / 2) * scale;
  const originY = height / 2 - ((top + bottom) / 2) * scale;
  const [pitchLeft = 0, pitchTop = 0, pitchRight = 0, pitchBottom = 0] = shape.pitch;
  return {
    ...{ width, height, scale, originX, originY, unit },
    seatPitch: scale * UNITS_A_SEAT,
    pitch: {
      left: originX + pitchLeft * scale,
      top: originY + pitchTop * scale,
      width: (pitchRight - pitchLeft) * scale,
      height: (pitchBottom - pitchTop) * scale,
    },
  };
}

/** The same box with the floor zoomed in. @param home the floor whole */
export function zoomed(home: Layout, { k, x, y }: View): Layout {
  return {
    ...home,
    scale: home.scale * k,
    originX: home.originX * k + x,
    originY: home.originY * k + y,
    seatPitch: home.seatPitch * k,
    pitch: {
      left: home.pitch.left * k + x,
      top: home.pitch.top * k + y,
      width: home.pitch.width * k,
      height: home.pitch.height * k,
    },
  };
}

/** The same in pixels of a canvas. @param density its pixels a CSS pixel */
export function inDevicePixels(layout: Layout, density: number): Layout {
  const { width, height } = layout;
  const view = { k: density, x: 0, y: 0 };
  return { ...zoomed(layout, view), width: width * density, height: height * density };
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function seatPoint(layout: Layout, positions: Float32Array, index: number): Point {
  return {
    x: layout.originX + (positions[index * 2] ?? 0) * layout.scale,
    y: layout.originY + (positions[index * 2 + 1] ?? 0) * layout.scale,
  };
}

/** @param margin beyond the box that still counts */
export function isInside({ width, height }: Layout, { x, y }: Point, margin = 0): boolean {
  return x >= -margin && y >= -margin && x <= width + margin && y <= height + margin;
}

/**
 * The line from a ringed seat to the left end of `bottom`, where its tickets are told. It never
 * crosses the pitch, where the big number stands.
 */
export function leaderPath(
  { pitch }: Pick<Layout, 'pitch'>,
  seat: Point & { readonly radius: number },
  bottom: number,
): Point[] {
  const { x, y, radius } = seat;
  const overPitch = x > pitch.left - 2 && x < pitch.left + pitch.width + 2 && y < pitch.top;
  if (!overPitch)
    return [
      { x, y: y + radius },
      { x, y: bottom },
      { x: 0, y: bottom },
    ];
  return [
    { x: x - radius, y },
    { x: 1, y },
    { x: 1, y: bottom },
  ];
}
