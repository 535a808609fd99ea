// A small picture as plain pixels, and the copying of it into a frame: whole runs of pixels with no
// arithmetic. Pure but for the frame's pixels.
import { mix, pack, type Rgb } from './palette.ts';

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

/** Blended with what it stands on, so that the copy needs no arithmetic. */
export function opaqueSprite({ width, height, data }: ImageData, stage: Rgb): Sprite {
  const pixels = new Uint32Array(width * height);
  const spans = new Uint16Array(height * 2);
  for (let y = 0; y < height; y += 1) {
    let first = width;
    let end = 0;
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const alpha = data[at + 3] ?? 0;
      const ink: Rgb = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
      pixels[y * width + x] = pack(mix(stage, ink, alpha / 255));
      if (alpha < 8) continue;
      first = Math.min(first, x);
      end = x + 1;
    }
    spans[y * 2] = Math.min(first, end);
    spans[y * 2 + 1] = end;
  }
  return { size: width, pixels, spans };
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
