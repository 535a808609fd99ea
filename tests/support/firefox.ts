// Firefox as it is installed on this machine, or the one that FIREFOX names; headless, driven by
// WebDriver BiDi, for which no patched build is needed.
import { launch, type Browser } from 'puppeteer-core';
import { isMissing, LAUNCH_LIMIT_MS, pathOf, type BrowserKind } from './installed-browser.ts';

const FIREFOX: BrowserKind = {
  setting: 'FIREFOX',
  names: ['firefox', 'firefox-esr'],
  onMac: '/Applications/Firefox.app/Contents/MacOS/firefox',
};

/** True where its tests are to be skipped: none is here, and this is not CI. */
export const noFirefox = isMissing(FIREFOX);

/** @throws when there is none: a test of the page must not pass without one */
export function openFirefox(): Promise<Browser> {
  const executablePath = pathOf(FIREFOX);
  return launch({ browser: 'firefox', executablePath, headless: true, timeout: LAUNCH_LIMIT_MS });
}
