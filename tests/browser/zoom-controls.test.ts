// What a floor offers for looking closer without a wheel: the minimap, the buttons and the keys. The
// seat that the page names beneath a pointer that rests is the one that they brought there.
import { VENUES } from '@worldseat/schema/domain';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noBrowser } from '../support/browser.ts';
import { leftovers } from '../support/leftovers.ts';
import { waitFor } from '../support/wait-for.ts';
import { ArenaStage, distance, SOLD } from './arena-stage.ts';
import { seenOf, type At, type Seen } from './floor-hand.ts';

const later = leftovers();
let stage: ArenaStage;

beforeAll(async () => {
  if (!noBrowser) stage = await ArenaStage.open(later);
});

beforeEach(async () => {
  if (!noBrowser) await stage.goHome();
});

describe.skipIf(noBrowser)('the minimap', () => {
  test('a press goes there, and a drag goes along', async () => {
    await stage.comeCloserTo(SOLD, 1_400);
    const { k } = await stage.seen();
    const box = await stage.minimap.boundingBox();
    if (box === null) throw new Error('the minimap has no box');
    const [left, right] = [0.3, 0.7].map((share) => ({
      x: box.x + box.width * share,
      y: box.y + box.height * 0.75,
    }));
    if (left === undefined || right === undefined) throw new Error('unreachable');
    await stage.point(left);
    await stage.page.mouse.down();
    const onLeft = await stage.seen();
    await stage.page.mouse.move(right.x, right.y, { steps: 6 });
    const onRight = await stage.seen();
    await stage.page.mouse.up();
    expect([onLeft.k, onRight.k]).toEqual([k, k]);
    for (const [now, at] of [
      [onLeft, left],
      [onRight, right],
    ] as const) {
      // What was pressed on the small floor is in the middle of the large one.
      const share = { x: (at.x - box.x) / box.width, y: (at.y - box.y) / box.height };
      const whole = { x: -now.x / k + now.width / k / 2, y: -now.y / k + now.height / k / 2 };
      expect(whole.x / now.width).toBeCloseTo(atFloor(now, share).x, 1);
      expect(whole.y / now.height).toBeCloseTo(atFloor(now, share).y, 1);
    }
    // The button is up: the pointer is on its way elsewhere.
    await stage.point(left);
    expect(await stage.seen()).toEqual(onRight);
  });

  test('frames what is seen', async () => {
    await stage.comeCloserTo(SOLD, 1_400);
    const now = await stage.seen();
    const frame = await stage.minimap.locator('i').boundingBox();
    const box = await stage.minimap.boundingBox();
    if (frame === null || box === null) throw new Error('there is no frame');
    const middle = {
      x: (frame.x + frame.width / 2 - box.x) / box.width,
      y: (frame.y + frame.height / 2 - box.y) / box.height,
    };
    expect(atFloor(now, middle).x).toBeCloseTo((now.width / 2 - now.x) / now.k / now.width, 1);
    expect(atFloor(now, middle).y).toBeCloseTo((now.height / 2 - now.y) / now.k / now.height, 1);
  });
});

/** Where a share of the minimap is on the whole stage.floor, which is centred in its box: as a share. */
function atFloor({ width, height }: Seen, share: At): At {
  const [left = 0, top = 0, right = 0, bottom = 0] = VENUES['arena']?.bounds ?? [];
  const fit = Math.min(width / (right - left), height / (bottom - top));
  return {
    x: 0.5 + ((share.x - 0.5) * (right - left) * fit) / width,
    y: 0.5 + ((share.y - 0.5) * (bottom - top) * fit) / height,
  };
}

describe.skipIf(noBrowser)('buttons', () => {
  test('zoom in and out about the seat in question, and show the whole floor', async () => {
    const seat = await stage.page.getByLabel('Seat', { exact: true }).inputValue();
    const far = stage.map.pointOf(await stage.seen(), seat);
    await stage.button('Zoom in').click();
    expect((await stage.seen()).k).toBeCloseTo(1.6, 5);
    await stage.button('Zoom in').click();
    const close = await stage.seen();
    expect(close.k).toBeCloseTo(2.56, 5);
    // A box may be half a pixel wider than it says.
    expect(distance(stage.map.pointOf(close, seat), far)).toBeLessThan(1);
    await stage.button('Zoom out').click();
    const back = await stage.seen();
    expect(back.k).toBeCloseTo(1.6, 5);
    expect(distance(stage.map.pointOf(back, seat), far)).toBeLessThan(1);
    await stage.button('Whole floor').click();
    expect(await stage.seen()).toMatchObject({ k: 1, x: 0, y: 0 });
    expect(await stage.button('Whole floor').count()).toBe(0);
  });

  test('keep the keyboard where it was when they go', async () => {
    const focused = (): Promise<unknown> =>
      stage.page.evaluate("document.activeElement?.getAttribute('aria-label') ?? null");
    await stage.button('Zoom in').focus();
    await stage.page.keyboard.press('Enter');
    await stage.button('Whole floor').focus();
    await stage.page.keyboard.press('Enter');
    expect((await stage.seen()).k).toBe(1);
    expect(await focused()).toBe('Zoom in');
    await stage.page.keyboard.press('Enter');
    await stage.button('Zoom out').focus();
    await stage.page.keyboard.press('Enter');
    expect((await stage.seen()).k).toBe(1);
    expect(await focused()).toBe('Zoom in');
  });
});

describe.skipIf(noBrowser)('keys', () => {
  test('zoom, move and come home on the floor that has the keyboard', async () => {
    await stage.button('Zoom in').focus();
    for (const [key, k] of [
      ['+', 1.6],
      ['=', 2.56],
      ['-', 1.6],
      ['+', 2.56],
      ['_', 1.6],
    ] as const) {
      await stage.page.keyboard.press(key);
      expect((await stage.seen()).k).toBeCloseTo(k, 5);
    }
    const middle = await stage.seen();
    for (const [key, x, y] of [
      ['ArrowRight', -1, 0],
      ['ArrowDown', 0, -1],
      ['ArrowLeft', 1, 0],
      ['ArrowUp', 0, 1],
    ] as const) {
      const before = await stage.seen();
      await stage.page.keyboard.press(key);
      const after = await stage.seen();
      expect([Math.sign(after.x - before.x), Math.sign(after.y - before.y)]).toEqual([x, y]);
    }
    const back = await stage.seen();
    expect(distance(back, middle)).toBeLessThan(1);
    for (const home of ['0', 'Escape']) {
      await stage.page.keyboard.press('+');
      expect((await stage.seen()).k).toBeGreaterThan(1);
      await stage.page.keyboard.press(home);
      expect(await stage.seen()).toMatchObject({ k: 1, x: 0, y: 0 });
    }
    expect((await seenOf(stage.other)).k).toBe(1);
  });

  test('pressed quickly, their steps add up', async () => {
    await stage.button('Zoom in').focus();
    for (let presses = 0; presses < 5; presses += 1) await stage.page.keyboard.press('+');
    expect((await stage.seen()).k).toBeCloseTo(1.6 ** 5, 5);
    for (let presses = 0; presses < 2; presses += 1) await stage.page.keyboard.press('-');
    expect((await stage.seen()).k).toBeCloseTo(1.6 ** 3, 5);
  });

  test('what they bring beneath a pointer that rests is what is named', async () => {
    const at = await stage.pixelOf('103-E-4');
    await stage.point(at);
    expect(await stage.expectNamed(at)).toBe('103-E-4');
    await stage.button('Zoom in').focus();
    await stage.page.keyboard.press('+');
    await waitFor(async () => (await stage.seen()).k > 1.5);
    expect(await stage.expectNamed(at)).not.toBe('103-E-4');
  });

  test('a seat that is walked to is brought into view', async () => {
    await stage.floor.getByRole('gridcell').focus();
    for (const k of [1.6, 2.56, 4.096]) {
      await stage.page.keyboard.press('+');
      expect((await stage.seen()).k).toBeCloseTo(k, 5);
    }
    const name = await stage.floor.getByRole('gridcell').innerText();
    await stage.page.keyboard.press('ArrowRight');
    await waitFor(async () => (await stage.floor.getByRole('gridcell').innerText()) !== name);
    const now = await stage.seen();
    const { x, y } = stage.map.pointOf(now, stage.map.ids[1] ?? '');
    expect(x).toBeGreaterThan(now.left);
    expect(x).toBeLessThan(now.left + now.width);
    expect(y).toBeGreaterThan(now.top);
    expect(y).toBeLessThan(now.top + now.height);
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
