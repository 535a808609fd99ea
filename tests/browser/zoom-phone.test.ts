// The floor beneath fingers, on a page that scrolls: one finger scrolls the page over the whole floor
// and moves a floor that is close; two come closer, about the point between them; a tap buys only what
// it can mean. Chromium decides itself what the touches are, as on a phone.
import { VENUES } from '@worldseat/schema/domain';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { RESET } from '../support/operations.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { Fingers } from './fingers.ts';
import { middleOf, nameOf, seenOf, VenueMap, type At, type Seen } from './floor-hand.ts';
import { watchPage, type PageWatch } from './page-watch.ts';
import { takePicture } from './pictures.ts';

const LIMIT_MS = 60_000;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const later = leftovers();
let server: TestServer;
let page: Page;
let watch: PageWatch;
let map: VenueMap;
let floor: Locator;
let fingers: Fingers;

beforeAll(async () => {
  if (noBrowser) return;
  const { arena } = VENUES;
  if (arena === undefined) throw new Error('there is no arena');
  map = new VenueMap(arena);
  server = await openTestServer(later, { settings: { WORLDSEAT_ENGINES: 'dsql' } });
  await server.ask(RESET, { venue: 'arena' });
  const browser = await openBrowser();
  later(() => browser.close());
  page = await browser.newPage(PHONE);
  page.setDefaultTimeout(LIMIT_MS);
  watch = await watchPage(page, new URL(server.url).origin);
  await page.goto(server.url);
  floor = page.locator('section[aria-labelledby=engine-dsql]');
  await floor.locator('.floor.live').waitFor();
  fingers = await Fingers.on(page);
});

/** The whole floor, in the middle of the screen. */
beforeEach(async () => {
  if (noBrowser) return;
  await floor.locator('.surface').evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await button('Zoom in').focus();
  await page.keyboard.press('0');
  await waitFor(async () => (await seen()).k === 1);
});

const button = (name: string): Locator =>
  floor.getByRole('group', { name: 'Zoom' }).getByRole('button', { name });
const seen = (): Promise<Seen> => seenOf(floor);
const scrolled = (): Promise<number> => page.evaluate<number>('scrollY');
/** 1: the page itself was not zoomed. */
const pageZoom = (): Promise<number> => page.evaluate<number>('visualViewport.scale');
const tickets = async (): Promise<number> => {
  const { ledger } = await server.ask<{ ledger: { totalCount: number } }>(
    '{ ledger(engine: "dsql", first: 1) { totalCount } }',
  );
  return ledger.totalCount;
};

/** By two fingers, about a seat. */
async function comeCloserTo(seat: string, factor: number): Promise<Seen> {
  await fingers.pinch(map.pointOf(await seen(), seat), factor, 40);
  return waitFor(async () => {
    const now = await seen();
    return now.k > 1 ? now : null;
  });
}

/** In venue units, of which a seat has 32. */
function expectSamePlace(one: At, other: At): void {
  expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeLessThan(8);
}

describe.skipIf(noBrowser)('one finger', () => {
  test('scrolls the page over the whole floor, up and down', async () => {
    const before = await scrolled();
    const { x, y } = middleOf(await seen());
    await fingers.drag([
      { x, y },
      { x, y: y - 120 },
    ]);
    await waitFor(async () => (await scrolled()) > before + 60);
    await fingers.drag([
      { x, y: y - 60 },
      { x, y: y + 60 },
    ]);
    await waitFor(async () => (await scrolled()) < before + 60);
    expect(await seen()).toMatchObject({ k: 1, x: 0, y: 0 });
    expect(await tickets()).toBe(0);
  });

  test('moves a floor that is close, and the page stays', async () => {
    const close = await comeCloserTo('205-E-5', 3);
    const before = await scrolled();
    const from = middleOf(close);
    const held = map.placeAt(close, from);
    const to = { x: from.x + 40, y: from.y - 50 };
    await fingers.drag([from, to]);
    const moved = await seen();
    expectSamePlace(map.placeAt(moved, to), held);
    expect(moved.k).toBe(close.k);
    expect(await scrolled()).toBe(before);
    expect(await tickets()).toBe(0);
  });

  test('scrolls the page again once the whole floor is seen', async () => {
    await comeCloserTo('205-E-5', 3);
    const whole = await button('Whole floor').boundingBox();
    if (whole === null) throw new Error('there is no way back');
    await fingers.tap({ x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 });
    await waitFor(async () => (await seen()).k === 1);
    const before = await scrolled();
    const { x, y } = middleOf(await seen());
    await fingers.drag([
      { x, y },
      { x, y: y - 120 },
    ]);
    await waitFor(async () => (await scrolled()) > before + 60);
  });
});

describe.skipIf(noBrowser)('two fingers', () => {
  test('come closer about the point between them, and the page keeps its size', async () => {
    const far = await seen();
    const before = await scrolled();
    const at = map.pointOf(far, '112-F-5');
    await fingers.pinch(at, 3, 40);
    const close = await waitFor(async () => {
      const now = await seen();
      return now.k > 1 ? now : null;
    });
    expect(close.k).toBeGreaterThan(2.4);
    expect(close.k).toBeLessThan(3.1);
    expectSamePlace(map.placeAt(close, at), map.placeAt(far, at));
    expect(await pageZoom()).toBe(1);
    expect(await scrolled()).toBe(before);
    await floor.locator('.minimap').waitFor();
    expect(await takePicture(page, 'zoom-pinched-390')).toEqual([]);
  });

  test('go back to the whole floor', async () => {
    const close = await comeCloserTo('112-F-5', 3);
    await fingers.pinch(middleOf(close), 0.2, 200);
    await waitFor(async () => (await seen()).k === 1);
    expect(await seen()).toMatchObject({ k: 1, x: 0, y: 0 });
    await floor.locator('.minimap').waitFor({ state: 'detached' });
    expect(await pageZoom()).toBe(1);
  });
});

describe.skipIf(noBrowser)('a tap', () => {
  test('on seats too small for a finger comes closer, and buys nothing', async () => {
    const far = await seen();
    expect(map.pitch(far)).toBeLessThan(14);
    const at = map.pointOf(far, '112-F-5');
    await fingers.tap(at);
    const close = await waitFor(async () => {
      const now = await seen();
      return now.k > 1 ? now : null;
    });
    expect(close.k).toBeCloseTo(2.5, 5);
    expectSamePlace(map.placeAt(close, at), map.placeAt(far, at));
    expect(await tickets()).toBe(0);
  });

  test('twice comes closer once, and the page keeps its size', async () => {
    await fingers.tap(map.pointOf(await seen(), '112-F-5'), 2);
    const close = await waitFor(async () => {
      const now = await seen();
      return now.k > 1 ? now : null;
    });
    expect(close.k).toBeCloseTo(2.5, 5);
    expect(await pageZoom()).toBe(1);
    expect(await tickets()).toBe(0);
  });

  test('on a seat that is close buys that seat', async () => {
    let now = await comeCloserTo('112-F-5', 4);
    if (map.pitch(now) < 26) {
      await fingers.pinch(map.pointOf(now, '112-F-5'), 2, 40);
      now = await waitFor(async () => {
        const closer = await seen();
        return closer.k > now.k ? closer : null;
      });
    }
    const { x, y } = map.pointOf(now, '112-F-5');
    const at = { x: x + 4, y: y - 3 };
    expect(map.seatAt(now, at)).toBe('112-F-5');
    await fingers.tap(at);
    const receipt = page.getByLabel('Receipt');
    await receipt.locator('[data-outcome=CONFIRMED]', { hasText: nameOf('112-F-5') }).waitFor();
    expect(await tickets()).toBe(1);
    await receipt.getByRole('button', { name: 'Close' }).click();
  });
});

describe.skipIf(noBrowser)('the minimap', () => {
  test('follows a finger, and the page stays', async () => {
    const { k } = await comeCloserTo('112-F-5', 3);
    const before = await scrolled();
    const box = await floor.locator('.minimap').boundingBox();
    if (box === null) throw new Error('there is no minimap');
    const across = (share: number): At => ({
      x: box.x + box.width * share,
      y: box.y + box.height * 0.5,
    });
    await fingers.drag([across(0.3), across(0.7)]);
    const { width, x } = await seen();
    expect((width / 2 - x) / k / width).toBeCloseTo(0.7, 1);
    expect(await scrolled()).toBe(before);
  });
});

describe.skipIf(noBrowser)('all the while', () => {
  test('nothing was asked of another origin, and the console stayed silent', () => {
    expect({ foreign: watch.foreign, complaints: watch.complaints }).toEqual({
      foreign: [],
      complaints: [],
    });
  });
});
