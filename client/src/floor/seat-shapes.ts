// The shapes of a seat at one zoom, worked out pixel by pixel: a chair from above, and the disc of an
// oversold seat. Pure. Not a canvas that is read back: in Firefox a thread that reads one waits for the
// page, and a page of which a picture is taken waits for its threads, ten seconds long.
import { mix, pack, type Palette, type Rgb } from './palette.ts';
import type { Sprite } from './sprite.ts';

/** From a point to the edge of a shape, in pixels: below 0 inside. */
export type Distance = (x: number, y: number) => number;

/** One colour laid over what is there. */
export interface Coat {
  readonly distance: Distance;
  readonly colour: Rgb;
  /** From 0 to 1. */
  readonly opacity: number;
}

/** From here on it is a chair with a back; below, a square that is rounder in front. */
const CHAIRS_FROM = 20;
/** Less of a colour than this is not painted. */
const LEAST_COVER = 8 / 255;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Of its corners above and below. */
  readonly radii: readonly [above: number, below: number];
}

/** Of a box with round corners; for its distance see Inigo Quilez, "2D distance functions". */
function boxDistance({ left, top, right, bottom, radii }: Box): Distance {
  const [halfWidth, halfHeight] = [(right - left) / 2, (bottom - top) / 2];
  const [centreX, centreY] = [left + halfWidth, top + halfHeight];
  const [above, below] = radii.map((radius) => Math.min(radius, halfWidth, halfHeight));
  return (x, y) => {
    const radius = (y < centreY ? above : below) ?? 0;
    const beyondX = Math.abs(x - centreX) - halfWidth + radius;
    const beyondY = Math.abs(y - centreY) - halfHeight + radius;
    if (beyondX <= 0 || beyondY <= 0) return Math.max(beyondX, beyondY) - radius;
    return Math.sqrt(beyondX * beyondX + beyondY * beyondY) - radius;
  };
}

const either =
  (one: Distance, other: Distance): Distance =>
  (x, y) =>
    Math.min(one(x, y), other(x, y));

/** A line of that width along the edge. */
const outline =
  (distance: Distance, width: number): Distance =>
  (x, y) =>
    Math.abs(distance(x, y)) - width / 2;

/** A chair from above, its back towards +y. @param pitch between neighbours, in pixels */
export function seatShape(pitch: number, hollow: boolean): Distance {
  const side = pitch * 0.74;
  const line = Math.max(1, pitch * 0.06);
  const inset = hollow ? line / 2 : 0;
  const edge = side / 2 - inset;
  const parts = partsOf(pitch, side, edge).map(boxDistance);
  return (hollow ? parts.map((part) => outline(part, line)) : parts).reduce(either);
}

function partsOf(pitch: number, side: number, edge: number): Box[] {
  const across = { left: -edge, right: edge };
  if (pitch < CHAIRS_FROM) {
    return [{ ...across, top: -edge, bottom: edge, radii: [side * 0.42, side * 0.16] }];
  }
  const inset = side / 2 - edge;
  const cushion = -edge + side * 0.74 - inset;
  const back = side / 2 - side * 0.17;
  return [
    { ...across, top: -edge, bottom: cushion, radii: [side * 0.24, side * 0.24] },
    { ...across, top: back, bottom: side / 2 - inset, radii: [side * 0.08, side * 0.08] },
  ];
}

/** The disc of an oversold seat and its rim. @param size across, in pixels */
export function hotDisc(size: number, { hot, hotRim }: Palette): Coat[] {
  const disc: Distance = (x, y) => Math.hypot(x, y) - size / 2;
  const rim = outline(disc, Math.max(1, size * 0.09));
  return [
    { distance: disc, colour: hot, opacity: 1 },
    { distance: rim, colour: hotRim, opacity: size < 9 ? 0.6 : 1 },
  ];
}

/**
 * The coats upon the stage, smooth at their edges, so that copying needs no arithmetic.
 * @param size in pixels, odd; @param angle in radians, clockwise
 */
export function coatedSprite(
  size: number,
  angle: number,
  coats: readonly Coat[],
  stage: Rgb,
): Sprite {
  const pixels = new Uint32Array(size * size).fill(pack(stage));
  const spans = new Uint16Array(size * 2);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let row = 0; row < size; row += 1) {
    let [first, end] = [size, 0];
    for (let column = 0; column < size; column += 1) {
      const [x, y] = [column + 0.5 - size / 2, row + 0.5 - size / 2];
      const ink = coated(coats, x * cos + y * sin, y * cos - x * sin, stage);
      if (ink === stage) continue;
      pixels[row * size + column] = pack(ink);
      first = Math.min(first, column);
      end = column + 1;
    }
    spans[row * 2] = Math.min(first, end);
    spans[row * 2 + 1] = end;
  }
  return { size, pixels, spans };
}

/** The pixel around a point; @returns the stage itself where nothing is to be painted */
function coated(coats: readonly Coat[], x: number, y: number, stage: Rgb): Rgb {
  let ink = stage;
  for (const { distance, colour, opacity } of coats) {
    const share = Math.min(1, 0.5 - distance(x, y)) * opacity;
    if (share < LEAST_COVER) continue;
    ink = share === 1 ? colour : mix(ink, colour, share);
  }
  return ink;
}
