// Fills a frame's pixels from the model: the background, then a sprite for each seat. It keeps
// nothing between frames, so that no seat can be stale. Pure but for the pixels it is given.
import type { Sprite } from './atlas.ts';
import { isFlash, lookOf } from './look.ts';
import { OVERSOLD, type FloorModel } from './model.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
  /** Same size: the stage and the pitch. */
  readonly background: Uint32Array;
}

export interface SeatPixels {
  /** Centre of each seat, x and y, in pixels. */
  readonly centres: Int32Array;
  /** Direction of each seat, of look.ts. */
  readonly turns: Uint8Array;
  readonly sprite: (look: number, turn: number) => Sprite;
}

export interface Moment {
  readonly nowMs: number;
  /** No flashes: the visitor asked for less motion. */
  readonly calm: boolean;
}

type Seats = Pick<FloorModel, 'status' | 'region' | 'soldAt'>;

/** @returns true while a flash is alive, so that another frame is needed */
export function rasterise(frame: Frame, seats: Seats, at: SeatPixels, moment: Moment): boolean {
  frame.pixels.set(frame.background);
  const dim = seats.status.includes(OVERSOLD);
  let alive = false;
  const paint = (index: number, status: number): void => {
    const soldAt = seats.soldAt[index] ?? Number.NEGATIVE_INFINITY;
    const ageMs = moment.calm ? Number.POSITIVE_INFINITY : moment.nowMs - soldAt;
    const look = lookOf(status, seats.region[index] ?? 0, ageMs, dim);
    if (isFlash(look)) alive = true;
    const sprite = at.sprite(look, at.turns[index] ?? 0);
    stamp(frame, sprite, at.centres[index * 2] ?? 0, at.centres[index * 2 + 1] ?? 0);
  };
  for (const [index, status] of seats.status.entries()) {
    if (status !== OVERSOLD) paint(index, status);
  }
  if (!dim) return alive;
  // Their discs are larger than a seat: above their neighbours.
  for (const [index, status] of seats.status.entries()) {
    if (status === OVERSOLD) paint(index, status);
  }
  return alive;
}

function stamp(frame: Frame, { size, pixels, spans }: Sprite, x: number, y: number): void {
  const left = x - (size >> 1);
  const top = y - (size >> 1);
  for (let row = 0; row < size; row += 1) {
    const line = top + row;
    if (line < 0 || line >= frame.height) continue;
    const from = Math.max(spans[row * 2] ?? 0, -left);
    const to = Math.min(spans[row * 2 + 1] ?? 0, frame.width - left);
    let target = line * frame.width + left + from;
    for (let at = row * size + from; at < row * size + to; at += 1, target += 1) {
      frame.pixels[target] = pixels[at] ?? 0;
    }
  }
}
