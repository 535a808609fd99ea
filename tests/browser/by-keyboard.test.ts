// The whole talk without a mouse: Tab comes to every control of the stage, its focus is seen, and the
// burst, its evidence, a seat and the replay are reached and operated from there. The presenter's
// single keys are another matter (presenter.test.ts): here is what everybody's browser offers.
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { WITNESS, type VerdictAnswer } from '../support/operations.ts';
import type { TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import type { PageWatch } from './page-watch.ts';
import { SIZES } from './pictures.ts';
import { replayControls } from './replay-controls.ts';
import { tabStops, tabTo } from './tab-stops.ts';
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
  await page.locator('.floor.live').nth(1).waitFor();
});

const column = (engine: string): Locator =>
  page.locator(`section[aria-labelledby=engine-${engine}]`);
const press = (key: string): Promise<void> => page.keyboard.press(key);
const focused = (): Promise<string> =>
  page.evaluate<string>(
    "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()",
  );

/** Puts what is wrong on a size beside it. */
async function faultsAtEverySize(): Promise<string[]> {
  const faults: string[] = [];
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    const found = await tabStops(page);
    faults.push(...found.faults.map((fault) => `${width}: ${fault}`));
  }
  return faults;
}

describe.skipIf(noBrowser)('Tab', () => {
  test('what is looked for is found: what it misses, what is not seen', async () => {
    const planted = await page.context().browser()?.newPage();
    if (planted === undefined) throw new Error('there is no browser');
    await planted.setContent(`<!doctype html><title>Planted</title>
      <button>Good</button><button style="outline: none">Dark</button>
      <button style="position: fixed; left: -400px">Away</button>
      <div style="position: relative"><button>Under</button>
        <i style="position: absolute; inset: 0; background: red"></i></div>
      <style>:focus-visible { outline: 3px solid blue }</style>`);
    expect(await tabStops(planted)).toEqual({
      names: ['Good', 'Dark', 'Away', 'Under'],
      faults: [
        'its focus is not seen: Dark',
        'it is beyond the screen: Away',
        'it is covered: Under',
      ],
    });
    await planted.close();
  });

  test('comes to every control of the stage, and it is seen where it is', async () => {
    expect(await faultsAtEverySize()).toEqual([]);
  });

  test('comes to the console first, then to the floors in the order of the stage', async () => {
    const { names } = await tabStops(page);
    const order = ['One seat', 'Seat', 'Buyers', 'Break it', 'Present', 'Set up', 'My tickets'];
    expect(names.slice(0, order.length)).toEqual(order);
    expect(names.filter((name) => /^(Seat A1, free|Zoom in)$/.test(name))).toEqual([
      ...['Seat A1, free', 'Zoom in', 'Seat A1, free', 'Zoom in'],
    ]);
  });
});

describe.skipIf(noBrowser)('without a mouse', () => {
  test('the buyers are counted out, and the burst is fired', async () => {
    await tabTo(page, 'Buyers');
    await press('ControlOrMeta+a');
    await page.keyboard.type('24');
    await tabTo(page, 'Break it');
    await press('Enter');
    await page.locator('[data-burst=SETTLED]').nth(1).waitFor();
    await column('dsql').locator('[data-verdict=LINEARIZABLE]').waitFor();
    await column('dynamodb').locator('[data-verdict=VIOLATED]').waitFor();
    const { burst } = await server.ask<{ burst: { edges: { node: { buyers: number } }[] } }>(
      '{ burst: bursts(first: 2) { edges { node { buyers } } } }',
    );
    expect(burst.edges.map(({ node }) => node.buyers)).toEqual([24, 24]);
  });

  test('Tab comes to every control that the verdicts brought', async () => {
    expect(await faultsAtEverySize()).toEqual([]);
  });

  test('the evidence is opened, read and closed, and the keyboard is where it was', async () => {
    await tabTo(page, 'Why?');
    await press('Enter');
    const evidence = page.locator('.evidence:popover-open');
    await evidence.waitFor();
    expect(await evidence.innerText()).toContain('what the Witness says');
    await press('Escape');
    await evidence.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Why?');
  });

  test('an oversold seat is inspected on its floor, and a free one is selected only', async () => {
    const { witness } = await server.ask<VerdictAnswer>(WITNESS, {
      engine: 'dynamodb',
      seat: 'A1',
    });
    const owners = witness.focus?.confirmed ?? 0;
    expect(owners).toBeGreaterThan(1);
    const told = owners < 15 ? String(owners) : '15 or more';
    await tabTo(page, `Seat A1, oversold, ${told} owners`);
    await press('ArrowDown');
    await waitFor(async () => (await focused()) === 'Seat B1, free');
    await press(' ');
    for (const engine of ['dsql', 'dynamodb']) {
      await column(engine).getByRole('heading', { name: 'Seat B1' }).waitFor();
      await column(engine).getByText('Nobody holds a ticket for it.').waitFor();
    }
    await press('ArrowUp');
    await waitFor(async () => (await focused()).startsWith('Seat A1'));
    await press('Enter');
    await column('dynamodb')
      .getByRole('heading', { name: `has ${owners} owners` })
      .waitFor();
    expect(
      await column('dynamodb').getByRole('list', { name: 'Ticket holders' }).innerText(),
    ).not.toBe('');
    // Nothing was bought.
    const { ledger } = await server.ask<{ ledger: { totalCount: number } }>(
      '{ ledger(engine: "dynamodb", first: 1) { totalCount } }',
    );
    expect(ledger.totalCount).toBe(owners);
  });

  test('the burst is replayed, stepped and left again', async () => {
    await tabTo(page, 'Replay');
    await press('Enter');
    await replayControls(page).waitFor();
    await tabTo(page, 'Pause');
    await press(' ');
    await replayControls(page).getByRole('button', { name: 'Play', exact: true }).waitFor();
    const slider = replayControls(page).getByRole('slider');
    const moment = async (): Promise<number> => Number(await slider.inputValue());
    await slider.waitFor();
    await tabTo(page, (await slider.getAttribute('aria-label')) ?? 'no slider');
    await press('Home');
    expect(await moment()).toBe(0);
    await press('ArrowRight');
    expect(await moment()).toBeGreaterThan(0);
    await press('End');
    expect(await moment()).toBe(Number(await slider.getAttribute('max')));
    expect(await faultsAtEverySize()).toEqual([]);
    await tabTo(page, /live$/);
    await press('Enter');
    await page.getByRole('button', { name: 'Break it' }).waitFor();
  });

  test.each([
    ['Present', ':popover-open', 'Replay the last burst R'],
    ['Set up', ':popover-open', null],
  ])('%s opens, Tab goes into it, and Escape comes back', async (name, opened, first) => {
    await tabTo(page, name);
    await press('Enter');
    await page.locator(opened).waitFor();
    await press('Tab');
    expect(
      await page.evaluate(`document.querySelector('${opened}').contains(document.activeElement)`),
    ).toBe(true);
    if (first !== null) expect((await focused()).replace(/\s+/g, ' ')).toBe(first);
    await press('Escape');
    await page.locator(opened).waitFor({ state: 'detached' });
    expect(await focused()).toBe(name);
  });

  test('My tickets opens, holds the keyboard, and Escape comes back', async () => {
    await tabTo(page, /^My tickets/);
    await press('Enter');
    const dialog = page.locator('dialog[open]');
    await dialog.waitFor();
    for (let tabs = 0; tabs < 6; tabs += 1) {
      await press('Tab');
      const outside = await page.evaluate(
        "document.activeElement !== document.body && document.activeElement.closest('dialog') === null",
      );
      expect(outside).toBe(false);
    }
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused()).toMatch(/^My tickets/);
  });

  test('nothing was asked of another origin, and the console stayed silent', () => {
    expect({ foreign: watch.foreign, complaints: watch.complaints }).toEqual({
      foreign: [],
      complaints: [],
    });
  });
});
