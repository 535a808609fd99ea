// The stage with the arena on sale under a mouse: what the tests of looking closer have in common.
import { VENUES } from '@worldseat/schema/domain';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Close } from '../support/leftovers.ts';
import { PURCHASE, RESET, type PurchaseAnswer } from '../support/operations.ts';
import type { TestServer } from '../support/server.ts';
import { waitFor } from '../support/wait-for.ts';
import { nameOf, seenOf, VenueMap, type At, type Seen } from './floor-hand.ts';
import type { PageWatch } from './page-watch.ts';
import { openWatchedPage } from './watched-page.ts';

const LIMIT_MS = 60_000;
const NAME_LIMIT_MS = 5_000;
/** There no seat is so small that half a pixel makes it another one. */
const STAGE = { width: 1_920, height: 1_080 };
/** Of seats: from afar too small to be written on, close by large. */
const VENUE = 'arena';
/** The one that was sold before. */
export const SOLD = '112-F-5';

export class ArenaStage {
  readonly map: VenueMap;
  /** Under the hand; the other one must not move with it. */
  readonly floor: Locator;
  readonly other: Locator;
  readonly server: TestServer;
  readonly page: Page;
  readonly watch: PageWatch;

  private constructor(
    { server, page, watch }: { server: TestServer; page: Page; watch: PageWatch },
    map: VenueMap,
  ) {
    this.map = map;
    this.server = server;
    this.page = page;
    this.watch = watch;
    this.floor = page.locator('section[aria-labelledby=engine-dsql]');
    this.other = page.locator('section[aria-labelledby=engine-dynamodb]');
  }

  /** @param later registers what must be closed (see leftovers.ts) */
  static async open(later: (close: Close) => void): Promise<ArenaStage> {
    const venue = VENUES[VENUE];
    if (venue === undefined) throw new Error(`there is no ${VENUE}`);
    const stage = new ArenaStage(await openWatchedPage(later, LIMIT_MS), new VenueMap(venue));
    const { server, page, floor, other } = stage;
    await server.ask(RESET, { venue: VENUE });
    const input = { engine: 'dsql', seat: SOLD, buyer: 'Ana Berg', region: 'us-east-1' };
    const { purchase } = await server.ask<PurchaseAnswer>(PURCHASE, { input });
    expect(purchase.outcome).toBe('CONFIRMED');
    await page.goto(server.url);
    for (const column of [floor, other]) await column.locator('.floor.live').waitFor();
    return stage;
  }

  /** Both floors whole, and the pointer away from them. */
  async goHome(): Promise<void> {
    await this.page.setViewportSize(STAGE);
    for (const column of [this.floor, this.other]) {
      await this.button('Zoom in', column).focus();
      await this.page.keyboard.press('0');
      await waitFor(async () => (await seenOf(column)).k === 1);
    }
    await this.page.mouse.move(2, 2);
  }

  button(name: string, column = this.floor): Locator {
    return column.getByRole('group', { name: 'Zoom' }).getByRole('button', { name });
  }

  get minimap(): Locator {
    return this.floor.locator('.minimap');
  }

  seen(): Promise<Seen> {
    return seenOf(this.floor);
  }

  point({ x, y }: At): Promise<void> {
    return this.page.mouse.move(x, y);
  }

  /** A mouse is on whole pixels. */
  async pixelOf(seat: string): Promise<At> {
    const { x, y } = this.map.pointOf(await this.seen(), seat);
    return { x: Math.round(x), y: Math.round(y) };
  }

  /** What the page says of the place beneath the pointer is what is there. @returns the seat */
  async expectNamed(at: At): Promise<string | null> {
    const seat = this.map.seatAt(await this.seen(), at);
    const named = this.floor.locator('.tip b');
    const expected = seat === null ? [] : [nameOf(seat)];
    await waitFor(async () => String(await named.allInnerTexts()) === String(expected), {
      limitMs: NAME_LIMIT_MS,
      what: `the tip says "${expected.join()}", not "${(await named.allInnerTexts()).join()}"`,
    });
    return seat;
  }

  /** By one turn of the wheel, at a seat. */
  async comeCloserTo(seat: string, turn = 1_000): Promise<At> {
    const at = await this.pixelOf(seat);
    await this.point(at);
    await this.page.mouse.wheel(0, -turn);
    await waitFor(async () => (await this.seen()).k > 2);
    return at;
  }

  /** In the ledger of the floor. */
  async tickets(): Promise<number> {
    const { ledger } = await this.server.ask<{ ledger: { totalCount: number } }>(
      '{ ledger(engine: "dsql", first: 1) { totalCount } }',
    );
    return ledger.totalCount;
  }
}

export const distance = (one: At, other: At): number =>
  Math.hypot(one.x - other.x, one.y - other.y);

/** In venue units, of which a seat has 32. */
export function expectSamePlace(one: At, other: At): void {
  expect(distance(one, other)).toBeLessThan(1);
}
