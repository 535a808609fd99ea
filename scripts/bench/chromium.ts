// A headless Chromium for the benches of the page: the one on this machine, or the one that CHROMIUM
// names.
import { chromium, type Browser } from 'playwright-core';

const DEBIANS = '/usr/bin/chromium';

export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? DEBIANS,
    // As root, Chromium runs without its sandbox or not at all; it only visits our own pages.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}
