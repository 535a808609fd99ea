// <world-seat> in somebody else's page: from a disk without a network, under hostile styles, on
// paper, and a report of one file. What it shows is what the server said of the same bursts.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { openTestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { EMBED_FILE, openFile, openFolder, pageOf, verdictsOf } from './embed-deck.ts';
import { takePicture, takePictures } from './pictures.ts';

const SIZE_LIMIT_BYTES = 100_000;
const later = leftovers();
let browser: Browser;
let ids: readonly string[];
let recordingScript: string;
let recording: string;
let report: string;
/** What the server says: "dsql LINEARIZABLE". */
let said: readonly string[];

interface Fired {
  readonly breakIt: { readonly bursts: readonly { readonly id: string }[] };
}
interface Judged {
  readonly burst: {
    readonly engine: { readonly id: string };
    readonly verdict: { readonly result: string; readonly doubleSells: number };
  };
}

beforeAll(async () => {
  if (noBrowser) return;
  const server = await openTestServer(later);
  const fire = 'mutation { breakIt(input: { seat: "A1", buyers: 40, wait: true }) ';
  const fired = await server.ask<Fired>(`${fire} { ... on BreakIt { bursts { id } } } }`);
  ids = fired.breakIt.bursts.map(({ id }) => id);
  const judging = 'query ($id: ID!) { burst(id: $id) { engine { id } verdict { result } } }';
  const judged = await Promise.all(ids.map((id) => server.ask<Judged>(judging, { id })));
  said = judged.map(({ burst }) => `${burst.engine.id} ${burst.verdict.result}`);
  const get = async (path: string): Promise<string> => (await fetch(`${server.url}${path}`)).text();
  recordingScript = await get(`/recordings/${ids.join('+')}.js`);
  recording = await get(`/recordings/${ids.join('+')}.ndjson`);
  report = await get(`/bursts/${ids[1]}.html`);
  browser = await openBrowser();
  later(() => browser.close());
});

const ELEMENT = 'world-seat';
const shown = (page: Page) => page.locator(`${ELEMENT} [data-showing=RECORDED]`).waitFor();
const seek = (page: Page, atMs: number) =>
  page.evaluate(`document.querySelector('${ELEMENT}').seek(${atMs})`);
const END_MS = 1e9;

test.skipIf(noBrowser)('embed.js is one file of at most 100 kB gzipped', async () => {
  const size = gzipSync(await readFile(EMBED_FILE), { level: 9 }).length;
  expect(size).toBeLessThanOrEqual(SIZE_LIMIT_BYTES);
  // It is the whole of it: nothing is loaded later.
  expect(await readFile(EMBED_FILE, 'utf8')).not.toMatch(/import\(|@import|url\(['"]?http/);
});

describe.skipIf(noBrowser)('from a disk, with the network cut', () => {
  test('it shows the recording, says RECORDED and when, and judges as the server did', async () => {
    const body = `<script>addEventListener('worldseat-ready', (event) => {
      (globalThis.told ??= []).push(event.detail); });
      addEventListener('worldseat-verdict', (event) => {
      (globalThis.verdicts ??= {})[event.detail.engine] = event.detail; });</script>
      <world-seat replay="recording"></world-seat>`;
    const folder = await openFolder(later, {
      'deck.html': pageOf(body),
      'recording.js': recordingScript,
    });
    const { page, foreign, complaints } = await openFile(browser, join(folder, 'deck.html'));
    await shown(page);
    expect(await verdictsOf(page.locator(ELEMENT))).not.toEqual(said);
    await seek(page, END_MS);
    await waitFor(async () => (await verdictsOf(page.locator(ELEMENT))).join() === said.join());
    const words = await page.locator(`${ELEMENT} .world-seat`).innerText();
    expect(words.match(/RECORDED/g)).toHaveLength(ids.length);
    expect(words).toContain(String(new Date().getFullYear()));
    expect(await page.evaluate('globalThis.told.at(-1)')).toMatchObject({
      ...{ showing: 'RECORDED', recordedAt: expect.stringMatching(/^\d{4}-/) as string },
    });
    const verdicts = await page.evaluate<Record<string, { result: string }>>('globalThis.verdicts');
    expect(ids.map((_, at) => said[at])).toEqual(
      Object.entries(verdicts).map(([engine, { result }]) => `${engine} ${result}`),
    );
    expect(await takePictures(page, 'embed-recorded')).toEqual([]);
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
    await page.context().close();
  });

  test('the recording may stand in the page, and a single engine may be chosen', async () => {
    const inline = `<script type="application/x-ndjson" id="there">${recording}</script>`;
    const body = `${inline}<world-seat replay="#there" engine="dynamodb" poster="end"></world-seat>
      <world-seat engine="dsql" poster="end">${inline.replace(' id="there"', '')}</world-seat>`;
    const folder = await openFolder(later, { 'deck.html': pageOf(body, []) });
    const { page } = await openFile(browser, join(folder, 'deck.html'));
    await waitFor(async () => (await page.locator('[data-showing=RECORDED]').count()) === 2);
    expect(await verdictsOf(page.locator(ELEMENT).nth(0))).toEqual(['dynamodb VIOLATED']);
    expect(await verdictsOf(page.locator(ELEMENT).nth(1))).toEqual(['dsql LINEARIZABLE']);
    await page.context().close();
  });

  test.each([
    ['<world-seat></world-seat>', 'npm run record'],
    ['<world-seat replay="talk.ndjson"></world-seat>', 'A page on a disk may not read talk.ndjson'],
    ['<world-seat replay="#nowhere"></world-seat>', 'no recording with the id #nowhere'],
    ['<world-seat replay="damaged"></world-seat>', 'cannot be read: line 1: expected a header'],
    [
      '<world-seat replay="recording" engine="oracle">',
      'no burst of oracle; it has dsql, dynamodb',
    ],
    ['<world-seat theme="blue">', 'theme must be dark or light, not “blue”'],
  ])('where nothing can be shown it says why: %s', async (element, words) => {
    const damaged = "(globalThis.worldSeatRecordings ??= {})['damaged'] = '{}';";
    const folder = await openFolder(later, {
      'deck.html': pageOf(element),
      'recording.js': recordingScript + damaged,
    });
    const { page, complaints } = await openFile(browser, join(folder, 'deck.html'));
    await page.locator('[data-showing=NOTHING]').waitFor();
    expect(await page.locator(`${ELEMENT} .world-seat`).innerText()).toContain(words);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(noBrowser)('styles', () => {
  const HOSTILE = `<style>
    body * { all: unset !important; display: none !important; color: lime !important;
      font: 90px fantasy !important; }
    :root { --stage: lime; --text: lime; --world-seat-rem: 90px; font-size: 90px; }
    section, button, canvas { width: 3px !important; } .band { display: none !important }
  </style>`;
  const looks = `(() => {
    const root = document.querySelector('world-seat').shadowRoot;
    return ['.world-seat', 'h2', '.band', '.headline', 'canvas', '.transport'].map((at) => {
      const { color, fontSize, width, height, display, backgroundColor } =
        getComputedStyle(root.querySelector(at));
      return { at, color, fontSize, width, height, display, backgroundColor };
    });
  })()`;

  test('do not leak in, however hostile the page, and do not leak out', async () => {
    const element = `<world-seat replay="recording" poster="end"></world-seat>`;
    const canary = '<p id="canary">p</p><button id="other">b</button>';
    const folder = await openFolder(later, {
      'calm.html': pageOf(`<style>body { margin: 0 }</style>${element}${canary}`),
      'hostile.html': pageOf(`<style>body { margin: 0 }</style>${HOSTILE}${element}`),
      'without.html': pageOf(`<style>body { margin: 0 }</style>${canary}`),
      'recording.js': recordingScript,
    });
    const seen: Record<string, unknown> = {};
    for (const name of ['calm', 'hostile']) {
      const { page } = await openFile(browser, join(folder, `${name}.html`));
      await page.locator(`${ELEMENT} [data-verdict=VIOLATED]`).waitFor();
      seen[name] = await page.evaluate(looks);
      expect(await takePicture(page, `embed-${name}-960`)).toEqual([]);
      await page.context().close();
    }
    expect(seen['hostile']).toEqual(seen['calm']);
    const look = `['canary', 'other'].map((id) =>
      JSON.stringify({ ...getComputedStyle(document.getElementById(id)) }))`;
    const [with_, without] = await Promise.all(
      ['calm', 'without'].map(async (name) => {
        const { page } = await openFile(browser, join(folder, `${name}.html`));
        const result = await page.evaluate(look);
        await page.context().close();
        return result;
      }),
    );
    expect(with_).toEqual(without);
  });
});

describe.skipIf(noBrowser)('a report', () => {
  test('opens from a disk with the network cut, and its verdict is the server’s', async () => {
    const folder = await openFolder(later, { 'report.html': report });
    const path = join(folder, 'report.html');
    const { page, foreign, complaints } = await openFile(browser, path);
    await shown(page);
    const verdict = await waitFor(async () => {
      const [only] = await verdictsOf(page.locator(ELEMENT));
      return only?.endsWith('UNPROVEN') === false && only;
    });
    expect(verdict).toBe(said[1]);
    // The words beside it are the server's.
    expect(await page.locator('body > section h3').first().innerText()).toBe('VIOLATED');
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
    expect(await takePictures(page, 'report')).toEqual([]);
    await page.context().close();
  });
});
