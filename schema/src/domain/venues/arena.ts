// The arena: a capsule bowl of about 3,500 seats around an oval pitch, in two tiers. Three straight
// stands above and below, six true wedges at each end; sections 101… and 201… run clockwise from the
// top left, so that 112 is the stand below on the left. Row A is at the front.
import type { Venue } from '../venue.ts';
import { arcRow, buildVenue, seatsThatFit, straightRow, withinWedge } from './bowl.ts';
import type { Arc, Block, Row } from './bowl.ts';

const STANDS_A_SIDE = 3;
const SEATS_A_STAND_ROW = 8;
const WEDGES_AN_END = 6;
/** Between the last seat of one section and the first of the next, centre to centre. */
const AISLE = 2.4;
/** Half of the straight sides: the ends turn about the points (±END_X, 0). */
const END_X = (STANDS_A_SIDE * (SEATS_A_STAND_ROW - 1 + AISLE)) / 2;
/** Half of the pitch's height. */
const PITCH_RADIUS = 9.6;

interface Tier {
  readonly firstSection: number;
  /** From the middle line to row A. */
  readonly radius: number;
  readonly rows: number;
}

const TIERS: readonly Tier[] = [
  { firstSection: 101, radius: 10.8, rows: 12 },
  { firstSection: 201, radius: 24.2, rows: 10 },
];

/** A row of a section, by its distance from the middle line. */
type RowAt = (radius: number) => Row;

/** @param side -1 above (left to right), 1 below (right to left): both clockwise */
function stand(index: number, side: -1 | 1): RowAt {
  const start = -END_X + AISLE / 2 + index * (SEATS_A_STAND_ROW - 1 + AISLE);
  const end = start + SEATS_A_STAND_ROW - 1;
  return (radius) => straightRow(SEATS_A_STAND_ROW, -side * start, -side * end, side * radius);
}

/** @param end 1 the right end, from top to bottom; -1 the left end, from bottom to top */
function wedge(index: number, end: -1 | 1): RowAt {
  const angle = Math.PI / WEDGES_AN_END;
  const from = -end * (Math.PI / 2) + index * angle;
  return (radius) => {
    const whole: Arc = { centreX: end * END_X, centreY: 0, radius, from, to: from + angle };
    const arc = withinWedge(whole, AISLE / 2);
    return arcRow(seatsThatFit(arc), arc);
  };
}

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** The sections of one tier, clockwise from the top left. */
const AROUND: readonly RowAt[] = [
  ...times(STANDS_A_SIDE, (index) => stand(index, -1)),
  ...times(WEDGES_AN_END, (index) => wedge(index, 1)),
  ...times(STANDS_A_SIDE, (index) => stand(index, 1)),
  ...times(WEDGES_AN_END, (index) => wedge(index, -1)),
];

function tierBlocks(tier: Tier): Block[] {
  return AROUND.map((rowAt, index) => {
    const id = String(tier.firstSection + index);
    const rows = times(tier.rows, (row) => rowAt(tier.radius + row));
    return { id, name: `Section ${id}`, seatIds: `${id}-{row}-{seat}`, rows };
  });
}

export const arena: Venue = buildVenue({ id: 'arena', name: 'Arena' }, TIERS.flatMap(tierBlocks), {
  halfWidth: END_X + PITCH_RADIUS,
  halfHeight: PITCH_RADIUS,
});
