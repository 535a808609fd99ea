import { describe, expect, it } from 'vitest';
import { DEFAULT_VENUE, seatPositions, VENUES, venueOf, venueSeatIds } from '../index.ts';
import { UNITS_PER_SEAT } from './bowl.ts';

const venues = Object.values(VENUES);

describe.each(venues)('venue $id', (venue) => {
  const ids = venueSeatIds(venue);
  const positions = seatPositions(venue);
  const seats = ids.map((id, index) => ({
    id,
    x: positions[index * 2] ?? NaN,
    y: positions[index * 2 + 1] ?? NaN,
  }));

  it('names every seat exactly once', () => {
    expect({ ids: ids.length, unique: new Set(ids).size, positions: positions.length }).toEqual({
      ids: venue.seatCount,
      unique: venue.seatCount,
      positions: venue.seatCount * 2,
    });
  });

  it('numbers its sections without gaps', () => {
    let first = 0;
    for (const section of venue.sections) {
      const rowCounts = section.rows.filter((_, at) => at % 7 === 0);
      const count = rowCounts.reduce((sum, seatsOfRow) => sum + seatsOfRow, 0);
      expect({ id: section.id, first: section.first, count: section.count }).toEqual({
        id: section.id,
        first,
        count,
      });
      expect(section.rows.every(Number.isInteger)).toBe(true);
      first += count;
    }
    expect(first).toBe(venue.seatCount);
  });

  it('keeps every seat whole within its bounds', () => {
    const [left = 0, top = 0, right = 0, bottom = 0] = venue.bounds;
    const half = UNITS_PER_SEAT / 2;
    const outside = seats.filter(
      ({ x, y }) =>
        !(x - half >= left && x + half <= right && y - half >= top && y + half <= bottom),
    );
    expect(outside).toEqual([]);
  });

  it('leaves the middle open: no seat reaches into the pitch', () => {
    const [left = 0, top = 0, right = 0, bottom = 0] = venue.pitch;
    const endRadius = (bottom - top) / 2;
    const endX = right - endRadius;
    const reach = seats.filter(({ x, y }) => {
      const fromAxis = Math.hypot(Math.max(0, Math.abs(x) - endX), y);
      return fromAxis < endRadius + UNITS_PER_SEAT / 2;
    });
    expect({ left: -left, reach }).toEqual({ left: right, reach: [] });
  });

  it('keeps neighbours at least 0.9 of a seat apart', () => {
    const closest = closestPair(seats);
    expect(closest.distance, closest.pair).toBeGreaterThan(0.9);
  });

  it('cannot be changed', () => {
    const parts = [venue, venue.sections, venue.bounds, venue.pitch];
    const rows = venue.sections.flatMap((section) => [section, section.rows]);
    expect([...parts, ...rows].every((part) => Object.isFrozen(part))).toBe(true);
  });
});

interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Of all pairs of neighbours, in seats: only seats in adjoining cells of a grid are compared. */
function closestPair(seats: readonly Spot[]): { distance: number; pair: string } {
  const cellOf = ({ x, y }: Spot) => [x, y].map((at) => Math.floor(at / UNITS_PER_SEAT));
  const grid = new Map<string, Spot[]>();
  let closest = { distance: Infinity, pair: '' };
  for (const seat of seats) {
    const [column = 0, line = 0] = cellOf(seat);
    for (let cell = 0; cell < 9; cell += 1) {
      const key = `${column - 1 + (cell % 3)} ${line - 1 + Math.floor(cell / 3)}`;
      for (const other of grid.get(key) ?? []) {
        const distance = Math.hypot(seat.x - other.x, seat.y - other.y) / UNITS_PER_SEAT;
        if (distance < closest.distance) closest = { distance, pair: `${seat.id} ${other.id}` };
      }
    }
    const own = `${column} ${line}`;
    grid.set(own, [...(grid.get(own) ?? []), seat]);
  }
  return closest;
}

describe('the search for the closest pair', () => {
  it('finds the pair that a comparison of all finds', () => {
    const at = (id: string, x: number, y: number): Spot => ({ id, x: x * 32, y: y * 32 });
    const spots = [at('a', -0.1, 0), at('b', 0.9, 0.9), at('c', 0.7, 0), at('d', 5, 5)];
    const { distance, pair } = closestPair(spots);
    expect([Math.round(distance * 10) / 10, pair]).toEqual([0.8, 'c a']);
  });
});

describe('the venues', () => {
  it('share no seat id, so that a ledger never confuses them', () => {
    const all = venues.flatMap(venueSeatIds);
    expect(new Set(all).size).toBe(all.length);
  });

  it('have the sizes and the seats that people ask for', () => {
    const idsOf = (id: string) => venueSeatIds(VENUES[id] ?? { sections: [] });
    const [hall, theatre] = [idsOf('hall'), idsOf('theatre')];
    const [arena, stadium] = [idsOf('arena'), idsOf('stadium')];
    expect([hall.length, hall[0], hall.at(-1)]).toEqual([96, 'A1', 'H12']);
    expect(hall.every((id) => /^[A-H]([1-9]|1[0-2])$/.test(id))).toBe(true);
    expect(Math.abs(arena.length - 3500)).toBeLessThan(100);
    expect(arena).toContain('112-E-8');
    expect(Math.abs(theatre.length - 1_000)).toBeLessThan(100);
    expect([theatre[0], theatre.at(-1)]).toEqual(['SL-A-1', 'BR-F-15']);
    expect(Math.abs(stadium.length - 80_000)).toBeLessThan(1_000);
    expect([stadium[0], stadium.at(-1)]).toEqual(['S101-A-1', 'S340-AF-33']);
  });

  it('put a theatre’s audience before its stage, and its first seats on the left', () => {
    const theatre = VENUES['theatre'];
    if (theatre === undefined) throw new Error('there is no theatre');
    const positions = seatPositions(theatre);
    const [, , , stageFront = 0] = theatre.pitch;
    const [, top = 0, , bottom = 0] = theatre.bounds;
    const heights = positions.filter((_, at) => at % 2 === 1);
    expect(heights.filter((y) => y > stageFront).length).toBeGreaterThan(0.95 * theatre.seatCount);
    expect(bottom).toBeGreaterThan(-3 * top);
    for (const { first, rows } of theatre.sections) {
      expect(positions[first * 2]).toBeLessThan(positions[(first + (rows[0] ?? 0) - 1) * 2] ?? 0);
    }
  });

  it('are found by id, and only by their own', () => {
    expect(venueOf(DEFAULT_VENUE)).toBe(VENUES['hall']);
    expect([venueOf('moon'), venueOf('constructor'), venueOf('')]).toEqual([null, null, null]);
  });
});
