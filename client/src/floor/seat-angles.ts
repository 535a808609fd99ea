// Which way each seat faces. Pure.
import type { Point } from './layout.ts';
import type { FloorShape } from './places.ts';

/**
 * The direction in which each seat's back points, away from the middle, in radians. A seat alone in
 * its row turns its back to the middle's opposite.
 */
export function seatAngles(shape: FloorShape, positions: Float32Array): Float32Array {
  const angles = new Float32Array(shape.seatCount);
  const at = (index: number): Point => ({
    x: positions[index * 2] ?? 0,
    y: positions[index * 2 + 1] ?? 0,
  });
  for (const { first, rows } of shape.sections) {
    let start = first;
    for (let row = 0; row < rows.length; row += 7) {
      const count = rows[row] ?? 0;
      for (let seat = start; seat < start + count; seat += 1) {
        const before = at(Math.max(start, seat - 1));
        const after = at(Math.min(start + count - 1, seat + 1));
        angles[seat] = outward(at(seat), after.x - before.x, after.y - before.y);
      }
      start += count;
    }
  }
  return angles;
}

function outward({ x, y }: Point, alongX: number, alongY: number): number {
  if (alongX === 0 && alongY === 0) return Math.atan2(y, x);
  const away = -alongY * x + alongX * y >= 0 ? 1 : -1;
  return Math.atan2(alongX * away, -alongY * away);
}
