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
  const floors = new Map();
  const watches = new Map();
  const put = CanvasRenderingContext2D.prototype.putImageData;
  CanvasRenderingContext2D.prototype.putImageData = function (image, ...place) {
    put.call(this, image, ...place);
    const watch = watches.get(this.canvas);
    if (watch !== undefined) look(watch, this.canvas, new Uint32Array(image.data.buffer));
  };
  function look(watch, canvas, pixels) {
    if (watch.size !== sizeOf(canvas)) place(watch, canvas, pixels);
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
  const sizeOf = ({ width, height }) => width + 'x' + height;
  /** The floor has another size: its seats have other pixels. Most of those that are left are free. */
  function place(watch, canvas, pixels) {
    watch.size = sizeOf(canvas);
    watch.at = placesOf(canvas);
    const still = new Set(alone(watch.at));
    const left = [...watch.left.subarray(0, watch.count)];
    for (const seat of left) if (!still.has(seat)) watch.changedMs[seat] = NaN;
    watch.left = Int32Array.from(left.filter((seat) => still.has(seat)));
    watch.count = watch.left.length;
    const times = new Map();
    for (const seat of watch.left) {
      const colour = pixels[watch.at[seat]];
      times.set(colour, (times.get(colour) ?? 0) + 1);
    }
    watch.free = [...times].sort(([, one], [, other]) => other - one)[0]?.[0];
  }
  /** The pixel in the middle of each seat: the floor is as large as its box allows, centred. */
  function placesOf(canvas) {
    const { bounds: [left, top, right, bottom], positions } = floors.get(canvas);
    const { clientWidth: width, clientHeight: height } = canvas;
    const density = canvas.width / width;
    const scale = Math.min(width / (right - left), height / (bottom - top));
    const originX = width / 2 - ((left + right) / 2) * scale;
    const originY = height / 2 - ((top + bottom) / 2) * scale;
    return Int32Array.from({ length: positions.length / 2 }, (_, seat) => {
      const x = Math.round((originX + positions[seat * 2] * scale) * density);
      const y = Math.round((originY + positions[seat * 2 + 1] * scale) * density);
      return y * canvas.width + x;
    });
  }
  /** Those whose pixel is that of no other seat. */
  function alone(at) {
    const times = new Map();
    for (const place of at) times.set(place, (times.get(place) ?? 0) + 1);
    return [...at.keys()].filter((seat) => times.get(at[seat]) === 1);
  }
  window.pixelWatch = {
    know: (canvas, floor) => void floors.set(canvas, floor),
    /** @returns how many seats are watched; 0: not all of them look the same, so some are sold */
    start(canvas) {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const pixels = new Uint32Array(data.buffer);
      const at = placesOf(canvas);
      const left = Int32Array.from(alone(at));
      const free = pixels[at[left[0]]];
      if (!left.every((seat) => pixels[at[seat]] === free)) return 0;
      const changedMs = new Float64Array(at.length).fill(NaN);
      for (const seat of left) changedMs[seat] = Infinity;
      const size = sizeOf(canvas);
      watches.set(canvas, { at, free, left, changedMs, size, count: left.length });
      return left.length;
    },
    /** By seat, as text: JSON has no Infinity. */
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
  const { bounds } = venue;
  const floor = JSON.stringify({ bounds, positions: [...seatPositions(venue)] });
  await page.evaluate(`pixelWatch.know(${canvas}, ${floor})`);
  const limits = { timeout: LIMIT_MS, polling: POLL_MS };
  const watched = await page.waitForFunction(`pixelWatch.start(${canvas})`, undefined, limits);
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
