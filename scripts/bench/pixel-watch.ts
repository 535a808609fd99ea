// Notes when the pixel in the middle of each seat stops being that of a free seat: in the page itself,
// in the very memory that the page puts on its canvas, so nothing is read back from the canvas and no
// picture is taken. A change is dated in the frame after the one that painted it: by then the browser
// has taken that frame over from the page. The looking costs the page one comparison a seat and paint,
// about a third of a millisecond for 80,000; the page's own code is not touched.
import type { Page } from 'playwright-core';
import { seatPositions, type Venue } from '@worldseat/schema/domain';

const LIMIT_MS = 60_000;
const POLL_MS = 250;

const canvasOf = (engine: string): string =>
  `document.querySelector('section[aria-labelledby="engine-${engine}"] canvas.base')`;

/** Runs in the page before its own code. */
const WATCHER = `(() => {
  const watches = new Map();
  const put = CanvasRenderingContext2D.prototype.putImageData;
  CanvasRenderingContext2D.prototype.putImageData = function (image, ...place) {
    put.call(this, image, ...place);
    const watch = watches.get(this.canvas);
    if (watch !== undefined) look(watch, new Uint32Array(image.data.buffer));
  };
  function look(watch, pixels) {
    const { at, free, left, changedMs } = watch;
    const changed = [];
    let kept = 0;
    for (let each = 0; each < watch.count; each += 1) {
      const seat = left[each];
      if (pixels[at[seat]] === free) left[kept++] = seat;
      else changed.push(seat);
    }
    watch.count = kept;
    if (changed.length === 0) return;
    requestAnimationFrame(() => {
      const nowMs = performance.timeOrigin + performance.now();
      for (const seat of changed) changedMs[seat] = nowMs;
    });
  }
  /** Those whose pixel is that of no other seat. */
  function alone(at) {
    const times = new Map();
    for (const place of at) times.set(place, (times.get(place) ?? 0) + 1);
    return at.flatMap((place, seat) => (times.get(place) === 1 ? [seat] : []));
  }
  window.pixelWatch = {
    /** @returns how many seats are watched; 0: not all of them look the same, so some are sold */
    start(canvas, at) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const pixels = new Uint32Array(data.buffer);
      const seats = alone(at);
      const free = pixels[at[seats[0]]];
      if (!seats.every((seat) => pixels[at[seat]] === free)) return 0;
      const changedMs = new Float64Array(at.length).fill(NaN);
      for (const seat of seats) changedMs[seat] = Infinity;
      watches.set(canvas, {
        ...{ free, changedMs, count: seats.length },
        at: Int32Array.from(at), left: Int32Array.from(seats),
      });
      return seats.length;
    },
    /** Of a watch, by seat; null: it did not change; NaN, as text: it is not watched. */
    changed: (canvas) => [...watches.get(canvas).changedMs].map(String),
  };
})()`;

/** To be called before the page is opened. */
export async function installPixelWatch(page: Page): Promise<void> {
  await page.addInitScript({ content: WATCHER });
}

/**
 * Waits until every seat of the floor looks the same, which is free, and watches from then on.
 * @returns how many seats are watched: those that do not share their pixel
 * @throws when that does not come to pass
 */
export async function watchPixels(page: Page, engine: string, venue: Venue): Promise<number> {
  const canvas = canvasOf(engine);
  const size = await page.evaluate<{ width: number; height: number; density: number }>(
    `(({ width, clientWidth, clientHeight }) => ({
      width: clientWidth, height: clientHeight, density: width / clientWidth,
    }))(${canvas})`,
  );
  const start = `pixelWatch.start(${canvas}, ${JSON.stringify(placesOf(venue, size))})`;
  const limits = { timeout: LIMIT_MS, polling: POLL_MS };
  const watched = await page.waitForFunction(start, undefined, limits);
  return Number(await watched.jsonValue());
}

/**
 * When each seat stopped looking free, ms since the epoch by the page's clock; Infinity: it did not;
 * NaN: it is not watched.
 */
export async function changedPixels(page: Page, engine: string): Promise<readonly number[]> {
  const changed = await page.evaluate<string[]>(`pixelWatch.changed(${canvasOf(engine)})`);
  return changed.map(Number);
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
