import { packSeat, VENUES } from '@worldseat/schema/domain';
import { expect, test } from 'vitest';
import { badgesOf, ringAt } from './badges.ts';
import { fitFloor } from './layout.ts';
import { FloorModel } from './model.ts';
import { MAX_BADGES } from './overlay.ts';

const { hall, arena } = VENUES;
if (hall === undefined || arena === undefined) throw new Error('The venues are missing.');

test('only oversold seats get a badge, the most held last; the seat in question is exact', () => {
  const model = new FloorModel(hall, []);
  const packed = [packSeat(0, 60), packSeat(1, 1), packSeat(2, 20), packSeat(3, 2)];
  model.apply({ packed, changes: [] }, 0);
  const badges = badgesOf({ model, focus: 0, focusHolders: 60 }, fitFloor(hall, 900, 600));
  expect(badges.map(({ label }) => label)).toEqual(['2', '15+', '60']);
});

test('badges are bounded, and the most held are kept', () => {
  const model = new FloorModel(arena, []);
  const packed = Array.from({ length: 1_000 }, (_, index) => packSeat(index, index < 10 ? 9 : 2));
  model.apply({ packed, changes: [] }, 0);
  const badges = badgesOf({ model, focus: null, focusHolders: null }, fitFloor(arena, 900, 600));
  expect(badges).toHaveLength(MAX_BADGES);
  expect(badges.filter(({ holders }) => holders === 9)).toHaveLength(10);
});

test('a ring is wider than what it rings', () => {
  const model = new FloorModel(hall, []);
  model.apply({ packed: [packSeat(0, 60)], changes: [] }, 0);
  const scene = { model, focus: 0, focusHolders: 60 };
  const layout = fitFloor(hall, 900, 600);
  const [badge] = badgesOf(scene, layout);
  expect(ringAt(scene, layout, 0).radius).toBeGreaterThan(badge?.radius ?? Infinity);
});
