// The parts that a bowl is built of: rows that run clockwise around an open middle, and sections of
// such rows. Lengths are in seats (the distance between neighbours), y grows downwards, angles grow
// clockwise from the right. Rows are concentric or parallel, so that they never shear.
import { INTEGERS_A_ROW, type Section, type Venue } from '../venue.ts';

/** Venue units a seat: positions are rounded to 1/32 of the distance between neighbours. */
export const UNITS_PER_SEAT = 32;

/** Seven integers, as in Section.rows. */
export type Row = readonly number[];

/** A section before its seats are counted. */
export interface Block {
  readonly id: string;
  readonly name: string;
  readonly seatIds: string;
  readonly rows: readonly Row[];
}

export interface Arc {
  readonly centreX: number;
  readonly centreY: number;
  readonly radius: number;
  /** Radians of the first and the last seat. */
  readonly from: number;
  readonly to: number;
}

/** A row of seats on an arc. */
export function arcRow(count: number, { centreX, centreY, radius, from, to }: Arc): Row {
  const points = [from, (from + to) / 2, to].flatMap((angle) => [
    units(centreX + radius * Math.cos(angle)),
    units(centreY + radius * Math.sin(angle)),
  ]);
  return [count, ...points];
}

/** A straight row of seats from x0 to x1, all at y. */
export function straightRow(count: number, x0: number, x1: number, y: number): Row {
  return [count, ...[x0, (x0 + x1) / 2, x1].flatMap((x) => [units(x), units(y)])];
}

/**
 * The angles that a row of a wedge may use, when aisles of one width (not one angle) part it from
 * its neighbours: their edges stay parallel from the first row to the last.
 * @param clearance from the wedge's edge to the centre of the first seat, in seats
 */
export function withinWedge(arc: Arc, clearance: number): Arc {
  const margin = Math.asin(clearance / arc.radius);
  return { ...arc, from: arc.from + margin, to: arc.to - margin };
}

/** How many seats fit on an arc from its first seat to its last, at least one seat apart. */
export function seatsThatFit({ radius, from, to }: Arc): number {
  return Math.floor(radius * (to - from)) + 1;
}

/** Counts the seats of the blocks, in their order, and freezes the whole venue. */
export function buildVenue(
  shape: Pick<Venue, 'id' | 'name'>,
  blocks: readonly Block[],
  middle: { readonly halfWidth: number; readonly halfHeight: number },
): Venue {
  const sections: Section[] = [];
  let seatCount = 0;
  for (const { rows, ...block } of blocks) {
    const count = rows.reduce((sum, row) => sum + (row[0] ?? 0), 0);
    sections.push(Object.freeze({ ...block, first: seatCount, count, rows: freeze(rows.flat()) }));
    seatCount += count;
  }
  const pitch = [-1, -1, 1, 1].map((sign, at) => sign * units(half(middle, at)));
  return Object.freeze({
    ...shape,
    seatCount,
    sections: freeze(sections),
    bounds: freeze(boundsOf(sections, pitch)),
    pitch: freeze(pitch),
  });
}

const freeze = <Item>(items: readonly Item[]): readonly Item[] => Object.freeze(items);

function half(middle: { halfWidth: number; halfHeight: number }, at: number): number {
  return at % 2 === 0 ? middle.halfWidth : middle.halfHeight;
}

/** Every seat whole, and a little air; rows bulge most at one of their three points. */
function boundsOf(sections: readonly Section[], pitch: readonly number[]): number[] {
  const points = [
    pitch,
    ...sections.map(({ rows }) => rows.filter((_, at) => at % INTEGERS_A_ROW !== 0)),
  ].flat();
  const reach = (axis: number, side: -1 | 1): number =>
    points.reduce(
      (most, value, at) => (at % 2 === axis ? Math.max(most, side * value) : most),
      -Infinity,
    );
  const edge = (axis: number, side: -1 | 1): number => side * (reach(axis, side) + UNITS_PER_SEAT);
  return [edge(0, -1), edge(1, -1), edge(0, 1), edge(1, 1)];
}

function units(seats: number): number {
  return Math.round(seats * UNITS_PER_SEAT) + 0;
}
