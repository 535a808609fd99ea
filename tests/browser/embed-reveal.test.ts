// The deck of examples/reveal from a disk, and decks like it: what a slide's coming and going does,
// what the keys of a clicker do, and what is on paper.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { waitFor } from '../support/wait-for.ts';
import { openFile, openRevealDeck, verdictsOf } from './embed-deck.ts';
import { takePicture } from './pictures.ts';

const later = leftovers();
let browser: Browser;
let folder: string;

beforeAll(async () => {
  if (noBrowser) return;
  browser = await openBrowser();
  later(() => browser.close());
  folder = await openRevealDeck(later);
});

const slide = (page: Page) => page.evaluate<number>('Reveal.getState().indexh');
const ONE_SEAT = '#one-seat world-seat';
/** Of the element on the second slide; null: its recording is not open yet. */
const timeOf = async (page: Page, element = ONE_SEAT): Promise<number> =>
  Number(await page.locator(`${element} input[type=range]`).inputValue());
const isPlaying = (page: Page, element = ONE_SEAT) =>
  page.locator(`${element} button.play`).getAttribute('aria-label');

async function openDeck(query = '', file = 'index.html') {
  const size = { width: 1_120, height: 700 };
  const opened = await openFile(browser, join(folder, file), query, { viewport: size });
  later(() => opened.page.context().close());
  await waitFor(() => opened.page.evaluate<boolean>('Reveal.isReady()'));
  return opened;
}

describe.skipIf(noBrowser)('a reveal.js deck from a disk, with the network cut', () => {
  test('an element plays when its slide comes, and stands when it goes', async () => {
    const { page, foreign, complaints } = await openDeck();
    await page.locator(`${ONE_SEAT} [data-showing=RECORDED]`).waitFor({ state: 'attached' });
    expect({ at: await timeOf(page), does: await isPlaying(page) }).toEqual({
      at: 0,
      does: 'Play',
    });
    await page.keyboard.press('ArrowRight');
    await waitFor(async () => (await isPlaying(page)) === 'Pause' && (await timeOf(page)) > 0);
    await page.evaluate('Reveal.slide(0)');
    await waitFor(async () => (await isPlaying(page)) === 'Play');
    const left = await timeOf(page);
    await page.evaluate('Reveal.slide(1)');
    await waitFor(async () => (await timeOf(page)) > left);
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
    // Last: axe-core asks for the deck's own style sheets, which a page on a disk may not read.
    expect(await takePicture(page, 'embed-reveal-1120')).toEqual([]);
  });

  test('the clicker steps through the recording, forward and back, then turns the slide', async () => {
    const { page } = await openDeck();
    await page.keyboard.press('PageDown');
    const end = Number(await page.locator(`${ONE_SEAT} input[type=range]`).getAttribute('max'));
    const stops: number[] = [];
    for (let presses = 0; (await slide(page)) === 1; presses += 1) {
      expect(presses).toBeLessThan(60);
      const before = await timeOf(page);
      // Twice: on its way to the stop, and there at once.
      await page.keyboard.press('PageDown');
      if ((await timeOf(page)) !== before) stops.push(await timeOf(page));
    }
    expect(await slide(page)).toBe(2);
    expect(stops.length).toBeGreaterThan(1);
    expect(Math.max(...stops)).toBe(end);
    await page.keyboard.press('PageUp');
    expect(await slide(page)).toBe(1);
    await page.keyboard.press('PageUp');
    await waitFor(async () => (await timeOf(page)) < end);
    expect(await slide(page)).toBe(1);
  });

  test('without steps the keys are the deck’s', async () => {
    const { page } = await openDeck('#/whole-floor');
    expect(await slide(page)).toBe(2);
    await page.keyboard.press('PageDown');
    expect(await slide(page)).toBe(3);
  });

  test('on paper every element stands at its last frame, with its verdict and no controls', async () => {
    const { page, complaints } = await openDeck('?view=print');
    await page.locator(`${ONE_SEAT} [data-verdict=LINEARIZABLE]`).waitFor();
    await page.locator(`${ONE_SEAT} [data-verdict=VIOLATED]`).waitFor();
    expect(await verdictsOf(page.locator(ONE_SEAT))).toEqual([
      ...['dsql LINEARIZABLE', 'dynamodb VIOLATED'],
    ]);
    expect(await page.locator('world-seat .transport').count()).toBe(0);
    const pdf = await page.pdf({ printBackground: true, preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(complaints).toEqual([]);
  });

  test('a deck that is printed as it stands shows the last frame, and goes back after it', async () => {
    const { page } = await openDeck('#/one-seat');
    await waitFor(async () => (await timeOf(page)) > 0);
    await page.evaluate(`document.querySelector('${ONE_SEAT}').seek(0)`);
    await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    await page.locator(`${ONE_SEAT} [data-verdict=VIOLATED]`).waitFor();
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))");
    await page.locator(`${ONE_SEAT} [data-verdict=VIOLATED]`).waitFor({ state: 'detached' });
  });

  test('inside an iframe of a slide it hears slide:start and slide:stop', async () => {
    const deck = await readFile(join(folder, 'index.html'), 'utf8');
    const inner =
      '<!doctype html><meta charset="utf-8"><body style="margin:0">' +
      '<world-seat replay="recording" autoplay style="height:100vh"></world-seat>' +
      '<script src="recording.js"></script><script src="embed.js"></script>';
    await writeFile(join(folder, 'inner.html'), inner);
    const frame = '<iframe data-src="inner.html" data-preload width="900" height="500"></iframe>';
    await writeFile(
      join(folder, 'framed.html'),
      deck.replace(/<world-seat[^>]*autoplay steps><\/world-seat>/, frame),
    );
    const { page } = await openDeck('', 'framed.html');
    const inside = page.frameLocator('#one-seat iframe');
    const plays = () => inside.locator('button.play').getAttribute('aria-label');
    await page.evaluate('Reveal.slide(1)');
    await waitFor(async () => (await plays()) === 'Pause');
    await page.evaluate('Reveal.slide(2)');
    await waitFor(async () => (await plays()) === 'Play');
  });
});
