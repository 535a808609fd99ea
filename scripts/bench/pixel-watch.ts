// Notes when the pixel in the middle of each seat stops being that of a free seat: in the thread that
// paints the floor, in the very memory that it puts on its canvas, so nothing is read back from the
// canvas and no picture is taken. A change is dated in the frame after the one that painted it: by then
// the browser has taken that frame over from the thread. The looking costs the thread one comparison a
// seat and paint, about a third of a millisecond for 80,000; the page's own code is not touched.
import type { Page, Worker } from 'playwright-core';
import { seatPositions, type Venue } from '@worldseat/schema/domain';

const LIMIT_MS = 60_000;
const POLL_MS = 250;
const RESIZED_BY_PX = 40;

/** Runs in the thread that paints a floor, before it paints. */
const WATCHER = `(() => {
  let canvas = null;
  let shown = null;
  let floor = null;
  let watch = null;
  const put = OffscreenCanvasRenderingContext2D.prototype.putImageData;
  OffscreenCanvasRenderingContext2D.prototype.putImageData = function (image, ...place) {
    put.call(this, image, ...place);
    canvas = this.canvas;
    shown = new Uint32Array(image.data.buffer);
    if (watch !== null) look(shown);
  };
  function look(pixels) {
    if (watch.size !== size()) place(pixels);
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
  const size = () => canvas.width + 'x' + canvas.height;
  /** The floor has another size: its seats have other pixels. Most of those that are left are free. */
  function place(pixels) {
    watch.size = size();
    watch.at = places();
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
  /** Half way between two pixels, either may be meant. */
  const isBetween = (at) => Math.abs(at - Math.floor(at) - 0.5) < 1e-6;
  /**
   * The pixel in the middle of each seat: the floor is as large as its box allows, centred. -1: it is
   * between two.
   */
  function places() {
    const { bounds: [left, top, right, bottom], positions } = floor;
    const { width, height } = canvas;
    const scale = Math.min(width / (right - left), height / (bottom - top));
    const originX = width / 2 - ((left + right) / 2) * scale;
    const originY = height / 2 - ((top + bottom) / 2) * scale;
    return Int32Array.from({ length: positions.length / 2 }, (_, seat) => {
      const x = originX + positions[seat * 2] * scale;
      const y = originY + positions[seat * 2 + 1] * scale;
      return isBetween(x) || isBetween(y) ? -1 : Math.round(y) * width + Math.round(x);
    });
  }
  /** Those whose pixel is that of no other seat. */
  function alone(at) {
    const times = new Map();
    for (const place of at) times.set(place, (times.get(place) ?? 0) + 1);
    return [...at.keys()].filter((seat) => at[seat] >= 0 && times.get(at[seat]) === 1);
  }
  self.pixelWatch = {
    know: (next) => void (floor = next),
    /**
     * @returns how many seats are watched; 0: not all of them look the same, so some are sold; -1:
     * nothing was painted since it looks
     */
    start() {
      if (shown === null) return -1;
      const at = places();
      const left = Int32Array.from(alone(at));
      const free = shown[at[left[0]]];
      if (!left.every((seat) => shown[at[seat]] === free)) return 0;
      const changedMs = new Float64Array(at.length).fill(NaN);
      for (const seat of left) changedMs[seat] = Infinity;
      watch = { at, free, left, changedMs, size: size(), count: left.length };
      return left.length;
    },
    /** By seat, as text: JSON has no Infinity. */
    changed: () => [...watch.changedMs].map(String),
  };
})()`;

/** To be called before the page is opened. */
export function installPixelWatch(page: Page): void {
  page.on('worker', (worker) => void worker.evaluate(WATCHER).catch(() => undefined));
}

async function threadOf(page: Page, engine: string): Promise<Worker> {
  for (const worker of page.workers()) {
    if ((await worker.evaluate('self.name')) === `floor ${engine}`) return worker;
  }
  throw new Error(`no thread paints the floor of ${engine}`);
}

/**
 * Waits until every seat of the floor looks the same, which is free, and watches from then on.
 * @returns how many seats are watched: those that do not share their pixel
 * @throws when that does not come to pass
 */
export async function watchPixels(page: Page, engine: string, venue: Venue): Promise<number> {
  const thread = await threadOf(page, engine);
  const floor = JSON.stringify({ bounds: venue.bounds, positions: [...seatPositions(venue)] });
  await thread.evaluate(`pixelWatch.know(${floor})`);
  for (const limitMs = performance.now() + LIMIT_MS; performance.now() < limitMs;) {
    const watched = Number(await thread.evaluate('pixelWatch.start()'));
    if (watched > 0) return watched;
    // A thread may have painted before it was looked at, and has had no reason to since.
    if (watched < 0) await paintAnew(page);
    await page.waitForTimeout(POLL_MS);
  }
  throw new Error(`${engine}: the seats of the floor never all looked free`);
}

/** A floor of another size is painted whole. */
async function paintAnew(page: Page): Promise<void> {
  const size = page.viewportSize();
  if (size === null) return;
  await page.setViewportSize({ ...size, height: size.height - RESIZED_BY_PX });
  await page.waitForTimeout(POLL_MS);
  await page.setViewportSize(size);
}

/**
 * When each seat stopped looking free, ms since the epoch by the page's clock; Infinity: it did not;
 * NaN: it is not watched.
 */
export async function changedPixels(page: Page, engine: string): Promise<readonly number[]> {
  const thread = await threadOf(page, engine);
  return (await thread.evaluate<string[]>('pixelWatch.changed()')).map(Number);
}
