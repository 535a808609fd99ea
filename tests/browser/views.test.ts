// Everything that can be on the screen, in the dark and the light theme, on a stage, on a slide and on
// a phone: pictures are kept for people to judge; nothing is cut off, nothing reaches beyond the
// screen, and axe-core finds nothing serious. What only people can judge is not tested here.
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { seriousFaults } from './axe.ts';
import { cutOff } from './cut-off.ts';
import { framesPass, PageStandsStill, PAINTED, within } from './painted.ts';
import { watchPage } from './page-watch.ts';
import { SIZES, SLIDE, takePictures } from './pictures.ts';
import { AFTER, BEFORE, STADIUM, type Sight, type View } from './views.ts';

const LIMIT_MS = 60_000;
/** No view takes a tenth of it. */
const STILL_MS = 80_000;
const STADIUM_LIMIT_MS = 600_000;
const THEMES = ['dark', 'light'] as const;
const BREAK_IT = `mutation { breakIt(input: { seat: "A1", buyers: 60, seed: 7, wait: true }) {
  __typename ... on BreakIt { bursts { id } } } }`;
const later = leftovers();
let browser: Browser;
let server: TestServer;
let burstIds: readonly string[] = [];

beforeAll(async () => {
  if (noBrowser) return;
  server = await openTestServer(later);
  browser = await openBrowser();
  later(() => browser.close());
});

/** A browser that remembers the theme, and nothing else. */
async function openSight(theme: Sight['theme']): Promise<Sight> {
  const { origin } = new URL(server.url);
  const page = await browser.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  // Before any script of the page. As a storage state it would take a page of its own to write.
  const remembered = JSON.stringify(JSON.stringify(theme));
  await page.addInitScript(`if (location.origin === ${JSON.stringify(origin)})
    localStorage.setItem('worldseat.theme', ${remembered});`);
  return { page, watch: await watchPage(page, origin), server, theme, burstIds };
}

/** In a browser's page that stands still, nothing can be judged: it is said, and another is opened. */
async function faultsIn(view: View, theme: Sight['theme']): Promise<string[]> {
  let why = 'the page does not answer';
  try {
    const faults = await within(faultsInPage(view, theme), STILL_MS);
    if (faults !== null) return faults;
  } catch (error) {
    if (!(error instanceof PageStandsStill)) throw error;
    why = error.message;
  }
  console.warn(`${view.name}, ${theme}: ${why}. Once more, in another page.`);
  return faultsInPage(view, theme);
}

async function faultsInPage(view: View, theme: Sight['theme']): Promise<string[]> {
  const sight = await openSight(theme);
  const path = view.path?.(sight) ?? '/';
  await sight.page.goto(new URL(path, server.url).href);
  const faults = await takePictures(sight.page, `${view.name}-${theme}`, {
    open: () => view.open(sight),
    // Its colours are the theme's, at whatever size.
    sizes: theme === 'dark' || view.inLightAtEverySize === true ? SIZES : [SLIDE],
  });
  await sight.page.close();
  return faults;
}

const inBothThemes = (views: readonly View[]): [string, Sight['theme'], View][] =>
  views.flatMap((view) =>
    THEMES.map((theme): [string, Sight['theme'], View] => [view.name, theme, view]),
  );

describe.skipIf(noBrowser)('what is looked for is found', () => {
  test('by axe-core: a planted fault', async () => {
    const page = await browser.newPage();
    await page.setContent('<html lang="en"><title>Planted</title><img src="data:," /></html>');
    expect((await seriousFaults(page)).map((fault) => fault.split(':')[0])).toEqual(['image-alt']);
    await page.close();
  });

  test('a page that paints no frame, and what it knows', async () => {
    const page = await browser.newPage();
    await page.setContent('<html lang="en"><title>Planted</title>Still</html>');
    await framesPass(page);
    await page.evaluate('requestAnimationFrame = () => 0');
    const standing = framesPass(page, PAINTED, page.mainFrame(), 300);
    await expect(standing).rejects.toThrow(/^about:blank paints no frame: \{"shown":"visible"/);
    await page.close();
  });

  test('beyond the screen, cut off and covered', async () => {
    const page = await browser.newPage({ viewport: { width: 1_000, height: 400 } });
    await page.setContent(`<!doctype html><html lang="en"><title>Planted</title><style>
      body { margin: 0; height: 390px } h2 { width: 40px; overflow: hidden; white-space: nowrap }
      i { position: absolute; inset: 60px 0; background: red }
      [popover] { position: fixed; inset: 380px auto auto 0; margin: 0 }</style>
      <h2>Cut off</h2><div class="console"><button class="break">Covered</button></div><i></i>
      <div class="floor"><strong data-hero style="position: absolute; left: 970px">Beyond</strong></div>
      <p popover>Low</p></html>`);
    const found = () => cutOff((look, sought) => page.evaluate(look, sought));
    expect((await found()).map((fault) => fault.replace(/\d+ px/, 'n px'))).toEqual([
      'the page is n px wide',
      'the stage is n px high',
      'beyond the screen: strong.hero “Beyond”',
      'covered: button.break “Covered”',
      'cut off: h2 “Cut off”',
    ]);
    await page.evaluate("document.querySelector('[popover]').showPopover()");
    expect(await found()).toContain('beyond the screen: p “Low”');
    await page.close();
  });
});

describe.skipIf(noBrowser)('before anything was sold', () => {
  test.each(inBothThemes(BEFORE))('%s, %s', async (_, theme, view) => {
    expect(await faultsIn(view, theme)).toEqual([]);
  });
});

describe.skipIf(noBrowser)('after a burst', () => {
  test('which sold one seat', async () => {
    const { breakIt } = await server.ask<{ breakIt: { bursts: { id: string }[] } }>(BREAK_IT);
    burstIds = breakIt.bursts.map(({ id }) => id);
    expect(burstIds).toHaveLength(2);
  });

  test.each(inBothThemes(AFTER))('%s, %s', async (_, theme, view) => {
    expect(await faultsIn(view, theme)).toEqual([]);
  });
});

describe.skipIf(noBrowser)('a stadium', () => {
  test(
    'whose whole floor was on sale',
    async () => {
      const { resetFloor } = await server.ask<{ resetFloor: { __typename: string } }>(
        'mutation { resetFloor(input: { venue: "stadium" }) { __typename } }',
      );
      expect(resetFloor.__typename).toBe('ResetFloor');
      const { breakIt } = await server.ask<{ breakIt: { __typename: string } }>(
        'mutation { breakIt(input: { buyers: 1000, seed: 7, wait: true }) { __typename } }',
      );
      expect(breakIt.__typename).toBe('BreakIt');
    },
    STADIUM_LIMIT_MS,
  );

  test.each(inBothThemes(STADIUM))('%s, %s', async (_, theme, view) => {
    expect(await faultsIn(view, theme)).toEqual([]);
  });
});
