// Everything that can be on the screen of a server with one burst, by name, and how to come there by
// hand: the list that pictures, axe-core and the look for what is cut off go through.
import type { Locator, Page } from 'playwright-core';
import type { TestServer } from '../support/server.ts';
import { dropFile } from './drop-file.ts';
import type { PageWatch } from './page-watch.ts';
import { framesPass } from './painted.ts';
import { replayControls, toContradiction } from './replay-controls.ts';

export interface Sight {
  readonly page: Page;
  readonly watch: PageWatch;
  readonly server: TestServer;
  readonly theme: 'dark' | 'light';
  /** Of the burst on each engine; none was fired: empty. */
  readonly burstIds: readonly string[];
}

export interface View {
  readonly name: string;
  /** What is asked of the server. Default: the stage. */
  readonly path?: (sight: Sight) => string;
  /** Brings it to the screen, at whatever size, and again at another. */
  readonly open: (sight: Sight) => Promise<unknown>;
  /** Default: in the light theme it is seen on a slide only. */
  readonly inLightAtEverySize?: true;
}

const verdict = (page: Page, result: string): Locator => page.locator(`[data-verdict=${result}]`);
const floors = (page: Page): Promise<void> => page.locator('[data-hero]').nth(1).waitFor();

/** What was open is closed first: it may stand where there was room at another size. */
async function clear(page: Page): Promise<void> {
  await floors(page);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  // That a dialog was closed is told to the page a little later.
  await framesPass(page, 'new Promise(requestAnimationFrame)');
}

async function byKey(page: Page, key: string): Promise<void> {
  await clear(page);
  await page.keyboard.press(key);
  await page.locator('dialog[open]').waitFor();
}

async function byButton(page: Page, name: string | RegExp, opened: string): Promise<void> {
  await clear(page);
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.locator(opened).waitFor();
}

async function replay(page: Page): Promise<void> {
  await verdict(page, 'VIOLATED').or(replayControls(page)).first().waitFor();
  if ((await replayControls(page).count()) === 0) await page.keyboard.press('r');
  await toContradiction(page);
}

/** With the keyboard, once: on the floor that is its theme's. */
async function buy({ page, theme }: Sight): Promise<void> {
  if ((await page.locator('button', { hasText: /^My tickets\s*\d/ }).count()) > 0) return;
  const floor = page.getByRole('grid').nth(theme === 'dark' ? 0 : 1);
  await floor.getByRole('gridcell').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('Receipt').locator('[data-outcome]').waitFor();
}

/** Before anything was sold. */
export const BEFORE: readonly View[] = [
  {
    name: 'stage-before',
    inLightAtEverySize: true,
    open: ({ page }) => verdict(page, 'UNPROVEN').nth(1).waitFor(),
  },
  { name: 'menu-set-up', open: ({ page }) => byButton(page, 'Set up', ':popover-open') },
  { name: 'menu-present', open: ({ page }) => byButton(page, 'Present', ':popover-open') },
  { name: 'tickets-none', open: ({ page }) => byButton(page, 'My tickets', 'dialog[open]') },
  { name: 'keys', open: ({ page }) => byKey(page, '?') },
  { name: 'guess-asked', open: ({ page }) => byKey(page, 'p') },
  { name: 'room-empty', open: ({ page }) => byKey(page, 'q') },
  {
    name: 'stage-loading',
    async open({ page }) {
      await page.route('**/graphql', () => undefined);
      await page.reload();
      await page.getByText('Opening the floors').waitFor();
    },
  },
  {
    name: 'stage-unanswered',
    async open({ page }) {
      await page.route('**/graphql', (route) => route.fulfill({ status: 503 }));
      await page.reload();
      await page.getByText('The server does not answer').waitFor();
    },
  },
  {
    name: 'join',
    path: () => '/join',
    open: ({ page }) => page.getByRole('textbox').waitFor(),
  },
  {
    name: 'replay-none',
    path: () => '/replay',
    open: ({ page }) => page.getByRole('heading', { name: 'Replay a recording' }).waitFor(),
  },
  {
    name: 'lab-not-run',
    path: () => '/lab',
    open: ({ page }) => page.getByRole('button', { name: 'Run the lab' }).waitFor(),
  },
];

/** After a burst at one seat. */
export const AFTER: readonly View[] = [
  {
    name: 'stage-after',
    inLightAtEverySize: true,
    open: ({ page }) => verdict(page, 'VIOLATED').waitFor(),
  },
  { name: 'evidence', open: ({ page }) => byButton(page, 'Why?', ':popover-open') },
  { name: 'replay-contradiction', open: ({ page }) => replay(page) },
  {
    name: 'tickets',
    async open(sight) {
      const { page } = sight;
      await floors(page);
      await buy(sight);
      await byButton(page, /^My tickets/, 'dialog[open]');
      await page.locator('dialog[open] [data-outcome]').waitFor();
    },
  },
  {
    name: 'stage-lost',
    async open({ page, watch }) {
      await floors(page);
      await watch.cut();
      await page.getByText('Connection lost.').waitFor();
    },
  },
  {
    name: 'run',
    path: ({ burstIds: [, broken] }) => `/bursts/${broken}`,
    open: ({ page }) => verdict(page, 'VIOLATED').last().waitFor(),
  },
  {
    name: 'run-contradiction',
    path: ({ burstIds: [, broken] }) => `/bursts/${broken}`,
    open: ({ page }) => toContradiction(page),
  },
  {
    name: 'run-timeline',
    path: ({ burstIds: [, broken] }) => `/bursts/${broken}`,
    async open({ page }) {
      const title = page.locator('#timeline-title');
      await title.waitFor();
      await title.evaluate((element) => element.scrollIntoView());
    },
  },
  {
    name: 'replay-dropped',
    path: () => '/replay',
    async open({ page, server, burstIds }) {
      if ((await replayControls(page).count()) === 0) {
        const recording = await fetch(`${server.url}/recordings/${burstIds.join('+')}.ndjson`);
        await dropFile(page, 'talk.ndjson', await recording.text());
      }
      await toContradiction(page);
    },
  },
  {
    name: 'embed-page',
    path: ({ theme }) => `/embed?seat=A1&theme=${theme}`,
    open: ({ page }) => verdict(page, 'VIOLATED').waitFor(),
  },
];

/** The whole floor of the largest venue was on sale. */
export const STADIUM: readonly View[] = [
  {
    name: 'stadium',
    open: ({ page }) => page.getByText('79,900 seats').first().waitFor({ state: 'attached' }),
  },
  {
    name: 'stadium-zoomed',
    async open({ page }) {
      await floors(page);
      for (const zoom of await page.getByRole('group', { name: 'Zoom' }).all()) {
        const closer = zoom.getByRole('button', { name: 'Zoom in' });
        // It may have become the closest in the meantime: then a press does nothing.
        while ((await closer.getAttribute('aria-disabled')) !== 'true') {
          await closer.click({ force: true });
        }
        await zoom.getByRole('button', { name: 'Whole floor' }).waitFor();
      }
    },
  },
];
