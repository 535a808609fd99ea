// Joins the pure painting to two canvases and the browser's frames. It paints only when something
// changed or a flash is still alive, and stops at once when closed.
import { badgesOf, ringAt } from './badges.ts';
import { fitFloor, leaderPath, type Layout } from './layout.ts';
import type { FloorModel } from './model.ts';
import {
  drawBadges,
  drawCursor,
  drawEmbers,
  drawGlow,
  drawTrace,
  paintGlow,
  type Badge,
} from './overlay.ts';
import type { Tone } from './palette.ts';
import { rasterise } from './raster.ts';
import { prepareSurface, type Surface } from './surface.ts';

/** CSS pixels by which the upper canvas reaches beyond the floor. */
export const BLEED_PX = 24;
/** How long after the last double sale the embers still move. */
const HEAT_MS = 4_000;
/** Least time between two paints of the upper canvas. */
const OVER_INTERVAL_MS = 30;
const GLOW_SIZE_PX = 128;
const LARGE_FLOOR_SEATS = 20_000;
const MAX_LARGE_FLOOR_DENSITY = 1.5;
const MAX_DENSITY = 3;

export interface Scene {
  readonly model: FloorModel;
  readonly tone: Tone;
  /** The seat in question, ringed and led to its tickets; null: none. */
  readonly focus: number | null;
  /** Its number of holders when the floor's own (at most 15) is not exact; null: unknown. */
  readonly focusHolders: number | null;
  /** Where the pointer or the keyboard is. */
  readonly cursor: number | null;
  /** Lead a line from the seat to the cards below. */
  readonly leader: boolean;
  /** No flashes and no embers. */
  readonly calm: boolean;
}

export class FloorPainter {
  readonly #base: CanvasRenderingContext2D;
  readonly #over: CanvasRenderingContext2D;
  readonly #onLayout: (layout: Layout) => void;
  #size = { width: 0, height: 0, density: 1 };
  #scene: Scene | null = null;
  #surface: Surface | null = null;
  #unwatch: (() => void) | null = null;
  #frameRequest: number | null = null;
  #oversoldAtMs = Number.NEGATIVE_INFINITY;
  #oversoldTickets = 0;
  #emberSeconds = 0;
  #lastFrameMs = 0;
  #overAtMs = Number.NEGATIVE_INFINITY;
  readonly #glow: HTMLCanvasElement;

  constructor(
    base: HTMLCanvasElement,
    over: HTMLCanvasElement,
    onLayout: (layout: Layout) => void,
  ) {
    this.#base = contextOf(base, { alpha: false, willReadFrequently: true });
    this.#over = contextOf(over, {});
    this.#onLayout = onLayout;
    this.#glow = glowSprite();
  }

  /** @param width, height of the floor's box in CSS pixels; @param density device pixels a CSS pixel */
  resize(width: number, height: number, density: number): void {
    this.#size = { width, height, density };
    this.#surface = null;
    this.#request();
  }

  show(scene: Scene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (before?.model !== scene.model) {
      this.#unwatch?.();
      this.#unwatch = scene.model.watch(() => this.#request());
      this.#oversoldTickets = Number.POSITIVE_INFINITY;
    }
    if (before?.model !== scene.model || before.tone !== scene.tone) this.#surface = null;
    this.#request();
  }

  close(): void {
    this.#unwatch?.();
    if (this.#frameRequest !== null) cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = null;
    this.#scene = null;
  }

  #request(): void {
    this.#frameRequest ??= requestAnimationFrame((nowMs) => {
      this.#frameRequest = null;
      if (this.#paint(nowMs)) this.#request();
    });
  }

  /** @returns true when another frame is needed */
  #paint(nowMs: number): boolean {
    const scene = this.#scene;
    if (scene === null || this.#size.width < 1 || this.#size.height < 1) return false;
    const surface = (this.#surface ??= this.#prepare(scene));
    const flashing = rasterise(surface.frame, scene.model, surface.seats, {
      nowMs,
      calm: scene.calm,
    });
    this.#base.putImageData(surface.image, 0, 0);
    // The upper layer is dearer and slower to change: half of the frames are enough.
    if (nowMs - this.#overAtMs < OVER_INTERVAL_MS) return true;
    this.#overAtMs = nowMs;
    return this.#paintOver(scene, surface, nowMs) || flashing;
  }

  #paintOver(scene: Scene, { layout, density }: Surface, nowMs: number): boolean {
    const badges = badgesOf(scene, layout);
    const hot = this.#heat(scene, badges, nowMs);
    const context = this.#over;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    context.setTransform(density, 0, 0, density, BLEED_PX * density, BLEED_PX * density);
    drawGlow(context, badges, this.#glow);
    if (!scene.calm) drawEmbers(context, badges, this.#emberSeconds);
    drawBadges(context, badges);
    if (scene.focus !== null) {
      const ring = ringAt(scene, layout, scene.focus);
      const path = scene.leader ? leaderPath(layout, ring, layout.height + BLEED_PX / 2) : [];
      drawTrace(context, ring, path);
    }
    if (scene.cursor !== null && scene.cursor !== scene.focus) {
      drawCursor(context, ringAt(scene, layout, scene.cursor));
    }
    return hot;
  }

  /** Keeps the embers' clock; @returns true while they move. */
  #heat(scene: Scene, badges: readonly Badge[], nowMs: number): boolean {
    const tickets = badges.reduce((sum, { holders }) => sum + holders, 0);
    if (tickets > this.#oversoldTickets) this.#oversoldAtMs = nowMs;
    this.#oversoldTickets = tickets;
    const hot = !scene.calm && badges.length > 0 && nowMs - this.#oversoldAtMs < HEAT_MS;
    if (hot) this.#emberSeconds += Math.min(100, nowMs - this.#lastFrameMs) / 1_000;
    this.#lastFrameMs = nowMs;
    return hot;
  }

  #prepare({ model, tone }: Scene): Surface {
    const { width, height } = this.#size;
    const large = model.shape.seatCount > LARGE_FLOOR_SEATS;
    const density = Math.min(this.#size.density, large ? MAX_LARGE_FLOOR_DENSITY : MAX_DENSITY);
    const layout = fitFloor(model.shape, width, height);
    sizeCanvas(this.#base.canvas, width * density, height * density);
    const [overWidth, overHeight] = [width + 2 * BLEED_PX, height + 2 * BLEED_PX];
    sizeCanvas(this.#over.canvas, overWidth * density, overHeight * density);
    this.#overAtMs = Number.NEGATIVE_INFINITY;
    this.#onLayout(layout);
    return prepareSurface(this.#base, model, layout, density, tone);
  }
}

function contextOf(
  canvas: HTMLCanvasElement,
  settings: CanvasRenderingContext2DSettings,
): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', settings);
  if (context === null) throw new Error('This browser gives no 2D canvas.');
  return context;
}

function glowSprite(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  sizeCanvas(canvas, GLOW_SIZE_PX, GLOW_SIZE_PX);
  paintGlow(contextOf(canvas, {}), GLOW_SIZE_PX);
  return canvas;
}

function sizeCanvas(canvas: HTMLCanvasElement, width: number, height: number): void {
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
}
