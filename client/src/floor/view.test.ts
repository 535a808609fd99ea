import { VENUES } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import { fitFloor, zoomed } from './layout.ts';
import { viewAfterKey } from './floor-keys.ts';
import {
  between,
  broughtIntoView,
  centredOn,
  HOME,
  limited,
  maxZoom,
  panned,
  seenPart,
  zoomedBy,
  zoomPoint,
  type View,
} from './view.ts';

const { stadium } = VENUES;
if (stadium === undefined) throw new Error('The stadium is missing.');
const home = fitFloor(stadium, 900, 600);
const MIDDLE = { x: 450, y: 300 };
/** Where a point of the whole floor is seen. */
const seen = ({ k, x, y }: View, at: { x: number; y: number }) => ({
  x: at.x * k + x,
  y: at.y * k + y,
});

describe('the limits', () => {
  test('never farther than the whole floor, never closer than the closest', () => {
    expect(limited(home, { k: 0.2, x: 40, y: -40 })).toEqual({ ...HOME, x: 0, y: 0 });
    expect(limited(home, { k: 1e6, x: 0, y: 0 }).k).toBe(maxZoom(home));
  });

  test('the edge of the floor never comes into its box', () => {
    const { x, y } = limited(home, { k: 2, x: 500, y: -5_000 });
    expect({ x, y }).toEqual({ x: 0, y: -home.height });
  });
});

describe('coming closer', () => {
  test('the point under the pointer stays where it is', () => {
    const at = { x: 300, y: 200 };
    expect(seen(zoomedBy(home, HOME, 3, at), at)).toEqual(at);
    const twice = zoomedBy(home, zoomedBy(home, HOME, 2, at), 1.5, at);
    expect(seen(twice, at)).toEqual(at);
  });

  test('out again is home', () => {
    const view = zoomedBy(home, zoomedBy(home, HOME, 2, MIDDLE), 1 / 2, MIDDLE);
    expect(view.k).toBe(1);
    expect([view.x, view.y].map(Math.abs)).toEqual([0, 0]);
  });

  test('keys and buttons come closer to the seat in question while it is seen, else to the middle', () => {
    const seat = { x: 120, y: 210 };
    expect(zoomPoint(home, HOME, null)).toEqual(MIDDLE);
    expect(zoomPoint(home, HOME, seat)).toEqual(seat);
    const close = viewAfterKey(home, HOME, '+', seat) ?? HOME;
    expect(close.k).toBeCloseTo(1.6, 5);
    expect(zoomPoint(home, close, seat)).toEqual(seen(close, seat));
    expect(seen(close, seat).x).toBeCloseTo(seat.x, 5);
    expect(seen(close, seat).y).toBeCloseTo(seat.y, 5);
    expect(zoomPoint(home, centredOn(home, { x: 800, y: 500 }, 4), seat)).toEqual(MIDDLE);
  });

  test('a seat that is seen moves nothing; another one moves just into view', () => {
    const view = centredOn(home, { x: 450, y: 300 }, 4);
    expect(broughtIntoView(home, view, { x: 450, y: 300 })).toBeNull();
    const moved = broughtIntoView(home, view, { x: 700, y: 300 });
    expect(moved?.y).toBe(view.y);
    expect(moved === null ? 0 : seen(moved, { x: 700, y: 300 }).x).toBeLessThan(900);
  });
});

test('a glide begins and ends where it should, and stays within the limits between', () => {
  const from = centredOn(home, { x: 100, y: 100 }, 2);
  const to = centredOn(home, { x: 800, y: 500 }, 8);
  expect(between(from, to, 0)).toEqual(from);
  expect(between(from, to, 1).k).toBeCloseTo(to.k);
  expect(between(from, to, 1).x).toBeCloseTo(to.x);
  const halfway = between(from, to, 0.5);
  expect(halfway.k).toBeCloseTo(4);
  expect(limited(home, halfway).x).toBeCloseTo(halfway.x);
});

test('what is seen, in venue units, is the part that the box holds', () => {
  const [left = 0, top = 0, right = 0, bottom = 0] = seenPart(home);
  const [boundsLeft = 0, boundsTop = 0, boundsRight = 0, boundsBottom = 0] = stadium.bounds;
  expect(left).toBeLessThanOrEqual(boundsLeft + 1e-6);
  expect(right).toBeGreaterThanOrEqual(boundsRight - 1e-6);
  expect(top).toBeLessThanOrEqual(boundsTop + 1e-6);
  expect(bottom).toBeGreaterThanOrEqual(boundsBottom - 1e-6);
  const part = seenPart(zoomed(home, centredOn(home, { x: 450, y: 300 }, 4)));
  expect((part[2] ?? 0) - (part[0] ?? 0)).toBeCloseTo((right - left) / 4);
});

describe('keys', () => {
  const close = centredOn(home, { x: 450, y: 300 }, 4);

  test('plus and minus zoom, 0 and Escape lead home, arrows look around', () => {
    const zoom = (key: string) => viewAfterKey(home, close, key, null)?.k ?? 0;
    expect([zoom('+') > 4, zoom('=') > 4, zoom('-') < 4, zoom('_') < 4]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([
      viewAfterKey(home, close, '0', null),
      viewAfterKey(home, close, 'Escape', null),
    ]).toEqual([HOME, HOME]);
    expect(viewAfterKey(home, close, 'ArrowRight', null)).toEqual(panned(home, close, 1, 0));
    expect(viewAfterKey(home, close, 'ArrowUp', null)).toEqual(panned(home, close, 0, -1));
  });

  test('of a whole floor only plus and minus are its own; every other key is the page’s', () => {
    const own = ['+', '-', '0', 'Escape', 'ArrowLeft', ' ', 'b'].filter(
      (key) => viewAfterKey(home, HOME, key, null) !== null,
    );
    expect(own).toEqual(['+', '-']);
    expect(viewAfterKey(home, close, 'b', null)).toBeNull();
  });
});
