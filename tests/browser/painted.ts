// Waiting until a page has painted what it shows. Now and then a headless Chromium schedules no frame
// at all for a page, and then whatever waits for one waits for ever: asked for a picture it paints
// again. What stands still even so is said, with what the page knows about it.
import type { Frame, Page } from 'playwright-core';

/** For each wait: a limit for what stands still, far beyond what a busy machine takes. */
const LIMIT_MS = 10_000;
const PICTURES = 2;

/** A page that does not paint, in a browser that was asked to. */
export class PageStandsStill extends Error {
  override readonly name = 'PageStandsStill';
  readonly code = 'PAGE_STANDS_STILL';
}

/**
 * Letters are there, what moves once has moved, and what a new size set going is painted: the layout,
 * then its observers, then the canvases.
 */
export const PAINTED = `(async () => {
  await document.fonts.ready;
  const ending = document.getAnimations().filter(({ effect }) =>
    effect.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
  for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
})()`;

const STATE = `JSON.stringify({
  shown: document.visibilityState, fonts: document.fonts.status,
  moving: document.getAnimations().map(({ playState, pending, effect }) =>
    [effect.target.className, playState, pending]),
})`;

/** @param script that ends after some frames. @throws PageStandsStill */
export async function framesPass(
  page: Page,
  script = PAINTED,
  frame: Frame = page.mainFrame(),
  limitMs = LIMIT_MS,
): Promise<void> {
  const passed = frame.evaluate(script).then(() => true);
  for (let pictures = 0; ; pictures += 1) {
    if ((await within(passed, limitMs)) === true) return;
    if (pictures === PICTURES) break;
    await within(page.screenshot(), limitMs);
  }
  const state = await within(page.evaluate<string>(STATE), limitMs);
  throw new PageStandsStill(`${page.url()} paints no frame: ${state ?? 'it does not answer'}`);
}

/** @returns null when it takes longer: whatever comes of it then is nobody's */
export async function within<T>(work: Promise<T>, limitMs: number): Promise<T | null> {
  work.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
