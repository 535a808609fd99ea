// Where every seat stands, worked out from the compact geometry. Pure, and the only reading of it:
// the painter, the pointer and the tests all use these positions, so that they cannot disagree.
import { INTEGERS_A_ROW, type Venue } from './venue.ts';

/** An arc that bends less than this (twice its triangle's area over its chord) is a straight line. */
const STRAIGHT_WITHIN = 0.25;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A row's path: the position at a share of its length, from 0 (first seat) to 1 (last seat). */
type Path = (share: number) => Point;

/**
 * The centre of every seat as x, y pairs in venue units; seat i is at [2i, 2i + 1]. The seats of a
 * row are spread evenly by arc length; the only seat of a row stands in its middle.
 */
export function seatPositions(venue: Pick<Venue, 'seatCount' | 'sections'>): Float32Array {
  const positions = new Float32Array(venue.seatCount * 2);
  for (const { first, rows } of venue.sections) {
    let at = first * 2;
    for (let row = 0; row < rows.length; row += INTEGERS_A_ROW) {
      const count = rows[row] ?? 0;
      const path = rowPath(rows, row + 1);
      for (let seat = 0; seat < count; seat += 1) {
        const { x, y } = path(count === 1 ? 0.5 : seat / (count - 1));
        positions[at] = x;
        positions[at + 1] = y;
        at += 2;
      }
    }
  }
  return positions;
}

function rowPath(rows: readonly number[], at: number): Path {
  const point = (offset: number): Point => ({
    x: rows[at + offset] ?? 0,
    y: rows[at + offset + 1] ?? 0,
  });
  return arcThrough(point(0), point(2), point(4));
}

/** The arc from start over middle to end; a straight line when the three are in line. */
function arcThrough(start: Point, middle: Point, end: Point): Path {
  const [ax, ay] = [middle.x - start.x, middle.y - start.y];
  const [bx, by] = [end.x - start.x, end.y - start.y];
  const cross = ax * by - ay * bx;
  if (Math.abs(cross) <= STRAIGHT_WITHIN * Math.hypot(bx, by)) {
    return (share) => ({ x: start.x + bx * share, y: start.y + by * share });
  }
  const [aa, bb] = [ax * ax + ay * ay, bx * bx + by * by];
  const centre = {
    x: start.x + (by * aa - ay * bb) / (2 * cross),
    y: start.y + (ax * bb - bx * aa) / (2 * cross),
  };
  return arcAround(centre, start, end, cross > 0 ? 1 : -1);
}

/** @param turn 1 when the angle grows from start to end, -1 when it shrinks */
function arcAround(centre: Point, start: Point, end: Point, turn: 1 | -1): Path {
  const radius = Math.hypot(start.x - centre.x, start.y - centre.y);
  const from = Math.atan2(start.y - centre.y, start.x - centre.x);
  const to = Math.atan2(end.y - centre.y, end.x - centre.x);
  const fullTurn = 2 * Math.PI;
  const span = (turn * ((((to - from) * turn) % fullTurn) + fullTurn)) % fullTurn;
  return (share) => ({
    x: centre.x + radius * Math.cos(from + span * share),
    y: centre.y + radius * Math.sin(from + span * share),
  });
}
