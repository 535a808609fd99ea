// A small picture as plain pixels, and the copying of it into a frame: whole runs of pixels with no
// arithmetic. Pure but for the frame's pixels.
import { pack, type Rgb } from './palette.ts';

export interface Sprite {
  /** Width and height in pixels; its middle is what it stands for. */
  readonly size: number;
  readonly pixels: Uint32Array;
  /** Per row: the first pixel that is painted and the one after the last. */
  readonly spans: Uint16Array;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** Copies the sprite with its middle at x, y; what hangs over the edge is left out. */
export function stamp(frame: Frame, { size, pixels, spans }: Sprite, x: number, y: number): void {
  const { width, height, pixels: target } = frame;
  const left = x - (size >> 1);
  const top = y - (size >> 1);
  if (left >= width || top >= height || left + size <= 0 || top + size <= 0) return;
  const firstRow = top < 0 ? -top : 0;
  const endRow = top + size > height ? height - top : size;
  for (let row = firstRow; row < endRow; row += 1) {
    let from = spans[row * 2] ?? 0;
    let to = spans[row * 2 + 1] ?? 0;
    if (from < -left) from = -left;
    if (to > width - left) to = width - left;
    let at = row * size + from;
    let into = (top + row) * width + left + from;
    for (const end = row * size + to; at < end; at += 1, into += 1) target[into] = pixels[at] ?? 0;
  }
}

/** A square of one colour in the middle of a larger one that is cleared around it. */
export function squareSprite(size: number, side: number, colour: Rgb, stage: Rgb): Sprite {
  const pixels = new Uint32Array(size * size).fill(pack(stage));
  const edge = (size - side) >> 1;
  for (let row = edge; row < edge + side; row += 1) {
    pixels.fill(pack(colour), row * size + edge, row * size + edge + side);
  }
  const spans = Uint16Array.from({ length: size * 2 }, (_, at) => (at % 2 === 0 ? 0 : size));
  return { size, pixels, spans };
}
