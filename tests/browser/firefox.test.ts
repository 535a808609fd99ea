// The same page in Firefox: the stage is painted, broken by its button, replayed and stepped; the
// embed stands in a page of somebody else, live and recorded; and a recording is judged with no
// server left. axe-core judges the stage, the replay and the embed here, too.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noFirefox, openFirefox } from '../support/firefox.ts';
import { leftovers } from '../support/leftovers.ts';
import { WITNESS, type VerdictAnswer } from '../support/operations.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { seriousFaults } from './axe.ts';
import { cutOff } from './cut-off.ts';
import { openFolder, pageOf } from './embed-deck.ts';
import { inkScript, type Ink } from './ink.ts';
import { burstsAfter, lastBursts, STAGE_ENGINES } from './last-bursts.ts';
import { PAINTED } from './painted.ts';
import { SIZES } from './pictures.ts';

const LIMIT_MS = 60_000;
const PICTURES = join(import.meta.dirname, '..', '..', 'artifacts', 'screenshots');
const later = leftovers();
const complaints: string[] = [];
const foreign: string[] = [];
let server: TestServer;
let browser: Browser;
let page: Page;
/** The file of the burst at which both verdicts were seen. */
let recording = '';

beforeAll(async () => {
  if (noFirefox) return;
  server = await openTestServer(later);
  browser = await openFirefox();
  later(() => browser.close());
  page = await openPage();
});

async function openPage(): Promise<Page> {
  const opened = await browser.newPage();
  await opened.setViewport({ width: 1_920, height: 1_080 });
  opened.setDefaultTimeout(LIMIT_MS);
  opened.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${server.url}/`) && !/^(data|blob|file):/.test(url)) foreign.push(url);
  });
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  return opened;
}

const column = (engine: string, part: string): string =>
  `section[aria-labelledby=engine-${engine}] ${part}`;
const verdictOf = (engine: string): Promise<string | null> =>
  page.$eval(column(engine, '[data-verdict]'), (band) => band.getAttribute('data-verdict'));
const inkOf = async (engine: string): Promise<Ink> =>
  (await page.evaluate(inkScript(engine))) as Ink;
/** Where it stands now, by a real mouse: the page may be playing. */
async function press(name: string): Promise<void> {
  const selector = `button[aria-label="${name}"]`;
  await page.waitForSelector(selector);
  await page.click(selector);
}

/** At every size, kept for people to look at. @returns what is cut off, or serious for axe-core */
async function takePictures(name: string): Promise<string[]> {
  await mkdir(PICTURES, { recursive: true });
  const faults: string[] = [];
  for (const [width, height] of SIZES) {
    await page.setViewport({ width, height });
    await page.evaluate(PAINTED);
    const found = await cutOff((look, sought) => page.evaluate(look, sought));
    found.push(...(await seriousFaults(page)));
    faults.push(...found.map((fault) => `${width}: ${fault}`));
    await page.screenshot({ path: join(PICTURES, `firefox-${name}-${width}.png`) });
  }
  return faults;
}

describe.skipIf(noFirefox)('Firefox', () => {
  test('axe-core finds there what is planted', async () => {
    const planted = await browser.newPage();
    await planted.setContent('<html lang="en"><title>Planted</title><img src="data:," /></html>');
    expect((await seriousFaults(planted)).map((fault) => fault.split(':')[0])).toEqual([
      'image-alt',
    ]);
    await planted.close();
  });

  test('paints both floors, and claims nothing of a floor that sold nothing', async () => {
    await page.goto(server.url);
    for (const engine of STAGE_ENGINES) {
      await page.waitForSelector(column(engine, '[data-verdict=UNPROVEN]'));
      const ink = await waitFor(async () => {
        const seen = await inkOf(engine);
        return seen.free > 1_000 ? seen : null;
      });
      expect({ sold: ink.sold, hot: ink.hot }).toEqual({ sold: 0, hot: 0 });
    }
  });

  test('Break it: both verdicts are the witness’s, and the seat is painted', async () => {
    await page.click('button.break');
    await waitFor(async () => (await page.$$('[data-burst=SETTLED]')).length === 2);
    await page.waitForSelector('[data-verdict=VIOLATED]');
    await page.waitForSelector('[data-verdict=LINEARIZABLE]');
    for (const engine of STAGE_ENGINES) {
      const { witness } = await server.ask<VerdictAnswer>(WITNESS, { engine, seat: 'A1' });
      expect(await verdictOf(engine)).toBe(witness.result);
      const hero = await page.$eval(column(engine, '[data-hero]'), (big) => big.textContent);
      expect(hero).toBe(String(witness.doubleSells));
    }
    await waitFor(async () => {
      const [clean, broken] = [await inkOf('dsql'), await inkOf('dynamodb')];
      return clean.sold > 50 && clean.hot === 0 && broken.hot > 50;
    });
    expect(await takePictures('stage')).toEqual([]);
  });

  test('R replays it, steps are taken by button, and R goes back to live', async () => {
    await page.keyboard.press('r');
    // A step stands still, however far it has played by then.
    await press('A step back');
    await page.waitForSelector('button[aria-label=Play]');
    const moment = (): Promise<number> =>
      page.$eval('input[type=range]', (slider) => slider.valueAsNumber);
    await page.focus('input[type=range]');
    await page.keyboard.press('Home');
    expect(await moment()).toBe(0);
    await press('A step on');
    const stepped = await moment();
    expect(stepped).toBeGreaterThan(0);
    await press('To the next mark');
    expect(await moment()).toBeGreaterThan(stepped);
    await page.focus('input[type=range]');
    await page.keyboard.press('End');
    await page.waitForSelector('[data-verdict=LINEARIZABLE]');
    expect(await takePictures('replay')).toEqual([]);
    await page.keyboard.press('r');
    await page.waitForSelector('button.break');
    await page.waitForSelector('[data-verdict=VIOLATED]');
  });

  test('the embed in a page from a disk judges its recording', async () => {
    const ids = (await lastBursts(server)).map(({ id }) => id).join('+');
    const folder = await openFolder(later, {
      'recording.js': await textOf(`/recordings/${ids}.js`),
      'talk.ndjson': await textOf(`/recordings/${ids}.ndjson`),
      'deck.html': pageOf('<world-seat replay="recording" poster="end"></world-seat>'),
      'live.html': pageOf(
        `<world-seat src="${server.url}" replay="recording" seat="A1"></world-seat>`,
      ),
    });
    recording = join(folder, 'talk.ndjson');
    await page.goto(pathToFileURL(join(folder, 'deck.html')).href);
    await page.waitForSelector('world-seat >>> [data-showing=RECORDED]');
    await page.waitForSelector('world-seat >>> [data-engine=dsql] [data-verdict=LINEARIZABLE]');
    await page.waitForSelector('world-seat >>> [data-engine=dynamodb] [data-verdict=VIOLATED]');
    expect(await takePictures('embed-recorded')).toEqual([]);
    await page.goto(pathToFileURL(join(folder, 'live.html')).href);
    const box = await page.waitForSelector('world-seat >>> iframe');
    const frame = await box?.contentFrame();
    const before = await lastBursts(server);
    await frame?.waitForSelector('footer button:enabled');
    // By script: the mouse of WebDriver BiDi does not reach a frame of another origin.
    await frame?.$eval('footer button', (button) => button.click());
    await burstsAfter(server, before);
    await frame?.waitForSelector('[data-verdict=VIOLATED]');
    await page.waitForSelector('world-seat >>> [data-showing=LIVE]');
    await takePictures('embed-live');
  });

  test('the server goes: the embed shows its recording, and a page that is there opens another', async () => {
    const alone = await openPage();
    await alone.goto(`${server.url}/replay`);
    const file = await alone.waitForSelector('input[type=file]');
    await page.bringToFront();
    await server.close();
    const shown = "document.querySelector('world-seat').shadowRoot.querySelector('[data-showing]')";
    const showing = (): Promise<unknown> => page.evaluate(`${shown}?.dataset.showing`);
    await waitFor(async () => (await showing()) === 'RECORDED', { limitMs: LIMIT_MS });
    await alone.bringToFront();
    await file?.uploadFile(recording);
    await alone.waitForSelector('input[type=range]');
    await alone.focus('input[type=range]');
    await alone.keyboard.press('End');
    await alone.waitForSelector('[data-verdict=VIOLATED]');
    await alone.waitForSelector('[data-verdict=LINEARIZABLE]');
    page = alone;
    expect(await takePictures('replay-page')).toEqual([]);
  });

  test('nothing was asked of another origin, and the console stayed silent', () => {
    // The browser itself notes that a server is gone.
    const own = complaints.filter((line) => !line.includes('can’t establish a connection'));
    expect({ foreign, own }).toEqual({ foreign: [], own: [] });
  });
});

async function textOf(path: string): Promise<string> {
  const reply = await fetch(`${server.url}${path}`);
  expect(reply.status).toBe(200);
  return reply.text();
}
