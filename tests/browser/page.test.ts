// The page in a real browser, against a whole server of its own: what a visitor sees is what the
// databases did. Seats are read off the canvas, words off the page, and both against the API.
import { VENUES } from '@worldseat/schema/domain';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import {
  PURCHASE,
  WITNESS,
  type PurchaseAnswer,
  type VerdictAnswer,
} from '../support/operations.ts';
import type { TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { inkScript, type Ink } from './ink.ts';
import type { PageWatch } from './page-watch.ts';
import { openWatchedPage } from './watched-page.ts';

const LIMIT_MS = 60_000;
const BUYERS = 40;
const later = leftovers();
let server: TestServer;
let page: Page;
let watch: PageWatch;

beforeAll(async () => {
  if (noBrowser) return;
  ({ server, page, watch } = await openWatchedPage(later, LIMIT_MS));
  await page.goto(server.url);
});

const column = (engine: string): Locator =>
  page.locator(`section[aria-labelledby=engine-${engine}]`);
const verdictOf = (engine: string): Locator => column(engine).locator('[data-verdict]');
const heroOf = async (engine: string): Promise<number> =>
  Number((await column(engine).locator('[data-hero]').textContent())?.replaceAll(',', ''));

const inkOf = (engine: string): Promise<Ink> => page.evaluate<Ink>(inkScript(engine));

const floorWords = (): Promise<string[]> => page.locator('[data-verdict]').allInnerTexts();

describe.skipIf(noBrowser)('the page', () => {
  test('paints both floors, and claims nothing of a floor that sold nothing', async () => {
    for (const engine of ['dsql', 'dynamodb']) {
      await column(engine).locator('[data-verdict=UNPROVEN]').waitFor();
      const ink = await waitFor(async () => {
        const seen = await inkOf(engine);
        return seen.free > 1_000 ? seen : null;
      });
      expect({ sold: ink.sold, hot: ink.hot }).toEqual({ sold: 0, hot: 0 });
      expect(await column(engine).innerText()).toContain('EMBEDDED');
    }
  });

  test('Break it: news by WebSocket, and two sides that differ as they must', async () => {
    await page.getByLabel('Buyers').fill(String(BUYERS));
    await page.getByRole('button', { name: 'Break it' }).click();
    await page.locator('[data-burst=SETTLED]').nth(1).waitFor();
    await page.locator('[data-verdict=LINEARIZABLE]').waitFor();
    expect(await verdictOf('dsql').getAttribute('data-verdict')).toBe('LINEARIZABLE');
    expect(await verdictOf('dynamodb').getAttribute('data-verdict')).toBe('VIOLATED');
    for (const engine of ['dsql', 'dynamodb']) {
      const { witness } = await server.ask<VerdictAnswer>(WITNESS, { engine, seat: 'A1' });
      expect(await heroOf(engine)).toBe(witness.doubleSells);
    }
    expect(await heroOf('dsql')).toBe(0);
    expect(await heroOf('dynamodb')).toBeGreaterThan(0);
    expect([...watch.news].sort()).toEqual([
      'burstProgress',
      'room',
      'seatStatus',
      'witnessVerdict',
    ]);
  });

  test('the numbers are reconciled, and the seat is traced on both sides', async () => {
    expect(await page.getByText('✓ reconciled').count()).toBe(2);
    expect(await column('dsql').innerText()).toContain('Seat A1 has 1 owner');
    const owners = (await heroOf('dynamodb')) + 1;
    expect(await column('dynamodb').innerText()).toContain(`Seat A1 has ${owners} owners`);
    await waitFor(async () => {
      const [clean, broken] = [await inkOf('dsql'), await inkOf('dynamodb')];
      return clean.sold > 50 && clean.hot === 0 && broken.hot > 50;
    });
  });

  test('a reload shows the same verdicts', async () => {
    const before = await floorWords();
    await page.reload();
    await page.locator('[data-verdict=VIOLATED]').waitFor();
    await page.locator('[data-verdict=LINEARIZABLE]').waitFor();
    expect(await floorWords()).toEqual(before);
    await page.getByText('✓ reconciled').nth(1).waitFor();
  });

  test('a click on a free seat buys it, and the ledger agrees', async () => {
    const box = await column('dsql').locator('canvas.base').boundingBox();
    if (box === null) throw new Error('The floor has no box.');
    await page.mouse.click(...onFloor(box, 'E6'));
    const receipt = page.getByLabel('Receipt');
    await receipt.locator('[data-outcome=CONFIRMED]').waitFor();
    await receipt.getByText('The seat is yours alone').waitFor();
    const { witness } = await server.ask<VerdictAnswer>(WITNESS, { engine: 'dsql', seat: 'E6' });
    expect(witness.focus?.confirmed).toBe(1);
  });

  test('the keyboard buys too, and My tickets keeps both over a reload', async () => {
    const seats = page.getByRole('grid', { name: 'Seats of DynamoDB Global Tables' });
    await seats.getByRole('gridcell').focus();
    for (const key of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    const focused = page.locator('[role=gridcell]:focus');
    await waitFor(async () => (await focused.textContent())?.includes('Seat B2, free'));
    await page.keyboard.press('Enter');
    const receipt = page.getByLabel('Receipt');
    await receipt.locator('[data-outcome=CONFIRMED]', { hasText: 'Seat B2' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'My tickets' }).click();
    const tickets = page.getByRole('dialog');
    await tickets.locator('[data-outcome=CONFIRMED]').nth(1).waitFor();
    expect(await tickets.innerText()).toContain('Seat E6 on Aurora DSQL');
    await page.keyboard.press('Escape');
  });

  test('a lost connection is said, and what was missed is caught up with', async () => {
    await watch.cut();
    await page.getByText('Connection lost.').waitFor();
    const input = { engine: 'dsql', seat: 'H12', buyer: 'Zoe' };
    const { purchase } = await server.ask<PurchaseAnswer>(PURCHASE, { input });
    expect(purchase.outcome).toBe('CONFIRMED');
    watch.mend();
    await page.getByText('Connected again.').waitFor();
    await verdictOf('dsql').getByText('Witness: 3 tickets for 3 seats').waitFor();
    await page.getByText('Connected again.').waitFor({ state: 'hidden' });
  });

  test('in a small frame, too, the verdicts say that the numbers are reconciled', async () => {
    await page.setViewportSize({ width: 960, height: 540 });
    for (const engine of ['dsql', 'dynamodb']) {
      await verdictOf(engine).getByText('✓ reconciled').waitFor();
    }
  });

  test('nothing was asked of another origin, and the console stayed silent', () => {
    expect({ foreign: watch.foreign, complaints: watch.complaints }).toEqual({
      foreign: [],
      complaints: [],
    });
  });
});

/** Where a seat of the hall stands in the page: the floor is as large as its box allows, centred. */
function onFloor(
  box: { x: number; y: number; width: number; height: number },
  seat: 'E6',
): [x: number, y: number] {
  const hall = VENUES['hall'];
  const row = hall?.sections.find(({ seatIds }) => seatIds === `${seat.slice(0, 1)}{seat}`)?.rows;
  const [left = 0, top = 0, right = 0, bottom = 0] = hall?.bounds ?? [];
  const scale = Math.min(box.width / (right - left), box.height / (bottom - top), 72 / 32);
  // Seat 6 of 12 stands half a seat from the middle of its row, which the geometry names.
  const [, , , middleX = 0, middleY = 0] = row ?? [];
  return [box.x + box.width / 2 + middleX * scale + 4, box.y + box.height / 2 + middleY * scale];
}
