// The lab and the page of a burst in a real browser, against a whole server of its own: a part of the
// matrix is chosen and run by hand, a cell is opened, and the burst's file is judged in the browser.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import type { TestServer } from '../support/server.ts';
import type { PageWatch } from './page-watch.ts';
import { takePictures } from './pictures.ts';
import { openWatchedPage } from './watched-page.ts';

const LIMIT_MS = 90_000;
const later = leftovers();
let server: TestServer;
let page: Page;
let watch: PageWatch;

beforeAll(async () => {
  if (noBrowser) return;
  ({ server, page, watch } = await openWatchedPage(later, LIMIT_MS));
});

/** Leaves only these ticked in the group of choices. */
async function choose(group: string, wanted: readonly string[]): Promise<void> {
  const boxes = page.getByRole('group', { name: group }).getByRole('checkbox');
  for (const box of await boxes.all()) {
    await box.setChecked(wanted.includes((await box.getAttribute('value')) ?? ''));
  }
}

const cellOf = (engine: string, strategy: number) =>
  page.getByRole('row', { name: engine }).getByRole('cell').nth(strategy).locator('.cell');

describe.skipIf(noBrowser)('the lab', () => {
  test('runs what is chosen, and shows that naive code breaks where nothing stops it', async () => {
    await page.goto(`${server.url}/lab`);
    await page.getByText('Choose what to compare').first().click();
    await choose('Engines', ['dynamodb', 'postgres-serializable']);
    await choose('Code', ['NAIVE']);
    await choose('Scenarios', ['ONE_SEAT']);
    await page.getByLabel('Buyers a cell').fill('24');
    await page.getByRole('button', { name: 'Run the lab' }).click();
    await cellOf('DynamoDB', 0).locator('svg[aria-label=Violated]').waitFor();
    await cellOf('serializable', 0).locator('svg[aria-label=Linearizable]').waitFor();
    await expect(cellOf('serializable', 0).innerText()).resolves.toContain('holds');
    expect(await takePictures(page, 'lab')).toEqual([]);
  });

  test('opens a cell’s burst: judged here from its file, with evidence, hash and files', async () => {
    const href = await cellOf('DynamoDB', 0).getAttribute('href');
    await cellOf('DynamoDB', 0).click();
    await page.locator('[data-verdict=VIOLATED]').waitFor();
    const id = href?.split('/').at(-1) ?? '';
    const { burst } = await server.ask<{ burst: { sha256: string } }>(
      'query ($id: ID!) { burst(id: $id) { sha256 } }',
      { id },
    );
    const text = await page.locator('main').innerText();
    expect(text).toContain(burst.sha256);
    expect(text).toContain('RECORDED');
    expect(text).toContain('EMBEDDED');
    expect(await page.getByRole('group', { name: 'When they bought' }).count()).toBeGreaterThan(0);
    const file = await fetch(`${server.url}/bursts/${id}.ndjson`);
    expect(file.status).toBe(200);
  });

  test('a burst that does not exist is said in words', async () => {
    await page.goto(`${server.url}/bursts/none-such`);
    await page.getByRole('alert').waitFor();
    expect(await takePictures(page, 'run-missing')).toEqual([]);
    await expect(page.getByRole('alert').innerText()).resolves.toMatch(/no burst|none-such/i);
  });

  test('asks nobody else, and nothing went wrong on the page', () => {
    expect(watch.foreign).toEqual([]);
    // The browser itself notes the burst that does not exist.
    expect(watch.complaints.filter((line) => !line.includes('404'))).toEqual([]);
  });
});
