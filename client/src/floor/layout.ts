// Where the floor stands in its box, and which seat is under a point. Pure geometry.
import type { FloorShape } from './model.ts';

/** Venue units between neighbouring seats. */
const UNITS_A_SEAT = 32;
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
}

/** The largest floor that fits whole, centred. */
export function fitFloor(shape: FloorShape, width: number, height: number): Layout {
  const [left = 0, top = 0, right = 1, bottom = 1] = shape.bounds;
  const fit = Math.min(width / (right - left), height / (bottom - top));
  const scale = Math.max(0.001, Math.min(fit, MAX_SEAT_PITCH_PX / UNITS_A_SEAT));
  const originX = width / 2 - ((left + right) / 2) * scale;
  const originY = height / 2 - ((top + bottom) / 2) * scale;
  const [pitchLeft = 0, pitchTop = 0, pitchRight = 0, pitchBottom = 0] = shape.pitch;
  return {
    width,
    height,
    scale,
    originX,
    originY,
    seatPitch: scale * UNITS_A_SEAT,
    pitch: {
      left: originX + pitchLeft * scale,
      top: originY + pitchTop * scale,
      width: (pitchRight - pitchLeft) * scale,
      height: (pitchBottom - pitchTop) * scale,
    },
  };
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

/** Seats by square cells of one seat pitch, to find the nearest in constant time. */
export class SeatFinder {
  readonly #positions: Float32Array;
  readonly #cells = new Map<string, number[]>();

  constructor(positions: Float32Array) {
    this.#positions = positions;
    for (let index = 0; index * 2 < positions.length; index += 1) {
      const key = cellOf(positions[index * 2] ?? 0, positions[index * 2 + 1] ?? 0, 0, 0);
      const cell = this.#cells.get(key);
      if (cell) cell.push(index);
      else this.#cells.set(key, [index]);
    }
  }

  /** The seat within 0.75 of a seat pitch of the point, the nearest one; or null. */
  at(layout: Layout, point: Point): number | null {
    const x = (point.x - layout.originX) / layout.scale;
    const y = (point.y - layout.originY) / layout.scale;
    let nearest: number | null = null;
    let least = (UNITS_A_SEAT * 0.75) ** 2;
    for (const index of this.#around(x, y)) {
      const dx = (this.#positions[index * 2] ?? 0) - x;
      const dy = (this.#positions[index * 2 + 1] ?? 0) - y;
      const distance = dx * dx + dy * dy;
      if (distance >= least) continue;
      least = distance;
      nearest = index;
    }
    return nearest;
  }

  *#around(x: number, y: number): Generator<number> {
    for (const right of [-1, 0, 1]) {
      for (const down of [-1, 0, 1]) yield* this.#cells.get(cellOf(x, y, right, down)) ?? [];
    }
  }
}

function cellOf(x: number, y: number, right: number, down: number): string {
  return `${Math.floor(x / UNITS_A_SEAT) + right},${Math.floor(y / UNITS_A_SEAT) + down}`;
}

/**
 * The direction in which each seat's back points, away from the middle, in radians. A seat alone in
 * its row turns its back to the middle's opposite.
 */
export function seatAngles(shape: FloorShape, positions: Float32Array): Float32Array {
  const angles = new Float32Array(shape.seatCount);
  const at = (index: number): Point => ({
    x: positions[index * 2] ?? 0,
    y: positions[index * 2 + 1] ?? 0,
  });
  for (const { first, rows } of shape.sections) {
    let start = first;
    for (let row = 0; row < rows.length; row += 7) {
      const count = rows[row] ?? 0;
      for (let seat = start; seat < start + count; seat += 1) {
        const before = at(Math.max(start, seat - 1));
        const after = at(Math.min(start + count - 1, seat + 1));
        angles[seat] = outward(at(seat), after.x - before.x, after.y - before.y);
      }
      start += count;
    }
  }
  return angles;
}

function outward({ x, y }: Point, alongX: number, alongY: number): number {
  if (alongX === 0 && alongY === 0) return Math.atan2(y, x);
  const away = -alongY * x + alongX * y >= 0 ? 1 : -1;
  return Math.atan2(alongX * away, -alongY * away);
}
