// The server goes away in the middle of a burst and comes back: the page says so, finds the server
// again by itself, and shows the floor as the ledger has it, not as it was last painted.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { WITNESS, type VerdictAnswer } from '../support/operations.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { waitFor } from '../support/wait-for.ts';

const LIMIT_MS = 90_000;
const BUYERS = '2000';
const ENGINES = ['dsql', 'dynamodb'] as const;
const later = leftovers();
let server: TestServer;
let page: Page;
let dataDir: string;

beforeAll(async () => {
  if (noBrowser) return;
  dataDir = await tempFolder(later);
  server = await openTestServer(later, { dataDir });
  const browser = await openBrowser();
  later(() => browser.close());
  page = await browser.newPage({ viewport: { width: 1_920, height: 1_080 } });
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(server.url);
});

const column = (engine: string): Locator =>
  page.locator(`section[aria-labelledby=engine-${engine}]`);
const heroOf = async (engine: string): Promise<string | null> =>
  column(engine).locator('[data-hero]').textContent();

describe.skipIf(noBrowser)('a server that stops in the middle of a burst', () => {
  test('the page says that it lost it', async () => {
    await page.getByLabel('Buyers').fill(BUYERS);
    await page.getByRole('button', { name: 'Break it' }).click();
    await page.locator('[data-burst=RUNNING]').first().waitFor();
    await server.close();
    await page.getByText('Connection lost.').waitFor();
  });

  test('and comes back by itself, to the true floor', async () => {
    const { port } = new URL(server.url);
    server = await openTestServer(later, { dataDir, settings: { PORT: port } });
    await page.getByText('Connected again.').waitFor();
    for (const engine of ENGINES) {
      await waitFor(async () => {
        const { witness } = await server.ask<VerdictAnswer>(WITNESS, { engine, seat: 'A1' });
        const shown = await column(engine).locator('[data-verdict]').getAttribute('data-verdict');
        const hero = (await heroOf(engine))?.replaceAll(',', '');
        return shown === witness.result && hero === String(witness.doubleSells);
      });
    }
  });

  test('a burst that was cut off is not called a violation on the engine that sold the seat once', async () => {
    const { witness } = await server.ask<VerdictAnswer>(WITNESS, { engine: 'dsql', seat: 'A1' });
    expect(witness.doubleSells).toBe(0);
    expect(await column('dsql').locator('[data-verdict]').getAttribute('data-verdict')).not.toBe(
      'VIOLATED',
    );
  });

  test('it can be broken again at once', async () => {
    await page.getByLabel('Buyers').fill('20');
    await page.getByRole('button', { name: 'Break it' }).click();
    await page.locator('[data-burst=SETTLED]').nth(1).waitFor();
    await page.locator('[data-verdict=VIOLATED]').waitFor();
  });
});
