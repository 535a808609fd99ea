// The presenter in a real browser, against a whole server of its own: the keys, the guess before the
// reveal, and the replay by key.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import type { TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { lastBursts, STAGE_ENGINES } from './last-bursts.ts';
import type { PageWatch } from './page-watch.ts';
import { takePictures } from './pictures.ts';
import { openWatchedPage } from './watched-page.ts';

const LIMIT_MS = 60_000;
const later = leftovers();
let server: TestServer;
let page: Page;
let watch: PageWatch;

beforeAll(async () => {
  if (noBrowser) return;
  ({ server, page, watch } = await openWatchedPage(later, LIMIT_MS));
  await page.goto(server.url);
  await page.locator('[data-verdict=UNPROVEN]').nth(1).waitFor();
});

const dialog = (): Locator => page.locator('dialog[open]');
const replay = (): Locator => page.getByRole('complementary', { name: 'Replay' });
const verdictOf = (engine: string): Locator =>
  page.locator(`section[aria-labelledby=engine-${engine}] [data-verdict]`);

/** Guesses, then fires by key and waits until the bars have landed; the words of both strips. */
async function guessAndFire(guesses: readonly string[]): Promise<string[]> {
  await page.keyboard.press('p');
  for (const [at, guess] of guesses.entries()) await dialog().locator('input').nth(at).fill(guess);
  await page.keyboard.press('Enter');
  await page.locator('[data-guess=STANDING]').nth(1).waitFor();
  await page.keyboard.press('b');
  await page.locator('[data-guess=LANDED]').nth(1).waitFor();
  return page.locator('[data-guess] .words').allInnerTexts();
}

describe.skipIf(noBrowser)('the presenter', () => {
  test('? lists the keys in words, and Escape closes them', async () => {
    await page.keyboard.press('?');
    const words = await dialog().innerText();
    for (const line of ['Break it', 'Replay the last burst', 'To the next mark', 'Full screen']) {
      expect(words).toContain(line);
    }
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  });

  test('keys choose the scenario, and say what would be fired', async () => {
    await page.keyboard.press('3');
    await page.getByText('fans who may hold 4 seats and want 10 each').first().waitFor();
    await page.keyboard.press('4');
    await page.getByText('answers get lost, and they press again').first().waitFor();
    await page.keyboard.press('1');
    await page.getByText('want seat A1 at the same moment').first().waitFor();
  });

  test('a field, a control and the seats keep their keys', async () => {
    const buyers = page.getByLabel('Buyers');
    await buyers.fill('40');
    await buyers.press('p');
    expect({ open: await dialog().count(), typed: await buyers.inputValue() }).toEqual({
      ...{ open: 0, typed: '40p' },
    });
    await buyers.fill('40');
    const present = page.getByRole('button', { name: 'Present', exact: true });
    await present.press('Space');
    await page.getByText('Or drop its file anywhere on the page.').waitFor();
    await page.keyboard.press('Escape');
    const seats = page.getByRole('grid', { name: 'Seats of Aurora DSQL' });
    await seats.getByRole('gridcell').focus();
    await page.keyboard.press('ArrowRight');
    const focused = page.locator('[role=gridcell]:focus');
    await waitFor(async () => (await focused.textContent())?.includes('Seat A2'));
    await focused.blur();
    await page.keyboard.press('Control+b');
    expect(await page.locator('[data-burst=NONE]').count()).toBe(2);
  });

  test('T turns the page light, and dark again', async () => {
    const theme = (): Promise<string | null> => page.locator('html').getAttribute('data-theme');
    await page.keyboard.press('t');
    expect(await theme()).toBe('light');
    await page.keyboard.press('t');
    expect(await theme()).toBe('dark');
  });

  test('R without a burst says that there is none', async () => {
    await page.keyboard.press('r');
    await page.locator('[data-notice]', { hasText: 'no burst to replay yet' }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('a guess stands, and the ledger’s number lands on it beside the verdict', async () => {
    const words = await guessAndFire(['1', '2']);
    const bursts = await lastBursts(server);
    const counts = bursts.map(({ scoreboard }) => scoreboard.confirmed);
    expect(words).toEqual(['You said 1. Exactly.', `You said 2. It is ${counts[1] ?? '?'}.`]);
    expect(counts[0]).toBe(1);
    for (const engine of STAGE_ENGINES) {
      const band = await verdictOf(engine).boundingBox();
      const strips = await page.locator('[data-guess]').all();
      for (const strip of strips) {
        const box = await strip.boundingBox();
        if (band === null || box === null) throw new Error('There is nothing to be seen.');
        expect(box.y + box.height).toBeLessThanOrEqual(band.y);
      }
    }
    await page.getByText('expected, computed from the windows').nth(1).waitFor();
    expect(await takePictures(page, 'guess-landed')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('[data-guess]').first().waitFor({ state: 'detached' });
  });

  test('R replays the burst in slow motion, and goes back to live', async () => {
    await page.keyboard.press('r');
    await replay().getByText('RECORDED').first().waitFor();
    await replay().getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await page.keyboard.press(' ');
    await replay().getByRole('button', { name: 'Play', exact: true }).waitFor();
    const slider = replay().getByRole('slider').first();
    const at = await slider.inputValue().catch(() => slider.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowRight');
    await waitFor(async () => {
      const now = await slider.inputValue().catch(() => slider.getAttribute('aria-valuenow'));
      return now !== at;
    });
    await page.keyboard.press('r');
    await replay().waitFor({ state: 'detached' });
    await page.locator('[data-verdict=VIOLATED]').waitFor();
  });

  test('the guess works for a limit, too', async () => {
    await page.keyboard.press('3');
    const words = await guessAndFire(['0', '0']);
    const said = (await lastBursts(server)).map(({ verdict }) => {
      const over = verdict?.overLimit ?? Number.NaN;
      return over === 0 ? 'You said 0. Exactly.' : `You said 0. It is ${over}.`;
    });
    expect(words).toEqual(said);
    await page.keyboard.press('Escape');
  });

  test('nothing was asked of another origin, and the console stayed silent', () => {
    expect({ foreign: watch.foreign, complaints: watch.complaints }).toEqual({
      ...{ foreign: [], complaints: [] },
    });
  });
});
