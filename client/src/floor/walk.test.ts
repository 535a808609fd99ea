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
