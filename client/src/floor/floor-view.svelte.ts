// What part of a floor is seen, as state, and everything that moves it: hand, keys, buttons, minimap
// and "where is it?".
import { viewAfterKey } from './floor-keys.ts';
import type { Layout, Point } from './layout.ts';
import {
  broughtIntoView,
  centredOn,
  HOME,
  isHome,
  maxZoom,
  zoomedBy,
  zoomPoint,
  type View,
} from './view.ts';
import { FloorZoom } from './zoom.ts';

/** By which a double click, or a finger on seats too small for it, comes closer. */
const CLOSER = 2.5;

export class FloorView {
  now: View = $state.raw(HOME);
  readonly #calm: () => boolean;
  #zoom: FloorZoom | null = null;
  #home: Layout | null = null;
  #seat: Point | null = null;

  /** @param calm asked whenever the view moves: true: at once, without the way between */
  constructor(calm: () => boolean) {
    this.#calm = calm;
  }

  get isHome(): boolean {
    return isHome(this.now);
  }

  get isClosest(): boolean {
    return this.#home !== null && this.now.k >= maxZoom(this.#home) * 0.999;
  }

  /** Takes the node into the visitor's hand. Returns its own end. */
  attach(node: HTMLElement): () => void {
    const zoom = new FloorZoom(node, (view) => (this.now = view));
    this.#zoom = zoom;
    if (this.#home !== null) zoom.fit(this.#home);
    return () => zoom.close();
  }

  /** @param home the floor whole, in the box that it has now */
  fit(home: Layout): void {
    this.#home = home;
    this.#zoom?.fit(home);
  }

  /** @param seat in question, on the whole floor; null: none */
  regard(seat: Point | null): void {
    this.#seat = seat;
  }

  goHome(): void {
    this.#zoom?.go(HOME, this.#calm());
  }

  /** About the seat in question, unless a point of the box is given. */
  zoomBy(factor: number, at?: Point): void {
    this.#go((home, view) => zoomedBy(home, view, factor, at ?? zoomPoint(home, view, this.#seat)));
  }

  comeCloser(at: Point): void {
    this.zoomBy(CLOSER, at);
  }

  /** While only a part is seen: it moves as far as it takes to see the seat. */
  bringIntoView(seat: Point): void {
    if (!this.isHome) this.#go((home, view) => broughtIntoView(home, view, seat));
  }

  /** At once: a finger is on the minimap. @param x, y in venue units */
  lookAt(x: number, y: number): void {
    const home = this.#home;
    if (home === null) return;
    const point = { x: home.originX + x * home.scale, y: home.originY + y * home.scale };
    this.#zoom?.go(centredOn(home, point, this.now.k), true);
  }

  /** For whatever has the focus within the floor; a key that is not the floor's goes on. */
  readonly press = (event: KeyboardEvent): void => {
    const isChoosing = event.target instanceof HTMLSelectElement && event.key !== 'Escape';
    const isOther = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented;
    if (this.#home === null || isChoosing || isOther || walksSeats(event)) return;
    const next = viewAfterKey(this.#home, this.#from, event.key, this.#seat);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#zoom?.go(next, this.#calm());
  };

  #go(next: (home: Layout, view: View) => View | null): void {
    const view = this.#home === null ? null : next(this.#home, this.#from);
    if (view !== null) this.#zoom?.go(view, this.#calm());
  }

  get #from(): View {
    return this.#zoom?.goal ?? this.now;
  }
}

/** In the grid of seats arrows go from seat to seat. */
function walksSeats({ key, target }: KeyboardEvent): boolean {
  return (
    key.startsWith('Arrow') && target instanceof Element && target.closest('[role=grid]') !== null
  );
}
