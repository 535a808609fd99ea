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
    let closest = { distance: Infinity, pair: '' };
    seats.forEach((seat, index) => {
      for (const other of seats.slice(index + 1)) {
        const distance = Math.hypot(seat.x - other.x, seat.y - other.y) / UNITS_PER_SEAT;
        if (distance < closest.distance) closest = { distance, pair: `${seat.id} ${other.id}` };
      }
    });
    expect(closest.distance, closest.pair).toBeGreaterThan(0.9);
  });

  it('cannot be changed', () => {
    const parts = [venue, venue.sections, venue.bounds, venue.pitch];
    const rows = venue.sections.flatMap((section) => [section, section.rows]);
    expect([...parts, ...rows].every((part) => Object.isFrozen(part))).toBe(true);
  });
});

describe('the venues', () => {
  it('share no seat id, so that a ledger never confuses them', () => {
    const all = venues.flatMap(venueSeatIds);
    expect(new Set(all).size).toBe(all.length);
  });

  it('have the sizes and the seats that people ask for', () => {
    const hall = venueSeatIds(VENUES['hall'] ?? { sections: [] });
    const arena = venueSeatIds(VENUES['arena'] ?? { sections: [] });
    expect([hall.length, hall[0], hall.at(-1)]).toEqual([96, 'A1', 'H12']);
    expect(hall.every((id) => /^[A-H]([1-9]|1[0-2])$/.test(id))).toBe(true);
    expect(Math.abs(arena.length - 3500)).toBeLessThan(100);
    expect(arena).toContain('112-E-8');
  });

  it('are found by id, and only by their own', () => {
    expect(venueOf(DEFAULT_VENUE)).toBe(VENUES['hall']);
    expect([venueOf('stadium'), venueOf('constructor'), venueOf('')]).toEqual([null, null, null]);
  });
});
