// A bowl in the shape of a capsule: straight stands above and below, true wedges at both ends, in one
// or more tiers around an open pitch. The sections of a tier run clockwise from the top left, and
// row A is at the front. Arena and stadium are two sizes of it.
import type { Venue } from '../venue.ts';
import {
  arcRow,
  buildVenue,
  seatsThatFit,
  straightRow,
  withinWedge,
  type Arc,
  type Block,
  type Row,
} from './bowl.ts';

interface Tier {
  /** Its sections count on from this number. */
  readonly firstSection: number;
  /** From the middle line to row A, in seats. */
  readonly radius: number;
  readonly rows: number;
  readonly wedgesAnEnd: number;
}

interface Capsule {
  readonly standsASide: number;
  readonly seatsAStandRow: number;
  /** Between the last seat of one section and the first of the next, centre to centre. */
  readonly aisle: number;
  /** Half of the pitch's height. */
  readonly pitchRadius: number;
  readonly tiers: readonly Tier[];
  /** What stands before a section's number in its id and in the ids of its seats. */
  readonly prefix: string;
}

/** A row of a section, by its distance from the middle line. */
type RowAt = (radius: number) => Row;

export function capsuleVenue(name: Pick<Venue, 'id' | 'name'>, shape: Capsule): Venue {
  const blocks = shape.tiers.flatMap((tier) => tierBlocks(shape, tier));
  const { pitchRadius } = shape;
  return buildVenue(name, blocks, {
    halfWidth: endX(shape) + pitchRadius,
    halfHeight: pitchRadius,
  });
}

/** Half of the straight sides: the ends turn about the points (±endX, 0). */
function endX({ standsASide, seatsAStandRow, aisle }: Capsule): number {
  return (standsASide * (seatsAStandRow - 1 + aisle)) / 2;
}

function tierBlocks(shape: Capsule, tier: Tier): Block[] {
  return around(shape, tier).map((rowAt, index) => {
    const number = tier.firstSection + index;
    const id = `${shape.prefix}${number}`;
    const rows = times(tier.rows, (row) => rowAt(tier.radius + row));
    return { id, name: `Section ${number}`, seatIds: `${id}-{row}-{seat}`, rows };
  });
}

/** The sections of one tier, clockwise from the top left. */
function around(shape: Capsule, { wedgesAnEnd }: Tier): readonly RowAt[] {
  const { standsASide } = shape;
  return [
    ...times(standsASide, (index) => stand(shape, index, -1)),
    ...times(wedgesAnEnd, (index) => wedge(shape, index, wedgesAnEnd, 1)),
    ...times(standsASide, (index) => stand(shape, index, 1)),
    ...times(wedgesAnEnd, (index) => wedge(shape, index, wedgesAnEnd, -1)),
  ];
}

/** @param side -1 above (left to right), 1 below (right to left): both clockwise */
function stand(shape: Capsule, index: number, side: -1 | 1): RowAt {
  const { aisle, seatsAStandRow: seats } = shape;
  const start = -endX(shape) + aisle / 2 + index * (seats - 1 + aisle);
  const end = start + seats - 1;
  return (radius) => straightRow(seats, -side * start, -side * end, side * radius);
}

/** @param end 1 the right end, from top to bottom; -1 the left end, from bottom to top */
function wedge(shape: Capsule, index: number, wedgesAnEnd: number, end: -1 | 1): RowAt {
  const angle = Math.PI / wedgesAnEnd;
  const from = -end * (Math.PI / 2) + index * angle;
  const centreX = end * endX(shape);
  return (radius) => {
    const whole: Arc = { centreX, centreY: 0, radius, from, to: from + angle };
    const arc = withinWedge(whole, shape.aisle / 2);
    return arcRow(seatsThatFit(arc), arc);
  };
}

function times<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
