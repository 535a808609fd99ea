// Notes when the pixel in the middle of each seat stops being that of a free seat: in the page itself, at the moment
// when the page puts its pixels on the canvas. The page's own code is not touched, and pays for the
// looking.
import type { Page } from 'playwright-core';
import { seatPositions, type Venue } from '@worldseat/schema/domain';

const LIMIT_MS = 60_000;
const POLL_MS = 250;

const canvasOf = (engine: string): string =>
  `section[aria-labelledby="engine-${engine}"] canvas.base`;

/** Runs in the page before its own code. */
const WATCHER = `(() => {
  const watches = new Map();
  const put = CanvasRenderingContext2D.prototype.putImageData;
  CanvasRenderingContext2D.prototype.putImageData = function (image, ...place) {
    put.call(this, image, ...place);
    const watch = watches.get(this.canvas);
    if (watch === undefined) return;
    const nowMs = performance.timeOrigin + performance.now();
    const pixels = new Uint32Array(image.data.buffer);
    const left = [];
    for (const seat of watch.left) {
      if (pixels[watch.at[seat]] === watch.free) left.push(seat);
      else watch.changedMs[seat] = nowMs;
    }
    watch.left = left;
  };
  window.pixelWatch = {
    /** Every seat looks the same: none is sold. */
    start(canvas, at) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const pixels = new Uint32Array(data.buffer);
      const free = pixels[at[0]];
      if (!at.every((place) => pixels[place] === free)) return false;
      const left = at.map((_, seat) => seat);
      watches.set(canvas, { at, free, left, changedMs: new Array(at.length).fill(null) });
      return true;
    },
    changed: (canvas) => watches.get(canvas).changedMs,
  };
})()`;

/** To be called before the page is opened. */
export async function installPixelWatch(page: Page): Promise<void> {
  await page.addInitScript({ content: WATCHER });
}

/**
 * Waits until every seat of the floor looks the same, which is free, and watches from then on.
 * @throws when that does not come to pass
 */
export async function watchPixels(page: Page, engine: string, venue: Venue): Promise<void> {
  const query = JSON.stringify(canvasOf(engine));
  const size = await page.evaluate<{ width: number; height: number; density: number }>(
    `(({ width, height, clientWidth, clientHeight }) => ({
      width: clientWidth, height: clientHeight, density: width / clientWidth,
    }))(document.querySelector(${query}))`,
  );
  const at = JSON.stringify(placesOf(venue, size));
  const start = `pixelWatch.start(document.querySelector(${query}), ${at})`;
  await page.waitForFunction(start, undefined, { timeout: LIMIT_MS, polling: POLL_MS });
}

/** When each seat stopped looking free, ms since the epoch by the page's clock; null: it did not. */
export function changedPixels(page: Page, engine: string): Promise<readonly (number | null)[]> {
  return page.evaluate(
    `pixelWatch.changed(document.querySelector(${JSON.stringify(canvasOf(engine))}))`,
  );
}

/** The pixel in the middle of each seat: the floor is as large as its box allows, centred. */
function placesOf(
  venue: Venue,
  { width, height, density }: { width: number; height: number; density: number },
): number[] {
  const [left = 0, top = 0, right = 1, bottom = 1] = venue.bounds;
  const scale = Math.min(width / (right - left), height / (bottom - top));
  const originX = width / 2 - ((left + right) / 2) * scale;
  const originY = height / 2 - ((top + bottom) / 2) * scale;
  const positions = seatPositions(venue);
  const columns = Math.round(width * density);
  return Array.from({ length: venue.seatCount }, (_, seat) => {
    const x = Math.round((originX + (positions[seat * 2] ?? 0) * scale) * density);
    const y = Math.round((originY + (positions[seat * 2 + 1] ?? 0) * scale) * density);
    return y * columns + x;
  });
}
