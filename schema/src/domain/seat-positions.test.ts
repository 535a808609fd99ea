import { describe, expect, it } from 'vitest';
import { seatPositions } from './index.ts';

/** Positions of one row, rounded, as [x, y] pairs. */
function positionsOf(row: readonly number[]): number[][] {
  const seatCount = row[0] ?? 0;
  const section = {
    id: '1',
    name: '1',
    seatIds: '{row}{seat}',
    first: 0,
    count: seatCount,
    rows: row,
  };
  const flat = Array.from(
    seatPositions({ seatCount, sections: [section] }),
    (value) => Math.round(value * 100) / 100 + 0,
  );
  return Array.from({ length: seatCount }, (_, seat) => flat.slice(seat * 2, seat * 2 + 2));
}

describe('seatPositions', () => {
  it('spreads a straight row evenly, also when its middle point is off the middle', () => {
    expect(positionsOf([3, 0, 0, 10, 0, 64, 0])).toEqual([
      [0, 0],
      [32, 0],
      [64, 0],
    ]);
  });

  it('follows the arc through its three points, in either direction', () => {
    const clockwise = positionsOf([3, -100, 0, 0, -100, 100, 0]);
    expect(clockwise).toEqual([
      [-100, 0],
      [0, -100],
      [100, 0],
    ]);
    expect(positionsOf([3, 100, 0, 0, -100, -100, 0])).toEqual(clockwise.toReversed());
  });

  it('spreads by arc length: the middle point only chooses the arc', () => {
    expect(positionsOf([3, -100, 0, -60, -80, 100, 0])).toEqual([
      [-100, 0],
      [0, -100],
      [100, 0],
    ]);
  });

  it('takes the long way round when the middle point lies there', () => {
    expect(positionsOf([3, 0, -100, 0, 100, -100, 0])[1]).toEqual([70.71, 70.71]);
  });

  it('puts the only seat of a row in its middle', () => {
    expect(positionsOf([1, 0, 0, 32, 0, 64, 0])).toEqual([[32, 0]]);
  });
});
