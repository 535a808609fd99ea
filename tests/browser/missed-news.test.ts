// A message that never arrives, in a real browser and over a real WebSocket: the page finds the gap by
// the number of the next one, asks for everything afresh, and shows the floor as it is. Likewise where
// the thread that paints fails: the page takes its place, and misses nothing.
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { PURCHASE } from '../support/operations.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { inkScript, type Ink } from './ink.ts';

const ENGINE = 'dsql';
const LIMIT_MS = 60_000;
const later = leftovers();
let server: TestServer;
let page: Page;

/** What went over the socket about seats: what was asked for, what came, what was lost. */
const cable = { asked: 0, came: [] as number[], lost: [] as number[], loses: false };

beforeAll(async () => {
  if (noBrowser) return;
  server = await openTestServer(later, { settings: { WORLDSEAT_ENGINES: ENGINE } });
  const browser = await openBrowser();
  later(() => browser.close());
  page = await browser.newPage({ viewport: { width: 1_920, height: 1_080 } });
  page.setDefaultTimeout(LIMIT_MS);
  await page.routeWebSocket(/\/graphql$/, (socket) => {
    const far = socket.connectToServer();
    socket.onMessage((message) => {
      if (String(message).includes('subscription SeatStatus')) cable.asked += 1;
      far.send(message);
    });
    far.onMessage((message) => {
      const sequence = sequenceIn(String(message));
      if (sequence !== null && cable.loses) {
        cable.loses = false;
        cable.lost.push(sequence);
        return;
      }
      if (sequence !== null) cable.came.push(sequence);
      socket.send(message);
    });
  });
  await page.goto(server.url);
});

/** Null: no news of seats. */
function sequenceIn(message: string): number | null {
  const { payload } = JSON.parse(message) as {
    payload?: { data?: { seatStatus?: { sequence: number } } };
  };
  return payload?.data?.seatStatus?.sequence ?? null;
}

const ink = (): Promise<Ink> => page.evaluate<Ink>(inkScript(ENGINE));

async function buy(seat: string): Promise<void> {
  const input = { engine: ENGINE, seat, buyer: 'Ana', region: 'us-east-1' };
  const { purchase } = await server.ask<{ purchase: { outcome?: string } }>(PURCHASE, { input });
  expect(purchase.outcome).toBe('CONFIRMED');
}

describe.skipIf(noBrowser)('news that is lost on its way', () => {
  test('heals: a fresh snapshot is asked for, and every seat is shown', async () => {
    await page.locator('[data-verdict=UNPROVEN]').waitFor();
    await waitFor(() => cable.came.length === 1);
    cable.loses = true;
    await buy('A1');
    await waitFor(() => cable.lost.length === 1);
    expect({ ...cable, ink: (await ink()).sold }).toMatchObject({
      ...{ asked: 1, came: [1], lost: [2], ink: 0 },
    });
    await buy('A2');
    await waitFor(() => cable.came.length === 3);
    // The gap, then everything from a subscription of its own.
    expect(cable).toMatchObject({ asked: 2, came: [1, 3, 1] });
    const healed = await waitFor(async () => {
      const { sold } = await ink();
      return sold > 0 ? sold : null;
    });
    await page.reload();
    await page.locator('[data-verdict=LINEARIZABLE]').waitFor();
    await waitFor(async () => (await ink()).sold === healed);
  });
});

describe.skipIf(noBrowser)('a thread that paints, and fails', () => {
  test('is replaced by the page: what was sold before and after is shown', async () => {
    const before = (await ink()).sold;
    expect(before).toBeGreaterThan(0);
    const [thread, ...others] = page.workers();
    if (thread === undefined) throw new Error('no thread paints');
    expect(others).toEqual([]);
    const ended = thread.waitForEvent('close');
    await thread.evaluate('void setTimeout(() => { throw new Error("planted"); })');
    await ended;
    await waitFor(async () => (await ink()).sold === before);
    await buy('A3');
    await waitFor(async () => (await ink()).sold > before);
    expect(page.workers()).toEqual([]);
  });
});
