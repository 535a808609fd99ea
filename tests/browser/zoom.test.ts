// Looking closer at a floor with a mouse: wheel, drag and clicks. After each of them the seat that the
// page names beneath the pointer is the one that stands there by the venue's geometry, and the one
// that is painted there.
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { waitFor } from '../support/wait-for.ts';
import { ArenaStage, expectSamePlace, SOLD } from './arena-stage.ts';
import { colourAt, middleOf, nameOf, seenOf, writtenAt } from './floor-hand.ts';
import { takePictures } from './pictures.ts';

const later = leftovers();
let stage: ArenaStage;

beforeAll(async () => {
  if (!noBrowser) stage = await ArenaStage.open(later);
});

beforeEach(async () => {
  if (!noBrowser) await stage.goHome();
});

describe.skipIf(noBrowser)('the whole floor', () => {
  test('names the seat beneath the pointer, and none where none is', async () => {
    const now = await stage.seen();
    expect(await stage.minimap.count()).toBe(0);
    const named = new Set<string | null>();
    for (const seat of ['101-A-1', '112-F-5', '207-C-4', '218-J-2']) {
      const { x, y } = stage.map.pointOf(now, seat);
      // Not the middle of the seat: what is nearest must be found.
      await stage.point({ x: x + 2, y: y - 2 });
      named.add(await stage.expectNamed({ x: x + 2, y: y - 2 }));
    }
    expect(named.size).toBe(4);
    await stage.point(middleOf(now));
    expect(await stage.expectNamed(middleOf(now))).toBe(null);
  });

  test('is painted where its seats are', async () => {
    const at = stage.map.pointOf(await stage.seen(), SOLD);
    await waitFor(async () => {
      const [red = 0, green = 0, blue = 0] = await colourAt(stage.floor, at);
      return blue > red + 60 && green > red;
    });
  });
});

describe.skipIf(noBrowser)('the wheel', () => {
  test('comes closer to the seat beneath the pointer, on this floor only', async () => {
    const far = await stage.seen();
    const at = await stage.comeCloserTo(SOLD);
    // What was beneath the pointer still is.
    expectSamePlace(stage.map.placeAt(await stage.seen(), at), stage.map.placeAt(far, at));
    expect(await stage.expectNamed(at)).toBe(SOLD);
    expect((await seenOf(stage.other)).k).toBe(1);
    expect(await stage.other.locator('.minimap').count()).toBe(0);
    await stage.minimap.waitFor();
    expect(await stage.page.evaluate('scrollY')).toBe(0);
  });

  test('goes no closer than the closest, and comes back to the whole floor', async () => {
    const at = await stage.comeCloserTo('101-A-1', 20_000);
    const close = await stage.seen();
    expect(stage.map.pitch(close)).toBeCloseTo(96, 0);
    expect(await stage.button('Zoom in').getAttribute('aria-disabled')).toBe('true');
    await stage.expectNamed(at);
    await stage.page.mouse.wheel(0, 20_000);
    await waitFor(async () => (await stage.seen()).k === 1);
    await stage.minimap.waitFor({ state: 'detached' });
    expect(await stage.seen()).toMatchObject({ k: 1, x: 0, y: 0 });
    // The floor slid beneath the pointer on its way back.
    await stage.expectNamed(at);
  });

  test('close seats are written on, far ones are not', async () => {
    const far = await stage.seen();
    const free = stage.map.seatAt(far, stage.map.pointOf(far, '112-F-7')) ?? '';
    expect(
      await writtenAt(stage.floor, stage.map.pointOf(far, free), stage.map.pitch(far) / 3),
    ).toBe(0);
    await stage.comeCloserTo(SOLD, 2_600);
    const close = await stage.seen();
    expect(stage.map.pitch(close)).toBeGreaterThan(26);
    for (const seat of [SOLD, free]) {
      await waitFor(
        async () =>
          (await writtenAt(
            stage.floor,
            stage.map.pointOf(close, seat),
            stage.map.pitch(close) / 3,
          )) > 8,
        { what: `seat ${seat} is written on` },
      );
    }
  });

  test('what is seen close is whole at every size', async () => {
    await stage.comeCloserTo(SOLD, 2_600);
    expect(await takePictures(stage.page, 'zoom-close')).toEqual([]);
    const at = middleOf(await stage.seen());
    await stage.point(at);
    await stage.expectNamed(at);
  });
});

describe.skipIf(noBrowser)('a drag', () => {
  test('moves the seats with the hand, and buys nothing', async () => {
    const before = await stage.tickets();
    const from = await stage.comeCloserTo(SOLD);
    const held = stage.map.placeAt(await stage.seen(), from);
    const to = { x: from.x + 70, y: from.y - 45 };
    await stage.page.mouse.down();
    await stage.page.mouse.move(from.x + 30, from.y - 20, { steps: 4 });
    expect(await stage.floor.locator('.tip').count()).toBe(0);
    await stage.page.mouse.move(to.x, to.y, { steps: 4 });
    await stage.page.mouse.up();
    expectSamePlace(stage.map.placeAt(await stage.seen(), to), held);
    await stage.point({ x: to.x + 1, y: to.y });
    expect(await stage.expectNamed({ x: to.x + 1, y: to.y })).toBe(SOLD);
    expect(await stage.tickets()).toBe(before);
    expect(await stage.page.getByLabel('Receipt').count()).toBe(0);
  });

  test('ends at the edge of the floor', async () => {
    await stage.comeCloserTo(SOLD);
    const { left, top, width, height, k } = await stage.seen();
    for (let drags = 0; drags < 6; drags += 1) {
      await stage.page.mouse.move(left + 40, top + 40);
      await stage.page.mouse.down();
      await stage.page.mouse.move(left + width - 40, top + height - 40, { steps: 4 });
      await stage.page.mouse.up();
    }
    expect(await stage.seen()).toMatchObject({ k, x: 0, y: 0 });
  });

  test('on the whole floor there is nowhere to go, and nothing is bought', async () => {
    const before = await stage.tickets();
    const now = await stage.seen();
    const from = stage.map.pointOf(now, SOLD);
    await stage.point(from);
    await stage.page.mouse.down();
    await stage.page.mouse.move(from.x + 80, from.y + 30, { steps: 4 });
    await stage.page.mouse.up();
    expect(await stage.seen()).toEqual(now);
    // Longer than a click waits for the second one of a double click.
    await stage.page.evaluate('new Promise((done) => setTimeout(done, 300))');
    expect(await stage.page.getByLabel('Receipt').count()).toBe(0);
    expect(await stage.tickets()).toBe(before);
  });
});

describe.skipIf(noBrowser)('a click', () => {
  test('twice comes closer, and buys nothing', async () => {
    const before = await stage.tickets();
    const at = await stage.pixelOf('110-D-4');
    const far = await stage.seen();
    await stage.page.mouse.dblclick(at.x, at.y);
    const close = await waitFor(async () => {
      const now = await stage.seen();
      return now.k > 1 ? now : null;
    });
    expect(close.k).toBeCloseTo(2.5, 5);
    expectSamePlace(stage.map.placeAt(close, at), stage.map.placeAt(far, at));
    expect(await stage.expectNamed(at)).toBe('110-D-4');
    expect(await stage.tickets()).toBe(before);
  });

  test('once, on what was moved and zoomed, buys the seat that is named', async () => {
    await stage.comeCloserTo('207-C-4', 1_800);
    await stage.button('Zoom out').click();
    const now = await stage.seen();
    const at = stage.map.pointOf(now, '207-C-5');
    await stage.point({ x: at.x + 3, y: at.y + 2 });
    expect(await stage.expectNamed({ x: at.x + 3, y: at.y + 2 })).toBe('207-C-5');
    await stage.page.mouse.click(at.x + 3, at.y + 2);
    const receipt = stage.page.getByLabel('Receipt');
    await receipt.locator('[data-outcome=CONFIRMED]', { hasText: nameOf('207-C-5') }).waitFor();
    await receipt.getByRole('button', { name: 'Close' }).click();
    const { ledger } = await stage.server.ask<{ ledger: { totalCount: number } }>(
      '{ ledger(engine: "dsql", seat: "207-C-5", first: 1) { totalCount } }',
    );
    expect(ledger.totalCount).toBe(1);
    await waitFor(async () => {
      const [red = 0, , blue = 0] = await colourAt(stage.floor, at);
      return blue > red + 60;
    });
  });
});

describe.skipIf(noBrowser)('all the while', () => {
  test('nothing was asked of another origin, and the console stayed silent', () => {
    expect({ foreign: stage.watch.foreign, complaints: stage.watch.complaints }).toEqual({
      foreign: [],
      complaints: [],
    });
  });
});
