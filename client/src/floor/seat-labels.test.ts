import { packSeat, VENUES } from '@worldseat/schema/domain';
import { expect, test } from 'vitest';
import { fitFloor, zoomed } from './layout.ts';
import { FloorModel } from './model.ts';
import { initialsOf, seatLabels } from './seat-labels.ts';

const { hall, stadium } = VENUES;
if (hall === undefined || stadium === undefined) throw new Error('The venues are missing.');

test('close seats bear their number, rows their letter, and the known owner’s initials', () => {
  const model = new FloorModel(hall, []);
  model.apply({ packed: [packSeat(0, 1), packSeat(2, 2)], regions: [-1, -1] }, 0);
  const labels = seatLabels(model, new Map([[0, 'AB']]), fitFloor(hall, 1_200, 800));
  const first = labels.slice(0, 3).map(({ name, owner, free }) => ({ name, owner, free }));
  expect(first).toEqual([
    { name: 'A1', owner: 'AB', free: false },
    { name: '2', owner: null, free: true },
    // The third is oversold: it has a badge.
    { name: '4', owner: null, free: true },
  ]);
  expect(labels).toHaveLength(hall.seatCount - 1);
});

test('from afar there is nothing to read, and close up only what is in view', () => {
  const model = new FloorModel(stadium, []);
  const home = fitFloor(stadium, 900, 600);
  expect(seatLabels(model, new Map(), home)).toEqual([]);
  const close = zoomed(home, { k: 20, x: -1_000, y: -6_000 });
  const labels = seatLabels(model, new Map(), close);
  const outside = labels.filter(({ x, y }) => x < 0 || y < 0 || x > 900 || y > 600);
  expect(outside).toEqual([]);
  expect(labels.length).toBeGreaterThan(20);
  expect(labels.length).toBeLessThan(700);
});

test.each([
  ['Ana', 'A'],
  ['Ana Berg', 'AB'],
  ['  ana  maria  berg ', 'AB'],
  ['buyer 17', 'B1'],
  ['😀 Zoe', '😀Z'],
  ['', ''],
])('initials of "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
