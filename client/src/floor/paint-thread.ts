// The thread that paints one floor: it has the floor's canvases, and a model of its own that is told
// of every seat that changes. The page's thread only tells; what it is busy with delays no frame here.
import latinFont from '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2?url';
import { contextOf, scratchCanvas } from './canvas.ts';
import { FloorModel } from './model.ts';
import type { PaintAnswer, PaintOrder, SceneParts } from './paint-orders.ts';
import { FloorPainter } from './painter.ts';
import { unpackParcel } from './seat-parcel.ts';

type Order<Kind extends PaintOrder['kind']> = Extract<PaintOrder, { kind: Kind }>;

class PaintThread {
  #painter: FloorPainter | null = null;
  #model: FloorModel | null = null;
  #parts: SceneParts | null = null;
  #clockAheadMs = 0;

  readonly #takes: { readonly [Kind in PaintOrder['kind']]: (order: Order<Kind>) => void } = {
    canvases: ({ canvases, timeOriginMs }) => {
      this.#clockAheadMs = timeOriginMs - performance.timeOrigin;
      this.#painter = new FloorPainter(canvases, null);
    },
    floor: ({ shape, regions }) => {
      this.#model = new FloorModel(shape, regions);
    },
    seats: ({ parcel }) => {
      if (this.#model !== null) unpackParcel(this.#model, parcel, this.#clockAheadMs);
      answer('took');
    },
    scene: ({ parts }) => {
      // The first time all of it is told.
      this.#parts = { ...(this.#parts ?? (parts as SceneParts)), ...parts };
      if (this.#model !== null) this.#painter?.show({ ...this.#parts, model: this.#model });
    },
  };

  take<Kind extends PaintOrder['kind']>(order: Order<Kind> & { readonly kind: Kind }): void {
    this.#takes[order.kind](order);
  }

  refresh(): void {
    this.#painter?.refresh();
  }
}

const answer = (what: PaintAnswer): void => postMessage(what);

/** A thread has none of the page's fonts; until this one has come, another one writes. */
async function loadFont(): Promise<void> {
  const { fonts } = globalThis as { readonly fonts?: FontFaceSet };
  const face = new FontFace('Archivo Variable', `url(${latinFont})`, {
    weight: '100 900',
    stretch: '62% 125%',
  });
  fonts?.add(face);
  await face.load();
}

/**
 * In Firefox a thread's first text waits for the page; and a page of which a picture is taken waits for
 * the canvases that threads have. So that they never wait for each other, it is measured before any.
 */
function meetFonts(): void {
  contextOf(scratchCanvas()).measureText('A1');
}

const thread = new PaintThread();
addEventListener('message', ({ data }: MessageEvent<PaintOrder>) => thread.take(data));
meetFonts();
answer('ready');
void loadFont().then(
  () => thread.refresh(),
  // As on the page: a font that does not come is done without.
  () => undefined,
);
