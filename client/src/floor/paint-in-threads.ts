// Lets every floor of a page be painted by a thread of its own, so that the page's own is free for what
// it is told and asked. Where the browser has no threads for it, the page paints, by the same code.
import { openOnPage, PAINTERS, type OpenPainter } from './open-painter.ts';
import PaintThread from './paint-thread.ts?worker';
import { ThreadPainter } from './thread-painter.ts';

const openInThread: OpenPainter = (canvases, name) => {
  if (!('transferControlToOffscreen' in canvases.seats)) return openOnPage(canvases, name);
  return new ThreadPainter(canvases, new PaintThread({ name }), (own) => openOnPage(own, name));
};

/** For the page's root component. */
export function paintInThreads(): Map<unknown, unknown> {
  return new Map([[PAINTERS, openInThread]]);
}
