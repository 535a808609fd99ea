// The deck of examples/slidev in Slidev itself: what a slide's coming and going does, what the keys of
// a clicker do, what the presenter's other views must not do, what is on paper, and that a stage
// without the internet is enough.
import type { Browser, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { waitFor } from '../support/wait-for.ts';
import { verdictsOf } from './embed-deck.ts';
import { endOf, offers, plays, stands, standTogether, timeOf } from './embed-transport.ts';
import { buildSlidevDeck, installSlidevDeck, serveSlidevDeck } from './embed-slidev-deck.ts';
import { serveFolder } from './embed-serve-folder.ts';

/** More clicks than the recording has stops: the last ones are its end. */
const CLICKS = 20;
/**
 * Slides of this test: on one the element is itself a step, and there before it is seen; on the other
 * the clicks of the deck say at which stop it is.
 */
const MORE_SLIDES = `
---
layout: none
---

<world-seat v-click replay="recording" take="1" autoplay steps class="absolute inset-0"></world-seat>

---
layout: none
clicks: ${CLICKS}
---

<world-seat replay="recording" take="1" :stop="$clicks" class="absolute inset-0"></world-seat>
`;
const INSTALL_LIMIT_MS = 600_000;
/** Slidev prepares a page when it is first asked for it, and a busy machine takes its time. */
const FIRST_SLIDE_LIMIT_MS = 120_000;
const later = leftovers();
let browser: Browser;
let folder: string | null = null;
/** The address of the deck as it is built, which ends with a slash. */
let built = '';

beforeAll(async () => {
  if (noBrowser) return;
  folder = await installSlidevDeck(later, MORE_SLIDES);
  if (folder === null) return;
  built = await serveFolder(later, await buildSlidevDeck(folder));
  browser = await openBrowser();
  later(() => browser.close());
}, INSTALL_LIMIT_MS);

interface Deck {
  readonly page: Page;
  /** Whatever was asked of another machine, and every error. */
  readonly complaints: readonly string[];
}

/** @param path such as "/2": the slide */
async function openDeck(context: TestContext, path: string, address = `${built}#`): Promise<Deck> {
  context.skip(folder === null, 'Slidev is not installed');
  const windows = await browser.newContext({ viewport: { width: 1_120, height: 630 } });
  context.onTestFinished(() => windows.close());
  const page = await windows.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' || text.startsWith('[Vue warn]')) complaints.push(text);
  });
  const isForeign = ({ protocol, hostname }: URL): boolean =>
    protocol !== 'data:' && protocol !== 'blob:' && !/^(localhost|127\.|\[::1\])/.test(hostname);
  page.on('websocket', (socket) => {
    if (isForeign(new URL(socket.url()))) complaints.push(socket.url());
  });
  await page.route(isForeign, (route) => {
    complaints.push(route.request().url());
    return route.abort();
  });
  await page.goto(`${address}${path}`);
  const slide = page.locator('.slidev-page').first();
  await slide.waitFor({ state: 'attached', timeout: FIRST_SLIDE_LIMIT_MS });
  return { page, complaints };
}

/** Where the deck stands: "/2", "/1?clicks=1". */
const place = (page: Page): string => page.url().replace(/^.*#/, '');
/** The element on a slide that is on show. */
const onShow = (page: Page, slide: number): Locator =>
  page.locator(`#slideshow .slidev-page-${slide} world-seat`);
const elsewhere = (page: Page, slide: number): Locator =>
  page.locator(`.slidev-page-${slide}.disable-view-transition world-seat`);
describe.skipIf(noBrowser)('the Slidev deck of the examples', () => {
  test('v-clicks come first; an element plays when its slide comes, stands when it goes', async (context) => {
    const { page, complaints } = await openDeck(context, '/1');
    const element = onShow(page, 2);
    await element.locator('[data-showing=RECORDED]').waitFor({ state: 'attached' });
    expect({ does: await offers(element), at: await timeOf(element) }).toEqual({
      ...{ does: 'Play', at: 0 },
    });
    await page.keyboard.press('PageDown');
    await waitFor(() => place(page) === '/1?clicks=1');
    expect(await offers(element)).toBe('Play');
    await page.keyboard.press('PageDown');
    await waitFor(() => place(page) === '/2');
    await plays(element);
    // The key of Slidev that is nobody's but Slidev's.
    await page.keyboard.press('ArrowUp');
    await waitFor(() => place(page).startsWith('/1'));
    await stands(element);
    const left = await timeOf(element);
    await page.keyboard.press('ArrowDown');
    await waitFor(async () => (await timeOf(element)) > left);
    expect(complaints).toEqual([]);
  });

  test('the clicker steps through the recording, forward and back, then turns the slide', async (context) => {
    const { page } = await openDeck(context, '/1?clicks=1');
    const element = onShow(page, 2);
    await element.locator('[data-showing=RECORDED]').waitFor({ state: 'attached' });
    const end = await endOf(element);
    await page.keyboard.press('PageDown');
    await waitFor(() => place(page) === '/2');
    const stops: number[] = [];
    for (let presses = 0; (stops.at(-1) ?? 0) < end; presses += 1) {
      expect(presses).toBeLessThan(60);
      // Twice: on its way to the stop, and there at once.
      await page.keyboard.press('PageDown');
      if ((await offers(element)) === 'Play') stops.push(await timeOf(element));
      expect(place(page)).toBe('/2');
    }
    expect(stops.length).toBeGreaterThan(1);
    await page.keyboard.press('PageDown');
    await waitFor(() => place(page) === '/3');
    await page.keyboard.press('PageUp');
    await waitFor(() => place(page).startsWith('/2'));
    await page.keyboard.press('PageUp');
    await waitFor(async () => (await timeOf(element)) < end);
    expect(place(page)).toMatch(/^\/2/);
  });

  test('the element as it is in Markdown stands at its poster, and leaves the keys to the deck', async (context) => {
    const { page, complaints } = await openDeck(context, '/3');
    const element = page.locator('#slideshow .slidev-page-3 :not(.world-seat-box) > world-seat');
    await element.locator('[data-verdict=VIOLATED]').waitFor();
    expect({
      verdicts: await verdictsOf(element),
      does: await offers(element),
      at: await timeOf(element),
    }).toEqual({ verdicts: ['dynamodb VIOLATED'], does: 'Play', at: await endOf(element) });
    await page.keyboard.press('PageDown');
    await waitFor(() => place(page) === '/4');
    expect(complaints).toEqual([]);
  });

  test('an element that is a v-click waits for it, and takes no key before', async (context) => {
    const { page } = await openDeck(context, '/5');
    const element = onShow(page, 5);
    await element.locator('[data-showing=RECORDED]').waitFor({ state: 'attached' });
    expect(await timeOf(element)).toBe(0);
    await page.keyboard.press('PageDown');
    await waitFor(() => place(page) === '/5?clicks=1');
    await plays(element);
  });
});

describe.skipIf(noBrowser)('beside the show of Slidev', () => {
  test('the presenter’s preview of the next slide stands still and takes no key', async (context) => {
    const { page, complaints } = await openDeck(context, '/presenter/1?clicks=1');
    const preview = elsewhere(page, 2);
    await preview.locator('[data-showing=RECORDED]').waitFor();
    const stood = { does: await offers(preview), at: await timeOf(preview) };
    await page.keyboard.press('PageDown');
    await waitFor(() => place(page) === '/presenter/2');
    expect(stood).toEqual({ does: 'Play', at: 0 });
    await plays(onShow(page, 2));
    expect(complaints).toEqual([]);
  });

  test('the clicks of the presenter lead the element in the audience’s window, too', async (context) => {
    const { page, complaints } = await openDeck(context, '/presenter/6');
    const audience = await page.context().newPage();
    await audience.goto(`${built}#/6`);
    const shown = [onShow(page, 6), onShow(audience, 6)];
    for (const element of shown) await element.locator('[data-showing=RECORDED]').waitFor();
    const end = await endOf(onShow(page, 6));
    expect(await standTogether(shown)).toBe(0);
    const stops = [0];
    while (stops.at(-1) !== end) {
      expect(stops.length).toBeLessThan(CLICKS);
      await page.keyboard.press('PageDown');
      // On to the first stop; from then on twice: on its way to one, and at the next one at once.
      if (stops.length > 1) await page.keyboard.press('PageDown');
      const last = stops.at(-1);
      stops.push(
        await waitFor(async () => {
          const at = await standTogether(shown);
          return at === last ? null : at;
        }),
      );
    }
    expect(stops.length).toBeGreaterThan(3);
    const clicks = 2 * stops.length - 3;
    await waitFor(() => place(audience) === `/6?clicks=${clicks}`);
    for (let back = 1; back < clicks; back += 1) await page.keyboard.press('PageUp');
    await waitFor(async () => (await standTogether(shown)) === stops[1]);
    expect(complaints).toEqual([]);
  });

  test('the pictures of the overview stand still, and the keys choose among them', async (context) => {
    const { page } = await openDeck(context, '/4');
    await page.keyboard.press('o');
    const picture = elsewhere(page, 2);
    await picture.locator('[data-showing=RECORDED]').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect({ does: await offers(picture), at: await timeOf(picture) }).toEqual({
      ...{ does: 'Play', at: 0 },
    });
    await page.keyboard.press('Enter');
    await waitFor(() => place(page) === '/2');
    await plays(onShow(page, 2));
  });

  test('its pages for export show the last frame, with the verdict and no controls', async (context) => {
    const { page, complaints } = await openDeck(context, '/export');
    const element = page.locator('.slidev-page-2 world-seat');
    await element.locator('[data-verdict=VIOLATED]').waitFor();
    expect(await verdictsOf(element)).toEqual(['dsql LINEARIZABLE', 'dynamodb VIOLATED']);
    expect(await verdictsOf(page.locator('.slidev-page-3 world-seat'))).toEqual([
      ...['dynamodb VIOLATED'],
    ]);
    expect(await page.locator('world-seat .transport').count()).toBe(0);
    const pdf = await page.pdf({ printBackground: true, preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(noBrowser)('the deck on a stage, as `npx slidev` serves it', () => {
  test('has its element on whatever page it is opened', async (context) => {
    context.skip(folder === null, 'Slidev is not installed');
    const address = await serveSlidevDeck(later, folder ?? '');
    const { page, complaints } = await openDeck(context, 'presenter/2', address);
    await plays(onShow(page, 2));
    expect(complaints).toEqual([]);
  });
});
