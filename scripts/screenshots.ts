// Pictures of the page at the three sizes that it is made for, from a server that runs already:
//
//   npm run screenshots -- --url http://127.0.0.1:4000               as it stands
//   npm run screenshots -- --url http://127.0.0.1:4000 --buyers 60   presses Break it first
//
// They go to artifacts/, which is not committed. CHROMIUM names the browser, if it is not where
// Debian puts it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';

const SIZES = [
  { name: 'stage', width: 1_920, height: 1_080 },
  { name: 'embed', width: 960, height: 540 },
  { name: 'phone', width: 390, height: 844 },
] as const;
const LIMIT_MS = 120_000;
const MOST_LOOKS = 100;
const FOLDER = join(import.meta.dirname, '..', 'artifacts');

async function openPage(
  browser: Browser,
  url: string,
  size: (typeof SIZES)[number],
): Promise<Page> {
  const page = await browser.newPage({ viewport: size });
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(url);
  await page.locator('[data-verdict]:not([data-verdict=NONE])').first().waitFor();
  return page;
}

async function breakIt(page: Page, buyers: string): Promise<void> {
  const engines = await page.locator('[data-burst]').count();
  await page.getByLabel('Buyers').fill(buyers);
  await page.getByRole('button', { name: 'Break it' }).click();
  await page.locator('[data-burst=RUNNING]').first().waitFor();
  await page
    .locator('[data-burst=SETTLED]')
    .nth(engines - 1)
    .waitFor();
}

/** Waits until the picture stands still: flashes and embers have an end. What moves on is told. */
async function settled(page: Page): Promise<void> {
  let before = '';
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const now = (await page.screenshot()).toString('base64');
    if (now === before) return;
    before = now;
  }
  console.error(`After ${MOST_LOOKS} looks the picture still moves; it is taken as it is.`);
}

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    buyers: { type: 'string' },
  },
});
mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const [index, size] of SIZES.entries()) {
    const page = await openPage(browser, values.url, size);
    if (index === 0 && values.buyers !== undefined) await breakIt(page, values.buyers);
    await settled(page);
    const path = join(FOLDER, `${size.name}-${size.width}x${size.height}.png`);
    await page.screenshot({ path, fullPage: size.name === 'phone' });
    console.log(path);
    await page.close();
  }
} finally {
  await browser.close();
}
