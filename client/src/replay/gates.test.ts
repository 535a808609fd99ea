import { seededRandom, VENUES, venueSeatIds, type Venue } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { columnsOf, type BurstColumns } from './burst-columns.ts';
import { gatesOf } from './gates.ts';
import { seatPlacesOf } from './seat-places.ts';
import { randomBurst } from './testing.ts';

/** A burst of so many buyers, of two Regions, who all want the first seat of a venue. */
function crowdOf(venue: Venue, buyers: number): BurstColumns {
  const history = randomBurst(seededRandom(1));
  const [seatId = ''] = venueSeatIds(venue);
  const { regions } = history.header.engine;
  return columnsOf({
    ...history,
    header: { ...history.header, venue: venue.id },
    orders: Array.from({ length: buyers }, (_, index) => ({
      ...{ id: `o${index}`, seatId, buyer: 'Ana', region: regions[index % 2] ?? '' },
    })),
    answers: [],
  });
}

describe.each(Object.values(VENUES))('the crowds of venue $id', (venue) => {
  const [left = 0, top = 0, right = 0, bottom = 0] = venue.bounds;

  it.each([2, 60, 5_000])('of %d buyers stand within its bounds', (buyers) => {
    const { gate } = gatesOf(crowdOf(venue, buyers));
    const outside = [...gate.keys()].filter((at) => {
      const value = gate[at] ?? NaN;
      return at % 2 === 0 ? value < left || value > right : value < top || value > bottom;
    });
    expect(outside).toEqual([]);
  });

  it('show at most 700 places a gate, each of them once', () => {
    const { gate, seenAtGate } = gatesOf(crowdOf(venue, 5_000));
    const places = [...seenAtGate.keys()]
      .filter((order) => seenAtGate[order] === 1)
      .map((order) => `${gate[2 * order]},${gate[2 * order + 1]}`);
    expect({ seen: places.length, distinct: new Set(places).size }).toEqual({
      seen: 1_400,
      distinct: 1_400,
    });
  });
});

it('buyers at one seat stand beside each other, none on the seat', () => {
  const hall = VENUES['hall'] as Venue;
  const columns = crowdOf(hall, 60);
  const places = seatPlacesOf(columns);
  const [x = 0, y = 0] = columns.positions;
  const points = Array.from({ length: 60 }, (_, order) => [
    places[2 * order] ?? 0,
    places[2 * order + 1] ?? 0,
  ]);
  const distances = points.map(([px = 0, py = 0]) => Math.hypot(px - x, py - y));
  expect(Math.min(...distances)).toBeGreaterThan(25);
  expect(new Set(points.map((point) => point.join())).size).toBe(60);
});
