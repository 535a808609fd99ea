import { expect, test } from 'vitest';
import { Flashes } from './flashes.ts';

const dueOf = (flashes: Flashes, nowMs: number): number[] => [
  ...flashes.due.subarray(0, flashes.takeDue(nowMs)),
];

test('a seat is due when its moment came, and until it is told of anew', () => {
  const flashes = new Flashes(4);
  flashes.expect(2, 100);
  flashes.expect(3, 150);
  expect([dueOf(flashes, 99), dueOf(flashes, 100), dueOf(flashes, 149)]).toEqual([[], [2], [2]]);
  flashes.expect(2, 200);
  expect(dueOf(flashes, 199)).toEqual([3]);
});

test('what has settled is not alive, and a seat that flashes again is listed once', () => {
  const flashes = new Flashes(2);
  flashes.expect(1, 10);
  flashes.settle(1);
  expect(flashes.alive).toBe(false);
  flashes.expect(1, 20);
  expect(flashes.alive).toBe(true);
  expect(dueOf(flashes, 20)).toEqual([1]);
  for (let again = 0; again < 10; again += 1) {
    flashes.settle(1);
    flashes.expect(1, 30);
  }
  expect(dueOf(flashes, 30)).toEqual([1]);
});

test('cleared, nothing flashes', () => {
  const flashes = new Flashes(2);
  flashes.expect(0, 10);
  flashes.clear();
  expect([flashes.alive, dueOf(flashes, 1_000)]).toEqual([false, []]);
});
