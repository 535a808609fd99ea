// Joins the canvases of a floor, that of its seats and the one above them, to the browser's frames. It
// paints only what changed, only while something did, and stops at once when closed. It runs on the
// page, or in a thread that has the canvases.
import type { Canvas } from './canvas.ts';
import type { Layout } from './layout.ts';
import { OverLayer, type OverScene } from './over-layer.ts';
import { seenFromAfar } from './overlay.ts';
import { LARGE_FLOOR_SEATS, Pace } from './pace.ts';
import { SeatLayer } from './seat-layer.ts';
import { showsLabels } from './seat-labels.ts';
import type { Turns } from './turns.ts';

/** Least time between two paints of the uppermost canvas. */
const OVER_INTERVAL_MS = 30;
/** The same while only badges and embers change: from afar, these rise by less than a pixel in it. */
const OVER_AFAR_INTERVAL_MS = 60;
const LARGE_FLOOR_PIXELS = 1_300_000;
const LEAST_MAX_DENSITY = 1.5;
const MAX_DENSITY = 3;

export interface Canvases<Kind extends Canvas = Canvas> {
  readonly seats: Kind;
  readonly over: Kind;
}

/** Everything that is to be seen but the buyers in motion; with `calm` nothing flashes or burns. */
export interface Scene extends OverScene {
  /** The floor whole; `layout` is the part that is seen. */
  readonly home: Layout;
}

export interface Painter {
  show(scene: Scene): void;
  /** Paints again what is written: its font has come. */
  refresh(): void;
  /** Paints what waits for the next frame now, as far as it can: before a page is printed. */
  flush(): void;
  close(): void;
}

/**
 * Device pixels a CSS pixel that a floor is painted with: those of the screen, but for a large floor
 * on a large screen. @param box in CSS pixels
 */
export function paintedDensity(
  seatCount: number,
  { width, height, density }: { width: number; height: number; density: number },
): number {
  if (seatCount <= LARGE_FLOOR_SEATS) return Math.min(MAX_DENSITY, density);
  const affordable = Math.sqrt(LARGE_FLOOR_PIXELS / (width * height));
  return Math.min(MAX_DENSITY, density, Math.max(LEAST_MAX_DENSITY, affordable));
}

export class FloorPainter implements Painter {
  readonly #seats: SeatLayer;
  readonly #over: OverLayer;
  #scene: Scene | null = null;
  #unwatch: (() => void) | null = null;
  #frameRequest: number | null = null;
  #sizeStale = true;
  #placesStale = true;
  #overStale = true;
  #hot = false;
  readonly #pace: Pace;
  #edition = -1;

  /** @param turns of all floors that are painted by this thread; null: there is but this one */
  constructor({ seats, over }: Canvases, turns: Turns | null) {
    this.#seats = new SeatLayer(seats);
    this.#over = new OverLayer(over);
    this.#pace = new Pace(turns);
  }

  show(scene: Scene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (before?.model !== scene.model) {
      this.#unwatch?.();
      this.#unwatch = scene.model.watch(() => this.#request());
      this.#over.forget();
    }
    if (!isSameSize(before, scene)) this.#sizeStale = true;
    if (!isSamePlace(before, scene)) this.#placesStale = true;
    this.#overStale ||= this.#placesStale || !isSameOver(before, scene);
    this.#request();
  }

  refresh(): void {
    this.#over.rewrite();
    this.#overStale = true;
    this.#request();
  }

  flush(): void {
    if (this.#frameRequest !== null) cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = null;
    this.#pace.hurry();
    this.#frame(performance.now());
    this.#over.keepAsPicture();
  }

  close(): void {
    this.#unwatch?.();
    this.#pace.close();
    if (this.#frameRequest !== null) cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = null;
    this.#scene = null;
  }

  #request(): void {
    this.#frameRequest ??= requestAnimationFrame((nowMs) => {
      this.#frameRequest = null;
      this.#frame(nowMs);
    });
  }

  #frame(nowMs: number): void {
    const scene = this.#scene;
    if (scene === null || scene.layout.width < 1 || scene.layout.height < 1) return;
    if (this.#paint(scene, nowMs)) this.#request();
  }

  /** @returns true when another frame is needed */
  #paint(scene: Scene, nowMs: number): boolean {
    if (this.#sizeStale) this.#resize(scene);
    const seats = this.#paintSeats(scene, nowMs);
    return this.#paintOver(scene, nowMs) || seats;
  }

  /** @returns true while they wait for their turn, or flash */
  #paintSeats(scene: Scene, nowMs: number): boolean {
    const { model, layout, home, palette, density, calm } = scene;
    const moved = this.#placesStale;
    if (moved) this.#seats.place(model, layout, home, palette, density);
    this.#placesStale = false;
    if (!this.#pace.takeSeats(model.shape.seatCount, nowMs) && !moved) return true;
    const { changed, alive } = this.#seats.paint({ nowMs, calm });
    this.#overStale ||= changed && showsLabels(layout);
    return alive;
  }

  /** @returns true while it waits, or embers move */
  #paintOver(scene: Scene, nowMs: number): boolean {
    const { model, layout } = scene;
    const asked = this.#overStale;
    if (!asked && !this.#hot && this.#edition === model.oversoldEdition) return false;
    const { seatCount } = model.shape;
    const intervalMs = !asked && seenFromAfar(layout) ? OVER_AFAR_INTERVAL_MS : OVER_INTERVAL_MS;
    if (!this.#pace.takeOver(seatCount, intervalMs, nowMs)) return true;
    this.#overStale = false;
    this.#edition = model.oversoldEdition;
    this.#hot = this.#over.paint(scene, nowMs);
    return this.#hot;
  }

  #resize(scene: Scene): void {
    const { layout, density } = scene;
    this.#sizeStale = false;
    this.#placesStale = true;
    this.#pace.hurry();
    this.#seats.resize(layout.width * density, layout.height * density);
    this.#over.resize(scene);
  }
}

function isSameSize(before: Scene | null, { layout, density, bleed }: Scene): boolean {
  return (
    before?.layout.width === layout.width &&
    before.layout.height === layout.height &&
    before.layout.unit === layout.unit &&
    before.density === density &&
    before.bleed === bleed
  );
}

function isSamePlace(before: Scene | null, { model, layout, palette }: Scene): boolean {
  return before?.model === model && before.layout === layout && before.palette === palette;
}

function isSameOver(before: Scene | null, scene: Scene): boolean {
  return (
    before?.focus === scene.focus &&
    before.focusHolders === scene.focusHolders &&
    before.owners === scene.owners &&
    before.cursor === scene.cursor &&
    before.leader === scene.leader &&
    before.calm === scene.calm
  );
}
