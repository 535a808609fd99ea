import { VENUES, venueSeatIds } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import { indexAt, placeOf, seatIdAt, SeatIndex, seatLabel } from './places.ts';

const { hall, arena } = VENUES;
if (hall === undefined || arena === undefined) throw new Error('The venues are missing.');

describe.each(Object.entries(VENUES))('the %s', (_, venue) => {
  const every = Array.from({ length: venue.seatCount }, (_seat, index) => index);

  test('every seat has a place, and the place has the seat', () => {
    const wrong = every.filter((index) => {
      const place = placeOf(venue, index);
      return place === null || indexAt(venue, place) !== index;
    });
    expect(wrong).toEqual([]);
    expect([placeOf(venue, -1), placeOf(venue, venue.seatCount)]).toEqual([null, null]);
  });

  test('ids are worked out as the list of them has them, both ways', () => {
    const ids = venueSeatIds(venue);
    const index = new SeatIndex(venue);
    const wrong = every.filter((at) => {
      const id = seatIdAt(venue, at) ?? 'none';
      return id !== ids[at] || index.get(id) !== at;
    });
    expect(wrong).toEqual([]);
    expect(seatIdAt(venue, venue.seatCount)).toBeNull();
  });
});

test('ids that the floor does not have are not found', () => {
  const index = new SeatIndex(arena);
  const wrong = ['', 'A1', '112-E-0', '112-E-08', '112-E-999', '112-ZZZ-1', '112-e-8', '999-A-1'];
  const more = ['112-E-8 ', 'x'.repeat(1_000), '112-E-8\n', '112-{row}-{seat}'];
  expect([...wrong, ...more].filter((id) => index.has(id))).toEqual([]);
  expect(index.has('112-E-8')).toBe(true);
});

test('labels', () => {
  const index = new SeatIndex(arena).get('112-E-8') ?? -1;
  expect(seatLabel(arena, index, '112-E-8')).toBe('Section 112, row E, seat 8');
  expect(seatLabel(hall, 0, 'A1')).toBe('Seat A1');
});
