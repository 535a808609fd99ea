import { expect, test } from 'vitest';
import { walk } from './walk.ts';

/** Two sections: rows of 3 and 2 seats, then one row of 2. Seats 0 1 2 / 3 4 and 5 6. */
const row = (count: number): number[] => [count, 0, 0, 0, 0, 0, 0];
const shape = {
  seatCount: 7,
  bounds: [],
  pitch: [],
  sections: [
    {
      id: '1',
      name: 'One',
      first: 0,
      count: 5,
      seatIds: '1-{row}-{seat}',
      rows: [row(3), row(2)].flat(),
    },
    { id: '2', name: 'Two', first: 5, count: 2, seatIds: '2-{row}-{seat}', rows: row(2) },
  ],
};

test.each([
  [0, 'ArrowRight', 1],
  [0, 'ArrowLeft', 0],
  [2, 'ArrowRight', 2],
  [1, 'End', 2],
  [1, 'Home', 0],
  [1, 'ArrowDown', 4],
  [1, 'ArrowUp', 1],
  [2, 'ArrowDown', 4],
  [4, 'ArrowUp', 1],
  [4, 'ArrowDown', 6],
  [6, 'ArrowUp', 4],
  [6, 'ArrowDown', 6],
])('from seat %d, %s leads to seat %d', (from, key, to) => {
  expect(walk(shape, from, key)).toBe(to);
});

test('other keys do not walk', () => {
  expect(walk(shape, 0, 'x')).toBeNull();
});

/** Rows of 4 seats: seven in the first section, the third of them of 2, and three in the second. */
const ROWS = [7, 3];
const tall = {
  ...shape,
  seatCount: 38,
  sections: ROWS.map((rows, at) => ({
    id: String(at),
    name: String(at),
    first: at * 26,
    count: at === 0 ? 26 : 12,
    seatIds: `${at}-{row}-{seat}`,
    rows: Array.from({ length: rows }, (_, nth) => row(at === 0 && nth === 2 ? 2 : 4)).flat(),
  })),
};

test.each([
  ['goes five rows on, across a shorter one', 3, 'PageDown', 21],
  ['goes back', 21, 'PageUp', 3],
  ['goes on in the next section, as arrows do', 21, 'PageDown', 37],
  ['comes back from it', 37, 'PageUp', 17],
  ['ends in the last row', 33, 'PageDown', 37],
  ['ends in the first row', 17, 'PageUp', 3],
  ['stays where the floor ends', 37, 'PageDown', 37],
  ['stays where the floor begins', 3, 'PageUp', 3],
  ['keeps within a row that is too short for it', 29, 'PageUp', 9],
])('a page %s: from seat %d, %s leads to seat %d', (_, from, key, to) => {
  expect(walk(tall, from, key)).toBe(to);
});
