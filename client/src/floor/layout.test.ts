import { seatPositions, VENUES } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import { fitFloor, leaderPath, seatPoint } from './layout.ts';
import { seatAngles } from './seat-angles.ts';

describe.each(Object.entries(VENUES))('the %s', (_, venue) => {
  const positions = seatPositions(venue);
  const every = Array.from({ length: venue.seatCount }, (_seat, index) => index);

  test.each([
    [900, 600],
    [300, 700],
    [1_600, 200],
  ])('fits whole into %d × %d', (width, height) => {
    const layout = fitFloor(venue, width, height);
    const outside = every.filter((index) => {
      const { x, y } = seatPoint(layout, positions, index);
      const half = layout.seatPitch / 2;
      return x < half || y < half || x > width - half || y > height - half;
    });
    expect(outside).toEqual([]);
  });

  test('every seat turns its back to the pitch', () => {
    const angles = seatAngles(venue, positions);
    const facingOut = every.filter((index) => {
      const [x = 0, y = 0] = [positions[index * 2], positions[index * 2 + 1]];
      const angle = angles[index] ?? 0;
      return Math.cos(angle) * x + Math.sin(angle) * y < 0;
    });
    expect(facingOut).toEqual([]);
  });

  test('no line to the tickets crosses the big number', () => {
    const layout = fitFloor(venue, 900, 600);
    const { left, top, width, height } = layout.pitch;
    const middle = { left: left + height / 2, right: left + width - height / 2 };
    const crossing = every.filter((index) => {
      const seat = { ...seatPoint(layout, positions, index), radius: 9 };
      const path = leaderPath(layout, seat, 612);
      return path.some((to, step) => {
        const from = path[step - 1] ?? to;
        const across =
          Math.max(from.x, to.x) > middle.left && Math.min(from.x, to.x) < middle.right;
        const along = Math.max(from.y, to.y) > top && Math.min(from.y, to.y) < top + height;
        return across && along;
      });
    });
    expect(crossing).toEqual([]);
  });
});
