// The canvas between seats and badges: buyers in motion, up to 20,000 of them, as dots. They are
// copied into plain pixels, as seats are. Behind them a trail fades, unless less motion is wanted.
import { BUYER_PHASES, type Actors } from './actors.ts';
import { drawActor } from './actor-shapes.ts';
import { contextOf, pixelsFor, scratchCanvas, sizeCanvas, type Context2D } from './canvas.ts';
import { inDevicePixels, type Layout } from './layout.ts';
import { NO_REGION } from './model.ts';
import { pack, regionColour, type Palette, type Rgb } from './palette.ts';
import type { Frame } from './sprite.ts';

/** More than these are not drawn. */
const MAX_ACTORS = 20_000;
const REGIONS = 8;
/** A dot on the whole floor, as a share of the floor's width. */
const DOT_SHARE = 1 / 105;
const LEAST_DOT_PX = 6;
const MOST_DOT_PX = 15;
/** What a trail keeps of its strength from frame to frame, of 256. */
const TRAIL_KEEPS = 176;
const TRAIL_ENDS = 20;

export interface ActorScene {
  readonly actors: Actors | null;
  readonly layout: Layout;
  readonly palette: Palette;
  readonly density: number;
  /** No trails. */
  readonly calm: boolean;
}

export class ActorLayer {
  readonly #context: Context2D;
  readonly #scratch: Context2D;
  #pixels: ReturnType<typeof pixelsFor>;
  #sprites: { readonly key: string; readonly drawn: (Uint32Array | undefined)[] } | null = null;
  #size = { width: 0, height: 0 };
  #empty = true;

  constructor(canvas: HTMLCanvasElement) {
    this.#context = contextOf(canvas, { willReadFrequently: true });
    this.#scratch = contextOf(scratchCanvas(), { willReadFrequently: true });
    this.#pixels = pixelsFor(this.#context);
  }

  /** In device pixels. */
  resize(width: number, height: number): void {
    this.#size = { width, height };
    this.#hold(0, 0);
  }

  /** @param fresh the view moved: there is nothing to trail behind. @returns true while a trail fades */
  paint(scene: ActorScene, fresh: boolean): boolean {
    const { actors, layout, palette, density, calm } = scene;
    if (actors === null && this.#empty) return false;
    if (this.#empty) this.#hold(this.#size.width, this.#size.height);
    const { frame, image } = this.#pixels;
    const trails = !fresh && !calm && fade(frame.pixels);
    if (fresh || calm) frame.pixels.fill(0);
    if (actors !== null) this.#stampAll(frame, actors, inDevicePixels(layout, density), palette);
    this.#context.putImageData(image, 0, 0);
    if (actors === null && !trails) this.#hold(0, 0);
    return trails;
  }

  /** A floor without buyers holds no pixels, and gives the browser none to put together. */
  #hold(width: number, height: number): void {
    sizeCanvas(this.#context.canvas, width, height);
    this.#pixels = pixelsFor(this.#context);
    this.#empty = width === 0;
  }

  #stampAll(frame: Frame, actors: Actors, layout: Layout, palette: Palette): void {
    const { scale, originX, originY } = layout;
    const size = dotSize(layout);
    const count = Math.min(actors.count, MAX_ACTORS);
    for (let actor = 0; actor < count; actor += 1) {
      const x = Math.round(originX + (actors.x[actor] ?? 0) * scale);
      const y = Math.round(originY + (actors.y[actor] ?? 0) * scale);
      if (x < -size || y < -size || x > frame.width + size || y > frame.height + size) continue;
      const sprite = this.#sprite(
        actors.phase[actor] ?? 0,
        actors.region[actor] ?? 0,
        size,
        palette,
      );
      stampOver(frame, sprite, size, x, y);
    }
  }

  #sprite(phase: number, region: number, size: number, palette: Palette): Uint32Array {
    const key = `${size} ${palette.stage.join()}`;
    if (this.#sprites?.key !== key) this.#sprites = { key, drawn: [] };
    const at = phase * REGIONS + Math.min(region, REGIONS - 1);
    const colour = regionColour(region === NO_REGION ? -1 : region, palette);
    return (this.#sprites.drawn[at] ??= this.#draw(phase, size, colour, palette));
  }

  #draw(phase: number, size: number, colour: Rgb, palette: Palette): Uint32Array {
    const { canvas } = this.#scratch;
    sizeCanvas(canvas, size, size);
    this.#scratch.setTransform(1, 0, 0, 1, size / 2, size / 2);
    drawActor(this.#scratch, BUYER_PHASES[phase] ?? 'RUNNING', size, { colour, palette });
    const { data } = this.#scratch.getImageData(0, 0, size, size);
    return Uint32Array.from({ length: size * size }, (_, at) => {
      const alpha = data[at * 4 + 3] ?? 0;
      return pack([data[at * 4] ?? 0, data[at * 4 + 1] ?? 0, data[at * 4 + 2] ?? 0], alpha);
    });
  }
}

/** In device pixels, odd. It grows more slowly than the floor when that is zoomed in. */
function dotSize({ width, seatPitch, unit }: Layout): number {
  const share = Math.max(width * DOT_SHARE, Math.min(seatPitch * 0.3, width * DOT_SHARE * 2));
  return Math.round(Math.min(MOST_DOT_PX * 2 * unit, Math.max(LEAST_DOT_PX, share))) | 1;
}

/** Copies what is not transparent. */
function stampOver(
  { width, height, pixels }: Frame,
  sprite: Uint32Array,
  size: number,
  x: number,
  y: number,
): void {
  const [left, top] = [x - (size >> 1), y - (size >> 1)];
  const firstRow = Math.max(0, -top);
  const endRow = Math.min(size, height - top);
  const from = Math.max(0, -left);
  const to = Math.min(size, width - left);
  for (let row = firstRow; row < endRow; row += 1) {
    let into = (top + row) * width + left + from;
    for (let at = row * size + from; at < row * size + to; at += 1, into += 1) {
      const ink = sprite[at] ?? 0;
      if (ink !== 0) pixels[into] = ink;
    }
  }
}

/** Every pixel weaker. @returns true while something is left */
function fade(pixels: Uint32Array): boolean {
  let left = false;
  for (let at = 0; at < pixels.length; at += 1) {
    const pixel = pixels[at] ?? 0;
    if (pixel === 0) continue;
    const alpha = ((pixel >>> 24) * TRAIL_KEEPS) >> 8;
    if (alpha < TRAIL_ENDS) pixels[at] = 0;
    else {
      pixels[at] = ((alpha << 24) | (pixel & 0xff_ff_ff)) >>> 0;
      left = true;
    }
  }
  return left;
}
