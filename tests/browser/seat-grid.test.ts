// 79,900 seats for a screen reader and for the keyboard: a grid that says how large it is and where in
// it one stands, of which two cells exist, however far one walks. What it says of a seat is what the
// ledger holds, and what Enter and Space do to it is done.
import { VENUES } from '@worldseat/schema/domain';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { PURCHASE, RESET, type PurchaseAnswer } from '../support/operations.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { seriousFaults } from './axe.ts';

const LIMIT_MS = 60_000;
const OPENING_LIMIT_MS = 600_000;
const INTEGERS_A_ROW = 7;
const STADIUM = VENUES['stadium'];
const later = leftovers();
let server: TestServer;
let page: Page;
let grid: Locator;
let elementsAtFirst = 0;

beforeAll(async () => {
  if (noBrowser) return;
  // One floor of that size is enough, and this engine puts it on sale the quickest.
  server = await openTestServer(later, { settings: { WORLDSEAT_ENGINES: 'dsql' } });
  await server.ask(RESET, { venue: 'stadium' });
  for (const seat of ['S101-A-2', 'S102-B-3']) await sell(seat);
  const browser = await openBrowser();
  later(() => browser.close());
  page = await browser.newPage({ viewport: { width: 1_280, height: 720 } });
  page.setDefaultTimeout(LIMIT_MS);
  await page.goto(server.url);
  await page.locator('.floor.live').waitFor();
  grid = page.getByRole('grid', { name: 'Seats of Aurora DSQL' });
}, OPENING_LIMIT_MS);

async function sell(seat: string): Promise<void> {
  const input = { engine: 'dsql', seat, buyer: 'Ana Berg', region: 'us-east-1' };
  const { purchase } = await server.ask<PurchaseAnswer>(PURCHASE, { input });
  expect(purchase.outcome).toBe('CONFIRMED');
}

/** What a screen reader is told of the cell that has the keyboard. */
interface Told {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly row: number;
  readonly column: number;
}

const told = (): Promise<Told> =>
  page.evaluate<Told>(`(() => {
    const cell = document.activeElement;
    const number = (name) => Number(cell.closest('[' + name + ']')?.getAttribute(name));
    return {
      name: cell.getAttribute('role') === 'gridcell' ? cell.textContent.trim() : cell.localName,
      rows: number('aria-rowcount'), columns: number('aria-colcount'),
      row: number('aria-rowindex'), column: number('aria-colindex'),
    };
  })()`);

/** Presses a key and waits until the seat of that name has the keyboard. */
async function walk(key: string, name: string): Promise<Told> {
  await page.keyboard.press(key);
  let last = '';
  return waitFor(
    async () => {
      const now = await told();
      last = now.name;
      return last.startsWith(`${name},`) ? now : null;
    },
    { limitMs: 10_000, what: `${key} comes to ${name}` },
  ).catch((fault: unknown) => {
    throw new Error(`${key} comes to ${last}, not to ${name}`, { cause: fault });
  });
}

/** Presses a key and waits until a seat of that row, from 1, has the keyboard. */
async function walkToRow(key: string, row: number): Promise<void> {
  await page.keyboard.press(key);
  await waitFor(async () => (await told()).row === row);
}

/** Presses a key and waits until a seat of that section has the keyboard. */
async function walkInto(key: string, section: string): Promise<Told> {
  await page.keyboard.press(key);
  return waitFor(async () => {
    const now = await told();
    return now.name.startsWith(section) ? now : null;
  });
}

/** Of a section of the stadium: the seats of each row, as the geometry has them. */
function rowsOf(section: number): number[] {
  const rows: readonly number[] = STADIUM?.sections[section]?.rows ?? [];
  return rows.filter((_, at) => at % INTEGERS_A_ROW === 0);
}

describe.skipIf(noBrowser)('a grid of 79,900 seats', () => {
  test('says how large it is, where one stands, and what the seat is', async () => {
    elementsAtFirst = await page.evaluate<number>("document.querySelectorAll('*').length");
    const [seats = 0, ...rows] = rowsOf(0);
    await grid.getByRole('gridcell').focus();
    const first = await told();
    expect(first).toEqual({
      name: 'Section 101, row A, seat 1, free',
      ...{ rows: rows.length + 1, columns: seats, row: 1, column: 1 },
    });
  });

  test('as the browser tells assistive technology', async () => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    const cells = nodes.filter(({ role }) => role?.value === 'gridcell');
    expect(cells.map(({ name }) => String(name?.value))).toEqual([
      'Section 101, row A, seat 1, free',
    ]);
    const focused = cells[0]?.properties?.find(({ name }) => name === 'focused');
    expect(focused?.value.value).toBe(true);
    const grids = nodes.filter(({ role }) => role?.value === 'grid');
    expect(
      grids.map(({ name, description }) => [String(name?.value), String(description?.value)]),
    ).toEqual([
      [
        'Seats of Aurora DSQL',
        'Arrows walk · Page Up and Page Down go 5 rows · ' +
          'Enter buys a free seat or shows its holders · Space only selects',
      ],
    ]);
  });

  test('is walked by arrows, Home and End, and ends at its edges', async () => {
    const [seats = 0, below = 0] = rowsOf(0);
    expect(await walk('ArrowRight', 'Section 101, row A, seat 2')).toMatchObject({
      name: 'Section 101, row A, seat 2, sold, 1 owner',
      ...{ row: 1, column: 2 },
    });
    expect(await walk('ArrowDown', 'Section 101, row B, seat 2')).toMatchObject({
      ...{ row: 2, column: 2, columns: below },
    });
    expect(await walk('End', `Section 101, row B, seat ${below}`)).toMatchObject({ column: below });
    await walk('ArrowRight', `Section 101, row B, seat ${below}`);
    await walk('ArrowUp', `Section 101, row A, seat ${Math.min(seats, below)}`);
    await walk('Home', 'Section 101, row A, seat 1');
    await walk('ArrowLeft', 'Section 101, row A, seat 1');
    await walk('ArrowUp', 'Section 101, row A, seat 1');
  });

  test('is walked five rows at a time by Page Up and Page Down', async () => {
    const rows = rowsOf(0);
    await walk('ArrowRight', 'Section 101, row A, seat 2');
    expect(await walk('PageDown', 'Section 101, row F, seat 2')).toMatchObject({
      name: 'Section 101, row F, seat 2, free',
      ...{ row: 6, column: 2, columns: rows[5] },
    });
    await walk('PageUp', 'Section 101, row A, seat 2');
    await walk('PageUp', 'Section 101, row A, seat 2');
    // As far as the section has pages, and over its edge: the row counts on from there.
    const pages = Math.floor(rows.length / 5) + 1;
    for (let at = 1; at < pages; at += 1) await walkToRow('PageDown', at * 5 + 1);
    const row = pages * 5 - rows.length;
    const next = await walkInto('PageDown', 'Section 102');
    expect(next).toMatchObject({ row: row + 1, column: 2, rows: rowsOf(1).length });
    for (let at = pages - 1; at >= 0; at -= 1) await walkToRow('PageUp', at * 5 + 1);
    await walk('Home', 'Section 101, row A, seat 1');
  });

  test('goes on in the next section, and back', async () => {
    const rows = rowsOf(0);
    for (let row = 2; row <= rows.length; row += 1) await walkToRow('ArrowDown', row);
    const next = await walk('ArrowDown', 'Section 102, row A, seat 1');
    expect(next).toMatchObject({ row: 1, rows: rowsOf(1).length, columns: rowsOf(1)[0] });
    await walk('ArrowDown', 'Section 102, row B, seat 1');
    await walk('ArrowRight', 'Section 102, row B, seat 2');
    expect(await walk('ArrowRight', 'Section 102, row B, seat 3')).toMatchObject({
      name: 'Section 102, row B, seat 3, sold, 1 owner',
    });
    await walk('Home', 'Section 102, row B, seat 1');
    await walk('ArrowUp', 'Section 102, row A, seat 1');
    const before = await walkInto('ArrowUp', 'Section 101');
    expect(before).toMatchObject({ row: rows.length, rows: rows.length });
  });

  test('a section is picked from all of them, and the keyboard finds its first seat', async () => {
    const picker = page.locator('.seat-grid select');
    const names = STADIUM?.sections.map(({ name }) => name) ?? [];
    expect(await picker.locator('option').allInnerTexts()).toEqual(names);
    await page.keyboard.press('Shift+Tab');
    expect(await picker.evaluate((node) => node === document.activeElement)).toBe(true);
    const last = names.at(-1) ?? '';
    await picker.selectOption({ label: last });
    await page.keyboard.press('Tab');
    expect((await told()).name).toBe(`${last}, row A, seat 1, free`);
    expect(await told()).toMatchObject({
      rows: rowsOf(names.length - 1).length,
      row: 1,
      column: 1,
    });
  });

  test('however far one walked, it is as small as it was', async () => {
    expect(await grid.locator('[role=row]').count()).toBe(1);
    expect(await grid.locator('[role=gridcell]').count()).toBe(2);
    expect(await page.evaluate<number>("document.querySelectorAll('*').length")).toBeLessThan(
      elementsAtFirst + 40,
    );
    expect(elementsAtFirst).toBeLessThan(1_000);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('news of the seat is told while one stands there', async () => {
    const { name } = await told();
    const [, section = '', row = '', seat = ''] =
      /^Section (\w+), row (\w+), seat (\d+), free$/.exec(name) ?? [];
    await sell(`S${section}-${row}-${seat}`);
    await walk('Shift', `Section ${section}, row ${row}, seat ${seat}`);
    await waitFor(async () => (await told()).name.endsWith('sold, 1 owner'));
  });

  test('Space selects, and Enter buys what is free', async () => {
    await page.keyboard.press('ArrowRight');
    const seat = await waitFor(async () => {
      const now = await told();
      return now.column === 2 ? now.name.replace(/, free$/, '') : null;
    });
    await page.keyboard.press(' ');
    const typed = page.getByLabel('Seat', { exact: true });
    const id = await waitFor(async () => {
      const value = await typed.inputValue();
      return value.endsWith('-A-2') ? value : null;
    });
    expect((await told()).name).toBe(`${seat}, free`);
    await page.keyboard.press('Enter');
    await page
      .getByLabel('Receipt')
      .locator('[data-outcome=CONFIRMED]', { hasText: seat })
      .waitFor();
    await waitFor(async () => (await told()).name === `${seat}, sold, 1 owner`);
    const { ledger } = await server.ask<{ ledger: { totalCount: number } }>(
      'query ($seat: ID!) { ledger(engine: "dsql", seat: $seat, first: 1) { totalCount } }',
      { seat: id },
    );
    expect(ledger.totalCount).toBe(1);
  });
});
