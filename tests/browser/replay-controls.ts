// The controls of a replay, by hand: wherever they stand, on the stage, on a burst's page or alone.
import type { Locator, Page } from 'playwright-core';

const MOST_MARKS = 200;

export const replayControls = (page: Page): Locator =>
  page.getByRole('group', { name: 'Replay controls' });

/** Stands at the moment at which a seat is sold a second time, and only then. @throws if none is */
export async function toContradiction(page: Page): Promise<void> {
  const controls = replayControls(page);
  await controls.getByRole('slider').press('Home');
  const next = controls.getByRole('button', { name: 'To the next mark' });
  const contradiction = controls.locator('.last[data-kind=CONTRADICTION]');
  for (let marks = 0; (await contradiction.count()) === 0; marks += 1) {
    if (marks > MOST_MARKS) throw new Error('the replay has no contradiction');
    await next.click();
  }
}

/** Does not wait for the ten seconds that a replay lasts. */
export async function toEnd(page: Page): Promise<void> {
  await replayControls(page).getByRole('slider').press('End');
}
