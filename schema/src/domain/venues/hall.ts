// The small hall: 96 seats, two curved rows on each of the four sides of an oval stage. Rows A to H
// of 12, lettered clockwise from the top, the front row of each side first: A1 is where you look.
import type { Venue } from '../venue.ts';
import { arcRow, buildVenue, type Block } from './bowl.ts';

const SEATS_A_ROW = 12;
/** The front rows form an oval: flat arcs above and below meet round arcs at the ends, smoothly. */
const END_RADIUS = 5.5;
const FLAT_RADIUS = 19.5;
/** Half of the angle that a flat arc spans: it decides where the two meet. */
const FLAT_HALF_ANGLE = 0.35;
/** From row to row, centre to centre. */
const ROW_DISTANCE = 1.25;
/** From seat to seat in the front and in the back row; what is left of a side is aisle. */
const SEAT_DISTANCE = [1.1, 1.18] as const;
/** From the front rows to the open middle. */
const APRON = 1.35;

const END_X = (FLAT_RADIUS - END_RADIUS) * Math.sin(FLAT_HALF_ANGLE);
const FLAT_Y = (FLAT_RADIUS - END_RADIUS) * Math.cos(FLAT_HALF_ANGLE);

interface Side {
  readonly name: string;
  readonly rows: readonly [front: string, back: string];
  /** Its rows turn about this point… */
  readonly centreX: number;
  readonly centreY: number;
  readonly radius: number;
  /** …and their middle lies in this direction. */
  readonly facing: number;
}

const flat = { centreX: 0, radius: FLAT_RADIUS };
const end = { centreY: 0, radius: END_RADIUS };

const SIDES: readonly Side[] = [
  { name: 'North', rows: ['A', 'B'], ...flat, centreY: FLAT_Y, facing: -Math.PI / 2 },
  { name: 'East', rows: ['C', 'D'], ...end, centreX: END_X, facing: 0 },
  { name: 'South', rows: ['E', 'F'], ...flat, centreY: -FLAT_Y, facing: Math.PI / 2 },
  { name: 'West', rows: ['G', 'H'], ...end, centreX: -END_X, facing: Math.PI },
];

/** One section a row: letters run on from side to side, so the letter is part of the id pattern. */
function sideBlocks({ name, rows, centreX, centreY, radius, facing }: Side): Block[] {
  return SEAT_DISTANCE.map((seatDistance, index) => {
    const letter = rows[index] ?? '';
    const rowRadius = radius + index * ROW_DISTANCE;
    const halfSpan = ((SEATS_A_ROW - 1) * seatDistance) / (2 * rowRadius);
    const arc = { centreX, centreY, radius: rowRadius, from: facing - halfSpan };
    return {
      id: letter,
      name: `${name}, row ${letter}`,
      seatIds: `${letter}{seat}`,
      rows: [arcRow(SEATS_A_ROW, { ...arc, to: facing + halfSpan })],
    };
  });
}

export const hall: Venue = buildVenue(
  { id: 'hall', name: 'Small hall' },
  SIDES.flatMap(sideBlocks),
  { halfWidth: END_X + END_RADIUS - APRON, halfHeight: FLAT_RADIUS - FLAT_Y - APRON },
);
