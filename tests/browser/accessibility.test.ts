// No page of ours has a serious fault that axe-core can find, in the dark or the light theme, before
// a burst and after it. What only people can judge is not tested here.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { seriousFaults } from './axe.ts';

const LIMIT_MS = 60_000;
const later = leftovers();
let server: TestServer;
let page: Page;
let burstId: string;

const BREAK_IT = `mutation { breakIt(input: { seat: "A1", buyers: 20, seed: 7 }) {
  __typename ... on BreakIt { bursts { id } } } }`;

beforeAll(async () => {
  if (noBrowser) return;
  server = await openTestServer(later);
  const browser = await openBrowser();
  later(() => browser.close());
  page = await browser.newPage({ viewport: { width: 1_920, height: 1_080 } });
  page.setDefaultTimeout(LIMIT_MS);
});

describe.skipIf(noBrowser)('axe-core finds nothing serious', () => {
  test('and is really asked: a planted fault is found', async () => {
    await page.setContent('<html lang="en"><title>Planted</title><img src="data:," /></html>');
    expect((await seriousFaults(page)).map((fault) => fault.split(':')[0])).toEqual(['image-alt']);
  });

  test('on the stage before anything was sold', async () => {
    await page.goto(server.url);
    await page.locator('[data-verdict=UNPROVEN]').nth(1).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('on the stage after a burst', async () => {
    const { breakIt } = await server.ask<{ breakIt: { bursts: { id: string }[] } }>(BREAK_IT, {});
    burstId = breakIt.bursts[1]?.id ?? '';
    await page.locator('[data-verdict=VIOLATED]').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('on the page of a burst', async () => {
    await page.goto(new URL(`/bursts/${burstId}`, server.url).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('[data-verdict=VIOLATED]').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('in the lab', async () => {
    await page.goto(new URL('/lab', server.url).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test.each([
    ['phone', 390, 844],
    ['slide', 960, 540],
  ])('on the stage of a %s', async (_, width, height) => {
    await page.setViewportSize({ width, height });
    await page.goto(server.url);
    await page.locator('[data-verdict=VIOLATED]').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
