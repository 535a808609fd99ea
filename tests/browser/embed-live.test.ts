// <world-seat> with a server: its page in a frame, Break it, and what stands there when the server
// does not answer or goes away. The time of the page is the test's, so that "within 2 s" is exact.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { openCable } from '../support/cable.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { openFolder, pageOf, verdictsOf, watched } from './embed-deck.ts';
import { takePicture, takePictures } from './pictures.ts';

const LIMIT_MS = 2_000;
const NOTICED_MS = 1_500;
const later = leftovers();
let browser: Browser;
let server: TestServer;
let folder: string;
let deaf: string;

beforeAll(async () => {
  if (noBrowser) return;
  browser = await openBrowser();
  later(() => browser.close());
  server = await openTestServer(later);
  const fire = 'mutation { breakIt(input: { seat: "A1", buyers: 20, wait: true }) ';
  const { breakIt } = await server.ask<{ breakIt: { bursts: { id: string }[] } }>(
    `${fire} { ... on BreakIt { bursts { id } } } }`,
  );
  const ids = breakIt.bursts.map(({ id }) => id).join('+');
  const recording = await (await fetch(`${server.url}/recordings/${ids}.js`)).text();
  const element = `<script>addEventListener('worldseat-verdict', (event) => {
    (globalThis.verdicts ??= {})[event.detail.engine] = event.detail; });</script>
    <world-seat replay="recording" seat="A1" buyers="30"></world-seat>`;
  folder = await openFolder(later, {
    'deck.html': pageOf(element),
    'bare.html': pageOf('<world-seat></world-seat>', []),
    'recording.js': recording,
  });
  deaf = await openDeafServer();
});

/** Takes every request and answers none, as a network does that is only half there. */
async function openDeafServer(): Promise<string> {
  const deafServer: Server = createServer(() => undefined);
  await new Promise<void>((resolve) => deafServer.listen(0, '127.0.0.1', resolve));
  later(() => {
    deafServer.closeAllConnections();
    return new Promise((resolve) => deafServer.close(resolve));
  });
  return `http://127.0.0.1:${(deafServer.address() as AddressInfo).port}`;
}

interface Deck {
  readonly page: Page;
  readonly foreign: readonly string[];
}

const named = (src: string): string => `
addEventListener('message', ({ data }) => { globalThis.state = data.state ?? globalThis.state; });
document.addEventListener('DOMContentLoaded', () => {
  document.querySelector('world-seat')?.setAttribute('src', '${src}');
});`;

/**
 * A deck on a disk that names the server. Its clock stands until it is run, so that a slow machine has
 * all the time it needs to load the frame.
 */
async function openDeck(name: string, src: string): Promise<Deck> {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
  later(() => context.close());
  await context.clock.install({ time: '2026-01-01T00:00:00Z' });
  await context.clock.pauseAt('2026-01-01T00:01:00Z');
  await context.addInitScript(named(src));
  return watched(context, pathToFileURL(join(folder, name)).href);
}

/** The frame has told the deck that it lost the server. */
const lost = (page: Page) =>
  waitFor(async () => (await page.evaluate('globalThis.state')) === 'lost');
const showing = (page: Page) => page.locator('world-seat .world-seat').getAttribute('data-showing');

describe.skipIf(noBrowser)('a deck on a disk with a server', () => {
  let page: Page;
  const frame = () => page.frameLocator('world-seat iframe');

  test('shows it live: Break it in the frame, and the verdict is told to the deck', async () => {
    const deck = await openDeck('deck.html', server.url);
    page = deck.page;
    await page.locator('world-seat [data-showing=LIVE]').waitFor();
    await page.clock.resume();
    const button = frame().getByRole('button', { name: 'Break it' });
    await button.click();
    await frame().locator('[data-verdict=VIOLATED]').waitFor();
    const { witness } = await server.ask<{ witness: { doubleSells: number } }>(
      '{ witness(engine: "dynamodb", seat: "A1") { doubleSells } }',
    );
    const told = 'globalThis.verdicts?.dynamodb?.doubleSells';
    await waitFor(async () => (await page.evaluate(told)) === witness.doubleSells);
    expect(await frame().locator('body').innerText()).not.toContain('RECORDED');
    expect(deck.foreign.filter((url) => !url.startsWith(server.url))).toEqual([]);
    expect(await takePictures(page, 'embed-live')).toEqual([]);
  });

  test('a key of the clicker that is pressed in the frame reaches the deck', async () => {
    await page.evaluate(
      `addEventListener('keydown', ({ key, keyCode }) => { globalThis.heard = [key, keyCode] })`,
    );
    await frame().locator('h2').first().click();
    await frame().locator('body').press('PageDown');
    await waitFor(async () => (await page.evaluate('globalThis.heard')) !== undefined);
    expect(await page.evaluate('globalThis.heard')).toEqual(['PageDown', 34]);
  });

  test('the server stops: it falls back to the recording, and says so', async () => {
    await page.clock.pauseAt('2026-01-01T01:00:00Z');
    await server.close();
    await frame().locator('footer').getByText('The server is gone').waitFor();
    await lost(page);
    expect(await showing(page)).toBe('LIVE');
    await page.clock.runFor(LIMIT_MS);
    await page.locator('world-seat [data-showing=RECORDED]').waitFor();
    const words = await page.locator('world-seat .recorded').first().innerText();
    expect(words).toContain('RECORDED');
  });
});

describe.skipIf(noBrowser)('a server behind a cable that is pulled', () => {
  test('no socket is closed, and after 2 s the recording is shown all the same', async () => {
    const other = await openTestServer(later);
    const cable = await openCable(later, other.url);
    const { page } = await openDeck('deck.html', cable.url);
    await page.locator('world-seat [data-showing=LIVE]').waitFor();
    cable.pull();
    // A question that was under way is missed sooner than one that was still to be asked; until then, and
    // for as long as a server that is lost is waited for, the live picture stays.
    await page.clock.runFor(NOTICED_MS - 1);
    expect(await showing(page)).toBe('LIVE');
    await page.clock.runFor(1);
    await lost(page);
    await page.clock.runFor(LIMIT_MS - NOTICED_MS);
    await page.locator('world-seat [data-showing=RECORDED]').waitFor();
  });
});

describe.skipIf(noBrowser)('a server that does not answer', () => {
  test.each([
    ['takes the request and is silent', () => deaf],
    ['is not there', () => 'http://127.0.0.1:9'],
  ])('%s: after 2 s the recording is shown, not before', async (_, src) => {
    const { page } = await openDeck('deck.html', src());
    await page.locator('world-seat [data-showing=WAITING]').waitFor();
    await page.clock.runFor(LIMIT_MS - 1);
    expect(await showing(page)).toBe('WAITING');
    await page.clock.runFor(1);
    await page.locator('world-seat [data-showing=RECORDED]').waitFor();
    expect(await verdictsOf(page.locator('world-seat'))).toHaveLength(2);
  });

  test('and no recording: it says which server, and what to do', async () => {
    const { page } = await openDeck('bare.html', deaf);
    await page.locator('world-seat [data-showing=WAITING]').waitFor();
    await page.clock.runFor(LIMIT_MS);
    await page.locator('world-seat [data-showing=NOTHING]').waitFor();
    const words = await page.locator('world-seat .world-seat').innerText();
    expect(words).toContain(`The server at ${deaf} does not answer.`);
    expect(words).toContain('npm run record');
    // A frame is painted only where time goes on.
    await page.clock.resume();
    expect(await takePicture(page, 'embed-nothing-960')).toEqual([]);
  });
});
