// The sizes that matter, and what a page looks like at them: pictures that are kept as artefacts for
// people to judge, and the faults that a machine can find in each.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { seriousFaults } from './axe.ts';
import { cutOff } from './cut-off.ts';
import { framesPass, PAINTED } from './painted.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'artifacts', 'screenshots');

type Size = readonly [width: number, height: number];
export const SLIDE: Size = [960, 540];
const PHONE: Size = [390, 844];
const STAGE: Size = [1_920, 1_080];
/** The last is that of a stage. */
export const SIZES: readonly Size[] = [SLIDE, PHONE, STAGE];

interface PictureOptions {
  /** Brings what is to be seen at each size, whatever is open. Default: it is there. */
  readonly open?: () => Promise<unknown>;
  /** Default: all three; the page keeps the last. */
  readonly sizes?: readonly Size[];
}

/**
 * @param name of the files, without the width that follows it
 * @returns what is wrong at any size, each with its width: cut off, or serious for axe-core
 */
export async function takePictures(
  page: Page,
  name: string,
  { open, sizes = SIZES }: PictureOptions = {},
): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await open?.();
    const found = await takePicture(page, `${name}-${width}`);
    faults.push(...found.map((fault) => `${width}: ${fault}`));
  }
  return faults;
}

/** As the page stands, once it is painted. @returns what is wrong with it */
export async function takePicture(page: Page, name: string): Promise<string[]> {
  await mkdir(FOLDER, { recursive: true });
  const faults: string[] = [];
  for (const frame of page.frames()) {
    if (!(await isShown(frame))) continue;
    await framesPass(page, PAINTED, frame);
    faults.push(...(await cutOff((look, sought) => frame.evaluate(look, sought))));
  }
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  return [...faults, ...(await seriousFaults(page))];
}

/** What is hidden in a page is never painted. */
async function isShown(frame: Frame): Promise<boolean> {
  return frame.parentFrame() === null || (await frame.frameElement()).isVisible();
}
