// What the page tells the thread that paints one of its floors, and what the thread answers.
import type { Canvases, Scene } from './painter.ts';
import type { FloorShape } from './places.ts';
import type { SeatParcel } from './seat-parcel.ts';

/** What is to be seen but for the seats themselves, which are told apart. */
export type SceneParts = Omit<Scene, 'model'>;

export type PaintOrder =
  | {
      readonly kind: 'canvases';
      readonly canvases: Canvases<OffscreenCanvas>;
      /** performance.timeOrigin of the page: times of seats are by its clock. */
      readonly timeOriginMs: number;
    }
  /** Another floor; all of its seats follow, and then the scene. */
  | { readonly kind: 'floor'; readonly shape: FloorShape; readonly regions: readonly string[] }
  | { readonly kind: 'seats'; readonly parcel: SeatParcel }
  /** What is another thing than before; the first time all of it. */
  | { readonly kind: 'scene'; readonly parts: Partial<SceneParts> };

/** `ready`: it listens; `took`: seats, so that no more than a few wait for it. */
export type PaintAnswer = 'ready' | 'took';
