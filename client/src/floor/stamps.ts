// The two ways in which a seat gets into a frame: as a picture, and, where a seat has hardly two
// pixels, as those pixels that are its own. Either way a seat never writes where another one stands,
// but for the discs of oversold seats: so seats can be painted in any order. Pure but for the frame.
import { LOOK_FREE, LOOK_OVERSOLD } from './look.ts';
import type { StampSeat } from './raster.ts';
import { stamp, type Sprite } from './sprite.ts';

export interface Pictures {
  /** How far a picture reaches from its seat's centre, at most. */
  readonly reach: number;
  sprite(look: number, turn: number): Sprite;
}

/** @param centres x and y of each seat, in pixels; @param turns of look.ts */
export function pictureStamp(
  centres: Int32Array,
  turns: Uint8Array,
  pictures: Pictures,
): StampSeat {
  const { reach } = pictures;
  return (frame, index, look) => {
    const x = centres[index * 2] ?? 0;
    const y = centres[index * 2 + 1] ?? 0;
    // Outside: not even a picture is drawn for it.
    if (x < -reach || y < -reach || x > frame.width + reach || y > frame.height + reach) return;
    stamp(frame, pictures.sprite(look, turns[index] ?? 0), x, y);
  };
}

/** Bits of a seat's own pixels beside its centre. */
const RIGHT = 1;
const BELOW = 2;
const ACROSS = 4;
/** Not in the frame. */
const OUTSIDE = 255;

export interface DotColours {
  readonly stage: number;
  /** Of each look, packed. */
  readonly colours: Uint32Array;
}

/** A sold seat fills what it owns of two by two pixels, a free one is a speck in its centre. */
export function dotStamp(
  centres: Int32Array,
  size: { readonly width: number; readonly height: number },
  { stage, colours }: DotColours,
  pictures: Pictures,
): StampSeat {
  const owned = ownPixels(centres, size);
  return (frame, index, look) => {
    const own = owned[index] ?? OUTSIDE;
    const x = centres[index * 2] ?? 0;
    const y = centres[index * 2 + 1] ?? 0;
    if (look === LOOK_OVERSOLD) stamp(frame, pictures.sprite(look, 0), x, y);
    if (look === LOOK_OVERSOLD || own === OUTSIDE) return;
    const { width, pixels } = frame;
    const at = y * width + x;
    const ink = colours[look] ?? stage;
    const rest = look === LOOK_FREE ? stage : ink;
    pixels[at] = ink;
    if ((own & RIGHT) !== 0) pixels[at + 1] = rest;
    if ((own & BELOW) !== 0) pixels[at + width] = rest;
    if ((own & ACROSS) !== 0) pixels[at + width + 1] = rest;
  };
}

/** Every seat owns its centre, and of the three pixels beside it those that come to no one else. */
function ownPixels(
  centres: Int32Array,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const taken = new Uint8Array(width * height);
  const owned = new Uint8Array(centres.length / 2).fill(OUTSIDE);
  for (let index = 0; index < owned.length; index += 1) {
    const x = centres[index * 2] ?? 0;
    const y = centres[index * 2 + 1] ?? 0;
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    taken[y * width + x] = 1;
    owned[index] = 0;
  }
  const take = (index: number, at: number, bit: number): void => {
    if (taken[at] === 1) return;
    taken[at] = 1;
    owned[index] = (owned[index] ?? 0) | bit;
  };
  for (let index = 0; index < owned.length; index += 1) {
    const x = centres[index * 2] ?? 0;
    const y = centres[index * 2 + 1] ?? 0;
    if (owned[index] === OUTSIDE || x + 1 >= width || y + 1 >= height) continue;
    const at = y * width + x;
    take(index, at + 1, RIGHT);
    take(index, at + width, BELOW);
    take(index, at + width + 1, ACROSS);
  }
  return owned;
}
