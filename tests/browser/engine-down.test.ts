// A database that is really gone while the stage is watched, at every size: one whose endpoints refuse,
// and one that takes the requests and never answers. The page says which, keeps what it knew last
// without claiming that it is so, leaves the other side alone, and comes back by itself.
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWeb } from '../../server/src/web/index.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { regionFronts } from '../support/processes.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { openTestWorld, type TestWorld } from '../support/world.ts';
import { waitFor } from '../support/wait-for.ts';
import { takePictures } from './pictures.ts';

const LIMIT_MS = 60_000;
const CLIENT_DIR = join(import.meta.dirname, '..', '..', 'client', 'dist');
const later = leftovers();
const silent = { info: nothing, warn: nothing, error: nothing };
let world: TestWorld;
let page: Page;
let heal: () => Promise<void> = () => Promise.resolve();

function nothing(): void {
  // What is logged of a database that is gone is tested elsewhere.
}

beforeAll(async () => {
  if (noBrowser) return;
  world = await openTestWorld(later, await tempFolder(later));
  const web = await openWeb({
    ...{ host: '127.0.0.1', port: 0, services: world.services, clientDir: CLIENT_DIR },
    log: silent,
  });
  later(() => web.close());
  later(() => heal());
  const browser = await openBrowser();
  later(() => browser.close());
  page = await browser.newPage({ viewport: { width: 1_920, height: 1_080 } });
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(web.url);
  await page.locator('.floor.live').nth(1).waitFor();
  await breakIt();
});

afterEach(() => heal());

const column = (engine: string): Locator =>
  page.locator(`section[aria-labelledby=engine-${engine}]`);
const down = (engine: string): Locator => column(engine).getByText('does not answer');
const hint = (): Locator => page.locator('#break-hint');
const verdict = (engine: string): Promise<string | null> =>
  column(engine).locator('[data-verdict]').getAttribute('data-verdict');
const words = (engine: string): Promise<string> => column(engine).locator('.verdict').innerText();

/** The last burst of each engine, once it has settled. */
const settled = (): string[] =>
  ['dsql', 'dynamodb'].flatMap((engine) => {
    const [last] = world.services.bursts(engine, { first: 1, after: null }).items;
    return last?.node.state === 'SETTLED' ? [last.node.id] : [];
  });

/** To its end, on both engines. */
async function breakIt(): Promise<void> {
  const before = settled();
  await page.getByRole('button', { name: 'Break it' }).click();
  await waitFor(
    () => {
      const now = settled();
      return now.length === 2 && now.every((id) => !before.includes(id));
    },
    { limitMs: LIMIT_MS, what: 'a burst on both engines' },
  );
  await expectVerdicts();
}

async function expectVerdicts(): Promise<void> {
  await column('dsql').locator('[data-verdict=LINEARIZABLE]').waitFor();
  await column('dynamodb').locator('[data-verdict=VIOLATED]').waitFor();
}

/** What was pressed has come to nothing: it can be pressed again. */
const refused = (on: Page): Promise<void> =>
  on.getByRole('button', { name: 'Break it', disabled: false }).waitFor();

/** Every connection is closed, and none is taken. */
async function refuseAll(): Promise<void> {
  const { dsql } = world.embedded;
  if (dsql === null) throw new Error('DSQL is not embedded');
  await dsql.setFaults({ cut: true });
  heal = () => dsql.setFaults({ cut: false });
}

/** Every process stands still: what is sent to it is taken by the kernel, and nobody reads it. */
function standStill(): Promise<void> {
  const fronts = regionFronts(process.pid).map(({ pid }) => pid);
  expect(fronts.length).toBeGreaterThan(0);
  for (const pid of fronts) process.kill(pid, 'SIGSTOP');
  heal = () => {
    for (const pid of fronts) process.kill(pid, 'SIGCONT');
    heal = () => Promise.resolve();
    return Promise.resolve();
  };
  return Promise.resolve();
}

describe.skipIf(noBrowser).each([
  {
    ...{ engine: 'dsql', name: 'Aurora DSQL', other: 'dynamodb' },
    ...{ expected: 'LINEARIZABLE', how: 'refuses', stop: refuseAll },
  },
  {
    ...{ engine: 'dynamodb', name: 'DynamoDB Global Tables', other: 'dsql' },
    ...{ expected: 'VIOLATED', how: 'is silent', stop: standStill },
  },
])('$name that $how', ({ engine, name, other, expected, stop }) => {
  test('is said at every size, on its side only; it comes back by itself, and can be broken', async () => {
    const before = await words(other);
    await stop();
    await down(engine).waitFor();
    await waitFor(async () =>
      (await page.getByRole('status').innerText()).includes(`${name} does not answer.`),
    );
    expect(await takePictures(page, `engine-down-${engine}`)).toEqual([]);
    // What was known last is pale, and never more than it was; the other side is as it was.
    expect(await paleness(engine)).not.toBe('none');
    expect(['UNPROVEN', expected]).toContain(await verdict(engine));
    expect(await column(engine).locator('.trace').textContent()).not.toMatch(/is free|Nobody/);
    const hero = await column(engine).locator('[data-hero]').innerText();
    // A number that nobody read is not told, not even zero.
    if ((await verdict(engine)) === 'UNPROVEN') expect(hero).toBe('–');
    expect(await down(other).count()).toBe(0);
    expect(await paleness(other)).toBe('none');
    expect(await words(other)).toBe(before);

    // So does whoever wants to break it see why that cannot be now.
    expect(await hint().innerText()).toBe(`${name} does not answer.`);
    const bursts = settled();
    await page.getByRole('button', { name: 'Break it' }).click();
    await refused(page);
    expect(await hint().innerText()).toBe(`${name} does not answer.`);
    // Nothing was sold meanwhile, on neither side.
    expect(settled()).toEqual(bursts);
    await heal();
    await down(engine).waitFor({ state: 'detached' });
    await waitFor(async () => (await paleness(engine)) === 'none');
    await expectVerdicts();
    await breakIt();
    expect(await hint().innerText()).not.toContain('does not answer');
  });
});

describe.skipIf(noBrowser)('one that fell silent just now', () => {
  test('is found by pressing Break it: said while it is waited for, then refused', async () => {
    const fresh = await page.context().browser()?.newPage();
    if (fresh === undefined) throw new Error('there is no browser');
    fresh.setDefaultTimeout(LIMIT_MS);
    // The page asks for health now and then. Its time stands still: only pressing can ask now.
    await fresh.clock.install({ time: 0 });
    await fresh.goto(page.url());
    await fresh.locator('.floor.live').nth(1).waitFor();
    await fresh.clock.pauseAt(600_000);
    // Whatever was asked before is answered then.
    await fresh.evaluate("fetch('/readyz').then((ready) => ready.text())");
    const bursts = settled();
    await standStill();
    await fresh.getByRole('button', { name: 'Break it' }).click();
    const silent = 'DynamoDB Global Tables does not answer.';
    await fresh.locator('#break-hint', { hasText: silent }).waitFor();
    // Given up long before the calls of a burst would be.
    await refused(fresh);
    expect(await fresh.locator('#break-hint').innerText()).toBe(silent);
    expect(settled()).toEqual(bursts);
    await fresh.close();
    await heal();
    await down('dynamodb').waitFor({ state: 'detached' });
    await breakIt();
  });
});

/** How a side that is not live is toned down. */
function paleness(engine: string): Promise<string> {
  return column(engine)
    .locator('.floor')
    .evaluate((floor) => getComputedStyle(floor).filter);
}
