import { describe, expect, test } from 'vitest';
import { Pace } from './pace.ts';
import { Turns } from './turns.ts';

const [SMALL, LARGE] = [3_564, 79_900];
const FRAME_MS = 1_000 / 60;
const OVER_MS = 60;

/** What each floor paints, frame by frame: S its seats, O what stands above them. */
function framesOf(paces: readonly Pace[], seatCount: number, frames: number, frameMs = FRAME_MS) {
  return Array.from({ length: frames }, (_, frame) =>
    paces.map((pace) => {
      const atMs = 1_000 + frame * frameMs;
      const seats = pace.takeSeats(seatCount, atMs) ? 'S' : '';
      return seats + (pace.takeOver(seatCount, OVER_MS, atMs) ? 'O' : '');
    }),
  );
}

describe('pace', () => {
  test('two large floors take turns, and nothing is painted above seats in their own frame', () => {
    const turns = new Turns();
    const all = framesOf([new Pace(turns), new Pace(turns)], LARGE, 60);
    // The first paint of each waits for nobody.
    const settled = all.slice(8);
    const seats = settled.map((floors) => floors.filter((each) => each.includes('S')).length);
    expect(seats).toEqual(settled.map(() => 1));
    expect(settled.flat().filter((each) => each === 'SO')).toEqual([]);
    const over = settled.flat().filter((each) => each === 'O').length;
    expect(over).toBe(settled.length / 2);
  });

  test('a small floor paints in every frame', () => {
    const turns = new Turns();
    const all = framesOf([new Pace(turns), new Pace(turns)], SMALL, 20);
    expect(all.flat().every((each) => each.startsWith('S'))).toBe(true);
  });

  test('a floor that has its thread for itself paints its seats in every frame', () => {
    const all = framesOf([new Pace(null)], LARGE, 40).flat();
    expect(all.every((each) => each.startsWith('S'))).toBe(true);
    expect(all.filter((each) => each === 'SO')).toHaveLength(10);
  });

  test('where frames are rare, nobody waits for a turn', () => {
    const turns = new Turns();
    const all = framesOf([new Pace(turns), new Pace(turns)], LARGE, 20, 110);
    expect(all.flat().every((each) => each === 'SO')).toBe(true);
  });

  test('in a hurry nothing waits', () => {
    const pace = new Pace(new Turns());
    const takes = () => [pace.takeSeats(LARGE, 1_000), pace.takeOver(LARGE, OVER_MS, 1_000)];
    takes();
    expect(pace.takeOver(LARGE, OVER_MS, 1_000)).toBe(false);
    pace.hurry();
    expect(takes()).toEqual([true, true]);
  });

  test('a floor that is closed leaves its turn to the next', () => {
    const turns = new Turns();
    const [first, second] = [new Pace(turns), new Pace(turns)];
    first.close();
    const third = new Pace(turns);
    const settled = framesOf([second, third], LARGE, 30).slice(8);
    expect(settled.every(([one, other]) => one?.includes('S') !== other?.includes('S'))).toBe(true);
  });
});
