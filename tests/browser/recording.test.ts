// A recording in a real browser: saved from the stage, opened by picker, drop and link, several takes
// by key, refused in words when it is none, and replayed with no server at all.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { dropFile } from './drop-file.ts';
import { burstsAfter, lastBursts } from './last-bursts.ts';
import { watchPage, type PageWatch } from './page-watch.ts';
import { toEnd } from './replay-controls.ts';

const LIMIT_MS = 60_000;
const BUYERS = '20';
const later = leftovers();
let server: TestServer;
let browser: Browser;
let page: Page;
let watch: PageWatch;
let folder = '';
/** The recording of one burst, and where it was. */
let file = '';
let firstIds: string[] = [];

beforeAll(async () => {
  if (noBrowser) return;
  server = await openTestServer(later);
  folder = await tempFolder(later);
  browser = await openBrowser();
  later(() => browser.close());
  // Small: what is tested here is what is recorded, not how it looks.
  page = await browser.newPage({ viewport: { width: 1_280, height: 720 } });
  page.setDefaultTimeout(LIMIT_MS);
  watch = await watchPage(page, new URL(server.url).origin);
  await page.goto(server.url);
  await page.locator('[data-verdict=UNPROVEN]').nth(1).waitFor();
  await page.getByLabel('Buyers').fill(BUYERS);
  await page.getByLabel('Buyers').blur();
});

const replay = (on = page): Locator => on.getByRole('complementary', { name: 'Replay' });
const verdict = (result: string, on = page): Locator => on.locator(`[data-verdict=${result}]`);

/** Fires by key; the bursts' ids once the page shows them settled. */
async function fire(): Promise<string[]> {
  const before = await lastBursts(server);
  await page.keyboard.press('b');
  const ids = await burstsAfter(server, before);
  for (const id of ids) await page.locator(`a[href="/bursts/${id}"]`).waitFor();
  return ids;
}

async function textOf(href: string | null): Promise<string> {
  const reply = await page.request.get(new URL(href ?? '', server.url).href);
  expect(reply.status()).toBe(200);
  return reply.text();
}

const drop = (name: string, text: string): Promise<void> => dropFile(page, name, text);

describe.skipIf(noBrowser)('a recording', () => {
  test('is saved from a replay, and opened by the picker', async () => {
    firstIds = await fire();
    await page.keyboard.press('r');
    const href = await replay().getByText('Save recording').getAttribute('href');
    expect(href).toBe(`/recordings/${firstIds.join('+')}.ndjson`);
    file = join(folder, 'talk.ndjson');
    await writeFile(file, await textOf(href));
    await page.keyboard.press('r');
    await replay().waitFor({ state: 'detached' });
    await page.getByLabel('A recording').setInputFiles(file);
    await replay().getByText('RECORDED').first().waitFor();
    await toEnd(page);
    await verdict('VIOLATED').waitFor();
    await page.keyboard.press('r');
    await replay().waitFor({ state: 'detached' });
  });

  test('of two bursts has two takes, dropped on the page and turned by key', async () => {
    await fire();
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    const href = await page.getByText('Save all bursts of this talk').getAttribute('href');
    await page.keyboard.press('Escape');
    await drop('both.ndjson', await textOf(href));
    await replay().getByText('Take 1 of 2').waitFor();
    await page.keyboard.press('n');
    await replay().getByText('Take 2 of 2').waitFor();
    await page.keyboard.press('Shift+N');
    await replay().getByText('Take 1 of 2').waitFor();
    await page.keyboard.press('r');
    await replay().waitFor({ state: 'detached' });
  });

  test('that is none is refused with the line and the reason', async () => {
    await drop('slides.ndjson', '{"slides":[]}\n');
    const notice = page.locator('[data-notice]');
    await notice.getByText('“slides.ndjson” is no recording of WorldSeat (line 1').waitFor();
    const [first = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
    await drop('cut.ndjson', [first, '{"k":"nonsense"', ...lines].join('\n'));
    await notice.getByText('(line 2').waitFor();
    expect(await replay().count()).toBe(0);
  });

  test('B ends the replay: the buyers come now', async () => {
    await page.keyboard.press('r');
    await replay().waitFor();
    await fire();
    expect(await replay().count()).toBe(0);
  });

  test('is opened by link, and judged there', async () => {
    const src = `/recordings/${firstIds.join('%2B')}.ndjson`;
    await page.goto(`${server.url}/replay?src=${src}`);
    await toEnd(page);
    await verdict('VIOLATED').waitFor();
    await verdict('LINEARIZABLE').waitFor();
    await page.goto(`${server.url}/replay?src=https://example.org/talk.ndjson`);
    await page.getByText('A link opens recordings of this server only.').waitFor();
  });

  test('is replayed with no server at all, once the page is there', async () => {
    const context = await browser.newContext();
    const alone = await context.newPage();
    const watched = await watchPage(alone, new URL(server.url).origin);
    await alone.goto(`${server.url}/replay`, { waitUntil: 'networkidle' });
    await context.setOffline(true);
    await alone.getByLabel('A recording').setInputFiles(file);
    await toEnd(alone);
    await verdict('VIOLATED', alone).waitFor();
    await verdict('LINEARIZABLE', alone).waitFor();
    expect(watched.complaints).toEqual([]);
    await context.close();
  });

  test('nothing was asked of another origin, and the console stayed silent', () => {
    expect({ foreign: watch.foreign, complaints: watch.complaints }).toEqual({
      ...{ foreign: [], complaints: [] },
    });
  });
});
