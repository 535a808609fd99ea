// For whoever prefers less motion nothing moves by itself, and all of it is there: the floor after a
// burst, and a replay that stands at its end and goes where it is stepped to. And on a screen of
// higher density the canvases have exactly its pixels.
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { takePicture } from './pictures.ts';
import { replayControls } from './replay-controls.ts';

const LIMIT_MS = 60_000;
const FRAMES = 60;
/** Of an odd size, so that columns do not end at whole pixels. */
const WINDOW = ['--window-size=1003,701'];
const later = leftovers();
let browser: Browser;
let server: TestServer;
let calm: Page;

beforeAll(async () => {
  if (noBrowser) return;
  server = await openTestServer(later);
  browser = await openBrowser();
  later(() => browser.close());
  calm = await openStage({ reducedMotion: 'reduce' });
});

async function openStage(options: BrowserContextOptions, from = browser): Promise<Page> {
  const page = await from.newPage({ viewport: { width: 960, height: 540 }, ...options });
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(server.url);
  await page.locator('[data-verdict]:not([data-verdict=NONE])').nth(1).waitFor();
  return page;
}

const verdict = (page: Page, result: string): Locator => page.locator(`[data-verdict=${result}]`);
const momentOf = async (page: Page): Promise<number> =>
  Number(await replayControls(page).getByRole('slider').inputValue());
const heroesOf = (page: Page): Promise<string[]> => page.locator('[data-hero]').allInnerTexts();

/** How many of the next frames show another picture on any canvas, or another moment. */
const changes = (page: Page): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const look = () => [...document.querySelectorAll('canvas')].map((it) => it.toDataURL()).join() +
      document.querySelector('input[type=range]')?.value;
    let [seen, changed] = [look(), 0];
    for (let frame = 0; frame < ${FRAMES}; frame += 1) {
      await new Promise(requestAnimationFrame);
      const now = look();
      if (now !== seen) changed += 1;
      seen = now;
    }
    return changed;
  })()`);

/** Nothing moves by itself, neither on canvases nor by styles. */
async function expectStill(page: Page): Promise<void> {
  await waitFor(async () => (await changes(page)) === 0, { what: 'a picture that stands still' });
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
}

describe.skipIf(noBrowser)('with less motion', () => {
  test('a floor on which seats are oversold stands still, and has all its numbers', async () => {
    const lively = await openStage({});
    await calm.getByRole('button', { name: 'Break it' }).click();
    await verdict(calm, 'VIOLATED').waitFor();
    await verdict(calm, 'LINEARIZABLE').waitFor();
    await verdict(lively, 'VIOLATED').waitFor();
    const moving = changes(lively);
    await expectStill(calm);
    expect(await heroesOf(calm)).toEqual(await heroesOf(lively));
    // What is looked for is there to be seen: embers rise from an oversold seat, for some seconds.
    expect(await moving).toBeGreaterThan(0);
    await lively.close();
  });

  test('a replay stands at its end with both verdicts, and goes where it is stepped to', async () => {
    const live = await heroesOf(calm);
    await calm.locator('[data-burst=SETTLED]').nth(1).waitFor();
    await calm.keyboard.press('r');
    const controls = replayControls(calm);
    await controls.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await verdict(calm, 'VIOLATED').waitFor();
    await verdict(calm, 'LINEARIZABLE').waitFor();
    expect(await heroesOf(calm)).toEqual(live);
    const end = await momentOf(calm);
    expect(end).toBe(Number(await controls.getByRole('slider').getAttribute('max')));
    await expectStill(calm);

    await controls.getByRole('button', { name: 'A step back' }).click();
    const before = await momentOf(calm);
    expect(before).toBeLessThan(end);
    await expectStill(calm);
    await controls.getByRole('slider').press('Home');
    await waitFor(async () => (await heroesOf(calm)).join() === '0,0');
    await controls.getByRole('button', { name: 'A step on' }).click();
    expect(await momentOf(calm)).toBeGreaterThan(0);
    await controls.getByRole('slider').press('End');
    await waitFor(async () => (await heroesOf(calm)).join() === live.join());
    await expectStill(calm);
  });
});

describe.skipIf(noBrowser)('on a dense screen', () => {
  test.each([2, 3])('of %i pixels a pixel every canvas has them all', async (density) => {
    const page = await openStage({ deviceScaleFactor: density });
    expect(await takePicture(page, `density-${density}-960`)).toEqual([]);
    const canvases = await page.evaluate<{ backing: number[]; shown: number[] }[]>(
      `[...document.querySelectorAll('canvas.base, canvas.over')].map((canvas) => {
        const { width, height } = canvas.getBoundingClientRect();
        return { backing: [canvas.width, canvas.height], shown: [width, height] };
      })`,
    );
    expect(canvases).toHaveLength(4);
    for (const { backing, shown } of canvases) {
      const missing = shown.map((css, at) => Math.abs(css - (backing[at] ?? 0) / density));
      // The box that is measured has whole pixels of CSS.
      expect(Math.max(...missing)).toBeLessThan(1);
    }
    await page.context().close();
  });

  // The one above is only played: the browser itself does not know how its pixels are rounded there.
  test.each([1, 1.5, 2])('of %d pixels a pixel every canvas has just these', async (density) => {
    const dense = await openBrowser([`--force-device-scale-factor=${density}`, ...WINDOW]);
    try {
      const page = await openStage({ viewport: null }, dense);
      expect(await page.evaluate('devicePixelRatio')).toBe(density);
      await waitFor(async () => (await pixelsOf(page)).every(({ own, box }) => own === box), {
        what: 'canvases with exactly the pixels of the screen that they cover',
      });
      expect(await pixelsOf(page)).toHaveLength(4);
    } finally {
      await dense.close();
    }
  });
});

/** Of a canvas itself, and of the screen that it covers, as the browser rounds its edges. */
const pixelsOf = (page: Page): Promise<{ own: string; box: string }[]> =>
  page.evaluate(`Promise.all(
    [...document.querySelectorAll('canvas.base, canvas.over')].map((canvas) =>
      new Promise((resolve) => {
        const observer = new ResizeObserver(([{ devicePixelContentBoxSize: [box] }]) => {
          observer.disconnect();
          const own = canvas.width + ' × ' + canvas.height;
          resolve({ own, box: box.inlineSize + ' × ' + box.blockSize });
        });
        observer.observe(canvas, { box: 'device-pixel-content-box' });
      }),
    ),
  )`);
