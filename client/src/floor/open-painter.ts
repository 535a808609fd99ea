// Who paints a floor: the page itself, unless the page's root says otherwise: see paint-in-threads.ts.
// An element that is one file, in somebody else's page, has no thread to give it to.
import { getContext } from 'svelte';
import { FloorPainter, type Canvases, type Painter } from './painter.ts';
import { Turns } from './turns.ts';

/** @param name tells the floor from others in the browser's tools */
export type OpenPainter = (canvases: Canvases<HTMLCanvasElement>, name: string) => Painter;

/** Of the page's context, an OpenPainter. */
export const PAINTERS = Symbol('who paints floors');

/** Of all floors that the page paints itself. */
const turns = new Turns();

export const openOnPage: OpenPainter = (canvases) => new FloorPainter(canvases, turns);

/** To be called while a component is made. */
export function painterOpener(): OpenPainter {
  return getContext<OpenPainter | undefined>(PAINTERS) ?? openOnPage;
}
