// Joins the three canvases of a floor to the browser's frames. It paints only what changed, only
// while something did, and stops at once when closed.
import { ActorLayer } from './actor-layer.ts';
import type { Actors } from './actors.ts';
import type { Layout } from './layout.ts';
import { OverLayer, type OverScene } from './over-layer.ts';
import { seenFromAfar } from './overlay.ts';
import { LARGE_FLOOR_SEATS, Pace } from './pace.ts';
import { SeatLayer } from './seat-layer.ts';
import { showsLabels } from './seat-labels.ts';
import { Turns } from './turns.ts';

/** Least time between two paints of the uppermost canvas. */
const OVER_INTERVAL_MS = 30;
/** The same while only badges and embers change: from afar, these rise by less than a pixel in it. */
const OVER_AFAR_INTERVAL_MS = 60;
const LARGE_FLOOR_PIXELS = 1_300_000;
const LEAST_MAX_DENSITY = 1.5;
const MAX_DENSITY = 3;
/** Of all floors of the page. */
const turns = new Turns();

export interface Canvases {
  readonly seats: HTMLCanvasElement;
  readonly actors: HTMLCanvasElement;
  readonly over: HTMLCanvasElement;
}

/** Everything that is to be seen; with `calm` nothing flashes, burns or trails. */
export interface Scene extends OverScene {
  /** The floor whole; `layout` is the part that is seen. */
  readonly home: Layout;
  readonly actors: Actors | null;
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

export class FloorPainter {
  readonly #seats: SeatLayer;
  readonly #actors: ActorLayer;
  readonly #over: OverLayer;
  #scene: Scene | null = null;
  #unwatch: (() => void) | null = null;
  #frameRequest: number | null = null;
  #sizeStale = true;
  #placesStale = true;
  #overStale = true;
  #actorsStale = true;
  #hot = false;
  readonly #pace = new Pace(turns);
  #edition = -1;

  constructor({ seats, actors, over }: Canvases) {
    this.#seats = new SeatLayer(seats);
    this.#actors = new ActorLayer(actors);
    this.#over = new OverLayer(over);
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
    this.#actorsStale ||= this.#placesStale || before?.actors !== scene.actors;
    this.#overStale ||= this.#placesStale || !isSameOver(before, scene);
    this.#request();
  }

  /** Paints again what is written: its font has come. */
  refresh(): void {
    this.#over.rewrite();
    this.#overStale = true;
    this.#request();
  }

  /** Paints what waits for the next frame now: before a page is printed. */
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
    const moved = this.#placesStale;
    const seats = this.#paintSeats(scene, nowMs);
    let trails = false;
    if (this.#actorsStale) trails = this.#actors.paint(scene, moved);
    this.#actorsStale = trails;
    return this.#paintOver(scene, nowMs) || seats || trails;
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

  #resize({ layout, density }: Scene): void {
    this.#sizeStale = false;
    this.#placesStale = true;
    this.#pace.hurry();
    this.#seats.resize(layout.width * density, layout.height * density);
    this.#actors.resize(layout.width * density, layout.height * density);
    this.#over.resize(layout, density);
  }
}

function isSameSize(before: Scene | null, { layout, density }: Scene): boolean {
  return (
    before?.layout.width === layout.width &&
    before.layout.height === layout.height &&
    before.layout.unit === layout.unit &&
    before.density === density
  );
}

function isSamePlace(before: Scene | null, { model, layout, palette }: Scene): boolean {
  return before?.model === model && before.layout === layout && before.palette === palette;
}

/** All but the buyers, who have a canvas of their own. */
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
