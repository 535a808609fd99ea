// All canvases of one floor together: those of its painter, and that of the buyers in motion.
import type { ActorScene } from './actor-layer.ts';
import { ActorPainter } from './actor-painter.ts';
import type { Painter, Scene } from './painter.ts';

/** Everything that is to be seen; with `calm` nothing flashes, burns or trails. */
export type FloorScene = Scene & Pick<ActorScene, 'actors'>;

export class FloorCanvases {
  readonly #painter: Painter;
  readonly #actors: ActorPainter;

  /** @param painter is closed with it; @param buyers lies between the painter's two canvases */
  constructor(painter: Painter, buyers: HTMLCanvasElement) {
    this.#painter = painter;
    this.#actors = new ActorPainter(buyers);
  }

  show({ actors, ...scene }: FloorScene): void {
    this.#painter.show(scene);
    const { layout, palette, density, calm } = scene;
    this.#actors.show({ actors, layout, palette, density, calm });
  }

  /** Paints again what is written: its font has come. */
  refresh(): void {
    this.#painter.refresh();
  }

  /** Before the page is printed. */
  flush(): void {
    this.#painter.flush();
    this.#actors.flush();
  }

  close(): void {
    this.#painter.close();
    this.#actors.close();
  }
}
