// Which key moves the view of a floor that has the focus. Pure.
import type { Layout, Point } from './layout.ts';
import { HOME, isHome, panned, zoomedBy, zoomPoint, type View } from './view.ts';

/** By which a key or a button zooms. */
export const ZOOM_STEP = 1.6;

/** For the help: what they do on a floor that was clicked or tabbed to. */
export const FLOOR_KEYS = [
  { caps: ['+'], words: 'Closer, to the seat in question' },
  { caps: ['−'], words: 'Farther away' },
  { caps: ['←', '↑', '↓', '→'], words: 'Along, while a part is seen' },
  { caps: ['0', 'Esc'], words: 'The whole floor' },
] as const;

type Move = (home: Layout, view: View) => View;

const ZOOMS: Readonly<Record<string, number>> = {
  '+': ZOOM_STEP,
  '=': ZOOM_STEP,
  '-': 1 / ZOOM_STEP,
  _: 1 / ZOOM_STEP,
};

/** Only what is zoomed in has somewhere to go: else the key is the page's. */
const PANS: Readonly<Record<string, Move>> = {
  0: () => HOME,
  Escape: () => HOME,
  ArrowLeft: (home, view) => panned(home, view, -1, 0),
  ArrowRight: (home, view) => panned(home, view, 1, 0),
  ArrowUp: (home, view) => panned(home, view, 0, -1),
  ArrowDown: (home, view) => panned(home, view, 0, 1),
};

/** @param seat in question, on the whole floor. @returns null when the key is not the floor's */
export function viewAfterKey(
  home: Layout,
  view: View,
  key: string,
  seat: Point | null,
): View | null {
  const factor = ZOOMS[key];
  if (factor !== undefined) return zoomedBy(home, view, factor, zoomPoint(home, view, seat));
  return isHome(view) ? null : (PANS[key]?.(home, view) ?? null);
}
