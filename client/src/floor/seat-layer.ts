// The lowest canvas: every seat, opaque. It keeps what stays the same from frame to frame: where each
// seat stands in device pixels, and the pictures of this zoom. A view that moves throws the places
// away; pictures of a zoom once seen are kept for a while.
import { SeatAtlas } from './atlas.ts';
import { contextOf, pixelsFor, sizeCanvas, type Canvas, type Context2D } from './canvas.ts';
import { inDevicePixels, type Layout } from './layout.ts';
import { turnOf } from './look.ts';
import type { FloorModel } from './model.ts';
import { pack, type Palette } from './palette.ts';
import { SeatRaster, type Moment, type Painted } from './raster.ts';
import { seatAngles } from './seat-angles.ts';
import { dotStamp, pictureStamp } from './stamps.ts';

/** While zooming, pictures are made for every so many percent and used for what lies between. */
const ZOOM_STEP = 1.05;
const MAX_ATLASES = 24;

export class SeatLayer {
  readonly #context: Context2D;
  readonly #atlases = new Map<number, SeatAtlas>();
  #atlasesOf: { readonly palette: Palette; readonly unit: number } | null = null;
  #pixels: ReturnType<typeof pixelsFor>;
  #facing: { readonly model: FloorModel; readonly turns: Uint8Array } | null = null;
  #raster: SeatRaster | null = null;

  constructor(canvas: Canvas) {
    this.#context = contextOf(canvas, { alpha: false, willReadFrequently: true });
    this.#pixels = pixelsFor(this.#context);
  }

  /** In device pixels. What was painted is gone. */
  resize(width: number, height: number): void {
    sizeCanvas(this.#context.canvas, width, height);
    this.#pixels = pixelsFor(this.#context);
    this.#raster = null;
  }

  /** From now on seats stand like this. @param layout in CSS pixels; @param home: the whole floor */
  place(model: FloorModel, layout: Layout, home: Layout, palette: Palette, density: number): void {
    const device = inDevicePixels(layout, density);
    const atlas = this.#atlasFor(device, home.seatPitch * density, palette, density);
    const { frame } = this.#pixels;
    const stage = pack(palette.stage);
    const centres = centresOf(model, device);
    const stampSeat = atlas.dots
      ? dotStamp(centres, frame, { stage, colours: atlas.colours }, atlas)
      : pictureStamp(centres, this.#turnsOf(model, atlas.turned), atlas);
    const ground = { frame, stage, stampSeat };
    if (this.#raster?.model === model) this.#raster.restart(ground);
    else this.#raster = new SeatRaster(model, ground);
  }

  paint(moment: Moment): Painted {
    if (this.#raster === null) return { changed: false, alive: false };
    const painted = this.#raster.paint(moment);
    if (painted.changed) this.#context.putImageData(this.#pixels.image, 0, 0);
    return painted;
  }

  /** The whole floor gets pictures of exactly its pitch, what is zoomed in those of the nearest step. */
  #atlasFor(device: Layout, homePitch: number, palette: Palette, density: number): SeatAtlas {
    const unit = device.unit * density;
    const kept = this.#atlasesOf;
    const isFull = this.#atlases.size >= MAX_ATLASES;
    if (kept?.palette !== palette || kept.unit !== unit || isFull) this.#atlases.clear();
    this.#atlasesOf = { palette, unit };
    const step = Math.round(Math.log(device.seatPitch / homePitch) / Math.log(ZOOM_STEP));
    const pitch = homePitch * ZOOM_STEP ** step;
    const known = this.#atlases.get(pitch);
    if (known !== undefined) return known;
    const made = new SeatAtlas(pitch, unit, palette);
    this.#atlases.set(pitch, made);
    return made;
  }

  #turnsOf(model: FloorModel, turned: boolean): Uint8Array {
    if (!turned) return new Uint8Array(model.shape.seatCount);
    if (this.#facing?.model !== model) {
      const turns = Uint8Array.from(seatAngles(model.shape, model.positions), turnOf);
      this.#facing = { model, turns };
    }
    return this.#facing.turns;
  }
}

function centresOf({ positions }: FloorModel, layout: Layout): Int32Array {
  const { scale, originX, originY } = layout;
  const centres = new Int32Array(positions.length);
  for (let at = 0; at < positions.length; at += 2) {
    centres[at] = Math.round(originX + (positions[at] ?? 0) * scale);
    centres[at + 1] = Math.round(originY + (positions[at + 1] ?? 0) * scale);
  }
  return centres;
}
