// The page's end of a thread that paints one floor: it hands over the canvases, tells what is to be
// seen, and tells of every seat that changed. Where no thread comes about, or it fails, the page paints
// itself: a floor never stands still while seats are sold.
import type { FloorModel } from './model.ts';
import type { PaintAnswer, PaintOrder, SceneParts } from './paint-orders.ts';
import type { Canvases, Painter, Scene } from './painter.ts';
import { buffersOf, packParcel } from './seat-parcel.ts';

/** Parcels of seats under way; what changes beyond that goes into the next one, together. */
const MAX_UNDER_WAY = 8;

/** Of these canvases, a painter in the page. */
type OpenInstead = (canvases: Canvases<HTMLCanvasElement>) => Painter;

export class ThreadPainter implements Painter {
  readonly #canvases: Canvases<HTMLCanvasElement>;
  readonly #thread: Worker;
  readonly #openInstead: OpenInstead;
  #state: 'starting' | 'ready' | 'replaced' | 'closed' = 'starting';
  /** In place of the thread. */
  #own: Painter | null = null;
  #scene: Scene | null = null;
  #told: Scene | null = null;
  #unwatch: (() => void) | null = null;
  #seen = Number.NEGATIVE_INFINITY;
  #underWay = 0;

  /** @param thread runs paint-thread.ts; it is ended by close(), or by its first error */
  constructor(canvases: Canvases<HTMLCanvasElement>, thread: Worker, openInstead: OpenInstead) {
    this.#canvases = canvases;
    this.#thread = thread;
    this.#openInstead = openInstead;
    thread.onmessage = ({ data }: MessageEvent<PaintAnswer>) => this.#hear(data);
    thread.onerror = () => this.#doWithout();
  }

  show(scene: Scene): void {
    this.#scene = scene;
    this.#own?.show(scene);
    if (this.#own === null && this.#state === 'ready') this.#tell(scene);
  }

  refresh(): void {
    this.#own?.refresh();
  }

  flush(): void {
    this.#own?.flush();
  }

  close(): void {
    this.#unwatch?.();
    this.#own?.close();
    this.#thread.terminate();
    this.#state = 'closed';
  }

  #hear(answer: PaintAnswer): void {
    if (answer === 'ready' && this.#state === 'starting') this.#begin();
    if (answer !== 'took' || this.#state !== 'ready') return;
    const wasFull = this.#underWay >= MAX_UNDER_WAY;
    this.#underWay -= 1;
    if (wasFull && this.#told !== null) this.#tellSeats(this.#told.model);
  }

  #begin(): void {
    this.#state = 'ready';
    const seats = this.#canvases.seats.transferControlToOffscreen();
    const over = this.#canvases.over.transferControlToOffscreen();
    const { timeOrigin: timeOriginMs } = performance;
    this.#order({ kind: 'canvases', canvases: { seats, over }, timeOriginMs }, [seats, over]);
    if (this.#scene !== null) this.#tell(this.#scene);
  }

  #doWithout(): void {
    if (this.#state === 'replaced' || this.#state === 'closed') return;
    const areHandedOver = this.#state === 'ready';
    this.#state = 'replaced';
    this.#unwatch?.();
    this.#thread.terminate();
    const { seats, over } = this.#canvases;
    const canvases = areHandedOver ? { seats: anew(seats), over: anew(over) } : { seats, over };
    this.#own = this.#openInstead(canvases);
    if (this.#scene !== null) this.#own.show(this.#scene);
  }

  #tell(scene: Scene): void {
    const before = this.#told;
    this.#told = scene;
    if (before?.model !== scene.model) this.#tellFloor(scene.model);
    const parts = changedParts(before, scene);
    if (Object.keys(parts).length > 0 || before?.model !== scene.model) {
      this.#order({ kind: 'scene', parts });
    }
  }

  #tellFloor(model: FloorModel): void {
    const { shape, regions } = model;
    this.#unwatch?.();
    this.#unwatch = model.watch(() => this.#tellSeats(model));
    this.#order({ kind: 'floor', shape, regions });
    this.#seen = Number.NEGATIVE_INFINITY;
    this.#tellSeats(model);
  }

  #tellSeats(model: FloorModel): void {
    if (this.#underWay >= MAX_UNDER_WAY || this.#seen === model.changes.count) return;
    const parcel = packParcel(model, this.#seen);
    this.#seen = model.changes.count;
    this.#underWay += 1;
    this.#order({ kind: 'seats', parcel }, buffersOf(parcel));
  }

  #order(order: PaintOrder, handedOver: Transferable[] = []): void {
    this.#thread.postMessage(order, handedOver);
  }
}

/** A canvas whose pixels a thread has cannot be painted here ever again: another takes its place. */
function anew(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const other = canvas.cloneNode() as HTMLCanvasElement;
  canvas.replaceWith(other);
  return other;
}

/** The parts of a scene that are other things than before. */
function changedParts(before: Scene | null, scene: Scene): Partial<SceneParts> {
  const parts = Object.entries(scene) as [keyof Scene, unknown][];
  const changed = parts.filter(([key, value]) => key !== 'model' && before?.[key] !== value);
  return Object.fromEntries(changed);
}
