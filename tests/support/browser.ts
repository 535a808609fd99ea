// A real browser, headless: the one on this machine, or the one that CHROMIUM names.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** True where the tests of a browser are to be skipped: none is here, and this is not CI. */
export const noBrowser = findBrowser() === null && process.env['CI'] !== 'true';
if (noBrowser) {
  console.warn('NO BROWSER: its tests are SKIPPED. Install chromium, or set CHROMIUM to its path.');
}

/** @throws when there is none: a test of the page must not pass without one */
export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium on PATH; set CHROMIUM to its path.');
  // As root, Chromium runs without its sandbox or not at all; it only visits our own pages.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

function findBrowser(): string | null {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, MAC].find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
