import { packSeat, VENUES } from '@worldseat/schema/domain';
import { expect, test } from 'vitest';
import { badgesOf, MAX_BADGES, ringAt } from './badges.ts';
import { fitFloor, zoomed } from './layout.ts';
import { FloorModel } from './model.ts';
import { glowReach, seenFromAfar } from './overlay.ts';

const { hall, arena, stadium } = VENUES;
if (hall === undefined || arena === undefined || stadium === undefined) {
  throw new Error('The venues are missing.');
}
const alone = { focus: null, focusHolders: null };
const sold = (packed: number[]) => ({ packed, regions: packed.map(() => -1) });

test('only oversold seats get a badge, the most held last; the seat in question is exact', () => {
  const model = new FloorModel(hall, []);
  model.apply(sold([packSeat(0, 60), packSeat(1, 1), packSeat(2, 20), packSeat(4, 2)]), 0);
  const badges = badgesOf({ model, focus: 0, focusHolders: 60 }, fitFloor(hall, 900, 600));
  expect(badges.map(({ label }) => label)).toEqual(['2', '15+', '60']);
});

test('badges are bounded, and the most held are kept', () => {
  const model = new FloorModel(stadium, []);
  const spread = Array.from({ length: 2_000 }, (_, at) => packSeat(at * 39, at < 10 ? 9 : 2));
  model.apply(sold(spread), 0);
  const badges = badgesOf({ model, ...alone }, fitFloor(stadium, 9_000, 6_000));
  expect(badges).toHaveLength(MAX_BADGES);
  expect(badges.filter(({ holders }) => holders === 9)).toHaveLength(10);
});

test('no badge hides another one’s number, and the seat in question always has its own', () => {
  const model = new FloorModel(arena, []);
  const crowd = Array.from({ length: 300 }, (_, index) => packSeat(index, 2 + (index % 3)));
  model.apply(sold(crowd), 0);
  const badges = badgesOf({ model, focus: 7, focusHolders: null }, fitFloor(arena, 600, 400));
  const others = badges.slice(0, -1);
  const hidden = others.filter((one, at) =>
    others.some((other, place) => {
      const room = (one.radius + other.radius) * 0.7;
      return place > at && Math.hypot(one.x - other.x, one.y - other.y) < room;
    }),
  );
  expect(hidden).toEqual([]);
  expect(badges.at(-1)?.holders).toBe(3);
  expect(others.length).toBeGreaterThan(5);
});

test('from afar no glow reaches another badge: each is one picture with its glow', () => {
  const model = new FloorModel(stadium, []);
  const held = (at: number): number => packSeat(at * 7, 2 + (at % 14));
  model.apply(sold(Array.from({ length: 9_000 }, (_, at) => held(at))), 0);
  const layout = fitFloor(stadium, 900, 650);
  expect(seenFromAfar(layout)).toBe(true);
  const badges = badgesOf({ model, focus: 7, focusHolders: 60 }, layout);
  const reached = badges.filter((one) =>
    badges.some((other) => {
      const apart = Math.hypot(one.x - other.x, one.y - other.y);
      return other !== one && apart < glowReach(one.radius, layout) + other.radius * 1.11;
    }),
  );
  expect(badges.length).toBeGreaterThan(50);
  expect(reached).toEqual([]);
});

test('what is not seen has no badge', () => {
  const model = new FloorModel(arena, []);
  model.apply(sold([packSeat(0, 2), packSeat(arena.seatCount - 1, 2)]), 0);
  const home = fitFloor(arena, 900, 600);
  expect(badgesOf({ model, ...alone }, home)).toHaveLength(2);
  const corner = zoomed(home, { k: 60, x: 0, y: 0 });
  expect(badgesOf({ model, ...alone }, corner)).toEqual([]);
});

test('a ring is wider than what it rings', () => {
  const model = new FloorModel(hall, []);
  model.apply(sold([packSeat(0, 60)]), 0);
  const scene = { model, focus: 0, focusHolders: 60 };
  const layout = fitFloor(hall, 900, 600);
  const [badge] = badgesOf(scene, layout);
  expect(ringAt(scene, layout, 0).radius).toBeGreaterThan(badge?.radius ?? Infinity);
});
