import { seatPositions, VENUES } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import { fitFloor, inDevicePixels, seatPoint, zoomed, type Layout } from './layout.ts';
import { SeatFinder } from './seat-finder.ts';

describe.each(Object.entries(VENUES))('the %s', (_, venue) => {
  const positions = seatPositions(venue);
  const finder = new SeatFinder(venue, positions);
  const home = fitFloor(venue, 900, 600);
  const every = Array.from({ length: venue.seatCount }, (_seat, index) => index);
  const missed = (layout: Layout): number[] =>
    every.filter((index) => finder.at(layout, seatPoint(layout, positions, index)) !== index);

  test('a point on a seat finds that seat', () => {
    expect(missed(home)).toEqual([]);
  });

  test('zoomed in, and on a dense screen, it finds the same', () => {
    expect(missed(inDevicePixels(zoomed(home, { k: 4, x: -500, y: -700 }), 1.5))).toEqual([]);
  });

  test('the pitch and the corners are no seat', () => {
    const { left, top, width, height } = home.pitch;
    expect(finder.at(home, { x: left + width / 2, y: top + height / 2 })).toBeNull();
    expect(finder.at(home, { x: -1_000, y: -1_000 })).toBeNull();
  });
});

test('of two neighbours the nearer one is found, in whichever section it is', () => {
  const row = (count: number, x: number): number[] => [count, x, 0, x + 16, 0, x + 32, 0];
  const section = (id: string, first: number, x: number) => ({
    ...{ id, name: id, first, count: 2, seatIds: `${id}{seat}`, rows: row(2, x) },
  });
  const venue = {
    seatCount: 4,
    sections: [section('A', 0, 0), section('B', 2, 64)],
    bounds: [-32, -32, 128, 32],
    pitch: [0, 0, 0, 0],
  };
  const layout = fitFloor(venue, 160, 64);
  const finder = new SeatFinder(venue, seatPositions(venue));
  const at = (x: number) => finder.at(layout, { x: layout.originX + x * layout.scale, y: 32 });
  expect([at(40), at(47), at(49), at(64), at(-25)]).toEqual([1, 1, 2, 2, null]);
});
