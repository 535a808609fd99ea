// Joins the canvas of the buyers in motion to the browser's frames. They are written anew for every
// frame by a replay on the page, so they are painted there. It stops at once when closed.
import { ActorLayer, type ActorScene } from './actor-layer.ts';

export class ActorPainter {
  readonly #layer: ActorLayer;
  #scene: ActorScene | null = null;
  #frameRequest: number | null = null;
  #sizeStale = true;
  #placesStale = true;

  constructor(canvas: HTMLCanvasElement) {
    this.#layer = new ActorLayer(canvas);
  }

  show(scene: ActorScene): void {
    const before = this.#scene;
    this.#scene = scene;
    if (!isSameSize(before, scene)) this.#sizeStale = true;
    if (!isSamePlace(before, scene)) this.#placesStale = true;
    if (this.#placesStale || before?.actors !== scene.actors) this.#request();
  }

  /** Paints what waits for the next frame now: before a page is printed. */
  flush(): void {
    this.close();
    this.#frame();
  }

  close(): void {
    if (this.#frameRequest !== null) cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = null;
  }

  #request(): void {
    this.#frameRequest ??= requestAnimationFrame(() => {
      this.#frameRequest = null;
      this.#frame();
    });
  }

  #frame(): void {
    const scene = this.#scene;
    if (scene === null || scene.layout.width < 1 || scene.layout.height < 1) return;
    const { layout, density } = scene;
    if (this.#sizeStale) this.#layer.resize(layout.width * density, layout.height * density);
    const moved = this.#placesStale;
    this.#sizeStale = false;
    this.#placesStale = false;
    if (this.#layer.paint(scene, moved)) this.#request();
  }
}

function isSameSize(before: ActorScene | null, { layout, density }: ActorScene): boolean {
  return (
    before?.layout.width === layout.width &&
    before.layout.height === layout.height &&
    before.density === density
  );
}

/** Another size is another layout or another density. */
function isSamePlace(before: ActorScene | null, scene: ActorScene): boolean {
  const { layout, palette, density } = scene;
  return before?.layout === layout && before.palette === palette && before.density === density;
}
