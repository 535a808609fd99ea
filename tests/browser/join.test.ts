// People in the room: two phones join by the page that the QR code names, the presenter breaks it
// with them, and what each phone reads is what the committed ledger holds.
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { STAGE_ENGINES } from './last-bursts.ts';
import { watchPage, type PageWatch } from './page-watch.ts';
import { takePicture, takePictures } from './pictures.ts';

const LIMIT_MS = 60_000;
const BUYERS = 24;
const later = leftovers();
let server: TestServer;
let browser: Browser;
let stage: Page;
let phones: { name: string; page: Page; watch: PageWatch }[] = [];

async function openPhone(name: string): Promise<(typeof phones)[number]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  const watch = await watchPage(page, new URL(server.url).origin);
  return { name, page, watch };
}

beforeAll(async () => {
  if (noBrowser) return;
  server = await openTestServer(later);
  browser = await openBrowser();
  later(() => browser.close());
  stage = await browser.newPage({ viewport: { width: 1_920, height: 1_080 } });
  stage.setDefaultTimeout(LIMIT_MS);
  await stage.goto(server.url);
  phones = [await openPhone('Ana'), await openPhone('Bo')];
});

interface Holders {
  readonly seat: { readonly tickets: readonly { readonly buyer: string }[] };
}

async function holdersOf(engine: string): Promise<string[]> {
  const query = 'query ($engine: ID!) { seat(engine: $engine, id: "A1") { tickets { buyer } } }';
  const { seat } = await server.ask<Holders>(query, { engine });
  return seat.tickets.map(({ buyer }) => buyer);
}

/** What the ledger lets this person be told: the buyers of the room have their names alone. */
function expectedHeadline(name: string, holders: readonly string[]): string {
  const rest = holders.length - 1;
  if (holders.includes(name)) {
    if (rest === 0) return 'You hold A1.';
    return `You hold A1. So ${rest === 1 ? 'does 1 other' : `do ${rest} others`}.`;
  }
  const [first = ''] = holders;
  return rest > 0 ? `Taken: ${first} and others have it.` : `Taken: ${first} has it.`;
}

const roomOf = async (): Promise<{ people: number; joinUrl: string; note: string | null }> =>
  (
    await server.ask<{ room: { people: number; joinUrl: string; note: string | null } }>(
      '{ room { people joinUrl note } }',
    )
  ).room;

describe.skipIf(noBrowser)('the room', () => {
  test('two phones join by name and wait in line', async () => {
    for (const { name, page } of phones) {
      await page.goto(`${server.url}/join`);
      await page.getByRole('textbox').fill('  ');
      expect(await page.getByRole('button', { name: 'I want that seat' }).isDisabled()).toBe(true);
      await page.getByRole('textbox').fill(name);
      if (name === 'Ana') expect(await takePicture(page, 'join-name-390')).toEqual([]);
      await page.getByRole('button', { name: 'I want that seat' }).click();
      await page.getByText('You are in line.').waitFor();
    }
    await phones[0]?.page.getByText('1 other in the room.').waitFor();
    const [ana] = phones;
    if (ana === undefined) throw new Error('There is no phone.');
    expect(await takePicture(ana.page, 'join-waiting-390')).toEqual([]);
    expect((await roomOf()).people).toBe(2);
  });

  test('the stage shows the code, the address in words, and who came', async () => {
    await stage.keyboard.press('q');
    const dialog = stage.getByRole('dialog');
    await dialog.getByText('2 people').waitFor();
    const { joinUrl, note } = await roomOf();
    await dialog.getByRole('img', { name: `QR code of ${joinUrl}` }).waitFor();
    const words = await dialog.innerText();
    for (const line of [joinUrl, 'Ana', 'Bo', note ?? '']) expect(words).toContain(line);
    expect(await takePictures(stage, 'room-code')).toEqual([]);
    await stage.keyboard.press('q');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('a reload comes back as the same person', async () => {
    const [ana] = phones;
    await ana?.page.reload();
    await ana?.page.getByText('You are in line.').waitFor();
    expect((await roomOf()).people).toBe(2);
  });

  test('broken with the room, each phone reads what the ledger holds', async () => {
    await stage.getByLabel('Buyers').fill(String(BUYERS));
    await stage.getByText(`${BUYERS} buyers (2 of you among them)`).first().waitFor();
    await stage.getByRole('button', { name: 'Break it' }).click();
    await stage.locator('[data-burst=SETTLED]').nth(1).waitFor();
    for (const { name, page } of phones) {
      for (const [at, engine] of STAGE_ENGINES.entries()) {
        const holders = await holdersOf(engine);
        const headline = expectedHeadline(name, holders);
        const ticket = page.locator('article').nth(at);
        await ticket.getByText(headline, { exact: true }).waitFor();
        expect(await ticket.getAttribute('data-tone')).not.toBe('waiting');
      }
      expect(await takePicture(page, `join-told-${name}-390`)).toEqual([]);
    }
  });

  test('the seat is traced to the people of the room', async () => {
    for (const engine of STAGE_ENGINES) {
      const column = stage.locator(`section[aria-labelledby=engine-${engine}]`);
      const holders = await holdersOf(engine);
      const shown = await waitFor(async () => {
        const words = await column.innerText();
        return holders.slice(0, 2).every((name) => words.includes(name)) ? words : null;
      });
      expect(shown).toContain(`Seat A1 has ${holders.length} owner`);
    }
    const { witness } = await server.ask<{ witness: unknown }>(
      '{ witness(engine: "dynamodb", seat: "A1") { focus { holders { buyer } } } }',
    );
    const inLedger = (await holdersOf('dynamodb')).filter((name) => ['Ana', 'Bo'].includes(name));
    expect(inLedger).not.toEqual([]);
    for (const name of inLedger) expect(JSON.stringify(witness)).toContain(`"${name}"`);
    expect(await takePictures(stage, 'room-traced')).toEqual([]);
  });

  test('a phone that lost its connection comes back by itself, and leaves when asked', async () => {
    const [, bo] = phones;
    if (bo === undefined) throw new Error('There is no second phone.');
    await bo.watch.cut();
    await bo.page.getByText('Connection lost.').waitFor();
    bo.watch.mend();
    await bo.page.getByText('Connection lost.').waitFor({ state: 'detached' });
    await bo.page.getByRole('button', { name: 'Leave the room' }).click();
    await bo.page.getByRole('button', { name: 'I want that seat' }).waitFor();
    expect((await roomOf()).people).toBe(1);
  });

  test('no phone asked another origin or complained', () => {
    const seen = phones.map(({ watch: { foreign, complaints } }) => ({ foreign, complaints }));
    expect(seen).toEqual(phones.map(() => ({ foreign: [], complaints: [] })));
  });
});
