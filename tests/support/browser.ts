// A real browser, headless: the Chromium of this machine, or the one that CHROMIUM names.
import { chromium, type Browser } from 'playwright-core';
import { isMissing, LAUNCH_LIMIT_MS, pathOf, type BrowserKind } from './installed-browser.ts';

const CHROMIUM: BrowserKind = {
  setting: 'CHROMIUM',
  names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  onMac: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
};

/** True where the tests of a browser are to be skipped: none is here, and this is not CI. */
export const noBrowser = isMissing(CHROMIUM);

/** @param more of its arguments. @throws when there is none: a test must not pass without one */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = pathOf(CHROMIUM);
  // As root, Chromium runs without its sandbox or not at all; it only visits our own pages.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  args.push(...more);
  return chromium.launch({ executablePath, args, timeout: LAUNCH_LIMIT_MS });
}
