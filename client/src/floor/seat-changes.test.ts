import { expect, test } from 'vitest';
import { SeatChanges } from './seat-changes.ts';

const read = (changes: SeatChanges, since: number): number[] =>
  Array.from({ length: changes.count - since }, (_, at) => changes.at(since + at));

test('each reader reads on from where it was', () => {
  const changes = new SeatChanges();
  changes.note(7);
  const since = changes.count;
  changes.note(5);
  changes.note(7);
  expect([read(changes, 0), read(changes, since)]).toEqual([
    [7, 5, 7],
    [5, 7],
  ]);
});

test('it remembers a number of changes, and says when some are forgotten', () => {
  const changes = new SeatChanges();
  for (let seat = 0; seat < 16_384; seat += 1) changes.note(seat);
  expect([changes.remembers(0), read(changes, 0).at(-1)]).toEqual([true, 16_383]);
  changes.note(1);
  expect([changes.remembers(0), changes.remembers(1)]).toEqual([false, true]);
});

test('after noteAll() nobody can read on', () => {
  const changes = new SeatChanges();
  const since = changes.count;
  changes.noteAll();
  expect([changes.remembers(since), changes.remembers(changes.count)]).toEqual([false, true]);
});
