// The theatre: about 1,000 seats in curved rows before a stage. The open middle is the stage; the
// stalls are three sections with the aisles of any house, and behind them the balcony has five. Rows
// turn about a point at the back of the stage; seats count from the left as the audience sees it.
import type { Venue } from '../venue.ts';
import {
  arcRow,
  buildVenue,
  seatsThatFit,
  withinWedge,
  type Arc,
  type Block,
  type Row,
} from './bowl.ts';

const AISLE = 2.4;
/** The point that every row turns about: above the middle of the stage, which is (0, 0). */
const CENTRE_Y = -9;
/** Angles grow clockwise from the right: straight ahead of the stage is downwards. */
const AHEAD = Math.PI / 2;
/** To either side. */
const HALF_SPAN = 0.98;

interface Level {
  readonly name: string;
  /** Ids and names of its sections, from left to right. */
  readonly sections: readonly (readonly [id: string, name: string])[];
  /** From the centre to row A, in seats. */
  readonly radius: number;
  readonly rows: number;
}

const LEVELS: readonly Level[] = [
  {
    name: 'Stalls',
    sections: [
      ['SL', 'left'],
      ['SC', 'centre'],
      ['SR', 'right'],
    ],
    radius: 22,
    rows: 13,
  },
  {
    name: 'Balcony',
    sections: [
      ['BL', 'far left'],
      ['BM', 'left'],
      ['BC', 'centre'],
      ['BN', 'right'],
      ['BR', 'far right'],
    ],
    radius: 38.5,
    rows: 6,
  },
];

function levelBlocks(level: Level): Block[] {
  const span = (2 * HALF_SPAN) / level.sections.length;
  return level.sections.map(([id, name], index) => {
    const to = AHEAD + HALF_SPAN - index * span;
    const rows = Array.from({ length: level.rows }, (_, row) =>
      seatRow({ radius: level.radius + row, from: to - span, to }),
    );
    return { id, name: `${level.name}, ${name}`, seatIds: `${id}-{row}-{seat}`, rows };
  });
}

function seatRow(angles: Pick<Arc, 'radius' | 'from' | 'to'>): Row {
  const arc = withinWedge({ centreX: 0, centreY: CENTRE_Y, ...angles }, AISLE / 2);
  // Clockwise is from right to left here: the first seat is the last of the arc.
  return arcRow(seatsThatFit(arc), { ...arc, from: arc.to, to: arc.from });
}

export const theatre: Venue = buildVenue(
  { id: 'theatre', name: 'Theatre' },
  LEVELS.flatMap(levelBlocks),
  { halfWidth: 17, halfHeight: 6.5 },
);
