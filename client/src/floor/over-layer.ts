// The uppermost canvas: badges, embers, labels, the ring and its line. It reaches beyond the floor's
// box, so that a badge at the edge stays whole. Dearer than the seats, and painted less often.
import { BadgePictures } from './badge-pictures.ts';
import { badgesOf, ringAt } from './badges.ts';
import type { BoxSize } from './box-size.ts';
import { contextOf, scratchCanvas, sizeCanvas, type Canvas, type Context2D } from './canvas.ts';
import { isInside, leaderPath, type Layout, type Point } from './layout.ts';
import type { FloorModel } from './model.ts';
import { drawCursor, drawEmbers, drawTrace, paintEmber, type Badge } from './overlay.ts';
import type { Palette } from './palette.ts';
import { drawSeatLabels, seatLabels, type Owners } from './seat-labels.ts';

/** By which it reaches beyond the floor, in pixels at a unit of 1. */
const BLEED_PX = 44;
/** How far below the floor's box the line to the tickets runs. */
const LEADER_BELOW_PX = 12;
/** How long after the last double sale the embers still move. */
const HEAT_MS = 4_000;
const EMBER_SIZE_PX = 16;
const MAX_STEP_MS = 100;

export interface OverScene {
  readonly model: FloorModel;
  readonly layout: Layout;
  readonly palette: Palette;
  readonly density: number;
  /** Of bleedOf(). */
  readonly bleed: number;
  /** True while only a part of the floor is seen: nothing is drawn beyond its box then. */
  readonly cropped: boolean;
  /** The seat in question, ringed and led to its tickets; null: none. */
  readonly focus: number | null;
  /** Its number of holders when the floor's own (at most 15) is not exact; null: unknown. */
  readonly focusHolders: number | null;
  readonly owners: Owners;
  /** Where the pointer or the keyboard is. */
  readonly cursor: number | null;
  /** Lead a line from the seat to the cards below. */
  readonly leader: boolean;
  /** No embers. */
  readonly calm: boolean;
}

/** How far it reaches beyond the floor's box: CSS pixels, whole ones of the screen. */
export function bleedOf({ density, unit }: Pick<BoxSize, 'density' | 'unit'>): number {
  return Math.round(BLEED_PX * unit * density) / density;
}

export class OverLayer {
  readonly #context: Context2D;
  readonly #ember = emberPicture();
  readonly #pictures = new BadgePictures();
  #oversoldAtMs = Number.NEGATIVE_INFINITY;
  #oversoldTickets = Number.POSITIVE_INFINITY;
  #emberSeconds = 0;
  #lastMs = 0;

  constructor(canvas: Canvas) {
    this.#context = contextOf(canvas);
  }

  resize({ layout, density, bleed }: Pick<OverScene, 'layout' | 'density' | 'bleed'>): void {
    const [width, height] = [layout.width + 2 * bleed, layout.height + 2 * bleed];
    sizeCanvas(this.#context.canvas, width * density, height * density);
  }

  /** The font has come. */
  rewrite(): void {
    this.#pictures.forget();
  }

  /**
   * What was cleared and painted just before printing is printed as drawing, and the clearing as an
   * opaque sheet over the seats; a canvas that was read is printed as the picture that it is.
   */
  keepAsPicture(): void {
    this.#context.getImageData(0, 0, 1, 1);
    this.#context.fillStyle = 'rgb(0 0 0 / 0.01)';
    this.#context.fillRect(0, 0, 1, 1);
  }

  /** Another floor: what is oversold on it was so before, and does not burn. */
  forget(): void {
    this.#oversoldTickets = Number.POSITIVE_INFINITY;
  }

  /** @returns true while embers move */
  paint(scene: OverScene, nowMs: number): boolean {
    const { layout, palette } = scene;
    const badges = badgesOf(scene, layout);
    const hot = this.#heat(scene, badges, nowMs);
    const context = this.#begin(scene);
    const labels = seatLabels(scene.model, scene.owners, layout);
    drawSeatLabels(context, labels, layout, palette, scene.model.oversold > 0);
    this.#pictures.draw(context, badges, scene);
    if (!scene.calm) drawEmbers(context, badges, this.#ember, this.#emberSeconds, layout);
    this.#drawMarks(scene);
    context.restore();
    return hot;
  }

  #begin({ layout, density, bleed, cropped }: OverScene): Context2D {
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.save();
    context.setTransform(density, 0, 0, density, bleed * density, bleed * density);
    if (cropped) {
      context.beginPath();
      context.rect(0, 0, layout.width, layout.height);
      context.clip();
    }
    return context;
  }

  #drawMarks(scene: OverScene): void {
    const { layout, palette, focus, cursor } = scene;
    const stroke = { palette, unit: layout.unit };
    if (focus !== null) {
      const ring = ringAt(scene, layout, focus);
      if (isInside(layout, ring)) {
        drawTrace(this.#context, ring, leaderOf(scene, ring), stroke);
      }
    }
    if (cursor !== null && cursor !== focus) {
      drawCursor(this.#context, ringAt(scene, layout, cursor), stroke);
    }
  }

  /** Keeps the embers' clock; @returns true while they move. */
  #heat({ model, calm }: OverScene, badges: readonly Badge[], nowMs: number): boolean {
    const tickets = model.oversoldTickets;
    if (tickets > this.#oversoldTickets) this.#oversoldAtMs = nowMs;
    this.#oversoldTickets = tickets;
    const hot = !calm && badges.length > 0 && nowMs - this.#oversoldAtMs < HEAT_MS;
    if (hot) this.#emberSeconds += Math.min(MAX_STEP_MS, nowMs - this.#lastMs) / 1_000;
    this.#lastMs = nowMs;
    return hot;
  }
}

function emberPicture(): OffscreenCanvas {
  const canvas = scratchCanvas();
  sizeCanvas(canvas, EMBER_SIZE_PX, EMBER_SIZE_PX);
  paintEmber(contextOf(canvas), EMBER_SIZE_PX);
  return canvas;
}

function leaderOf(
  { layout, leader }: OverScene,
  ring: Point & { readonly radius: number },
): readonly Point[] {
  if (!leader) return [];
  return leaderPath(layout, ring, layout.height + LEADER_BELOW_PX * layout.unit);
}
