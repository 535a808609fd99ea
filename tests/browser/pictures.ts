// Screenshots at the sizes that matter, kept as artefacts for people to judge.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '..', '..', 'artifacts', 'screenshots');

/** The page's size afterwards is the last of them. */
const SIZES = [
  [960, 540],
  [390, 844],
  [1_920, 1_080],
] as const;

/** @param name of the file, without the width that follows it */
export async function takePictures(page: Page, name: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await takePicture(page, `${name}-${width}`);
  }
}

/** As the page stands. */
export async function takePicture(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
