import { packSeat, VENUES } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import {
  FloorModel,
  FREE,
  indexAt,
  mostHeldSeat,
  NO_REGION,
  OVERSOLD,
  placeOf,
  seatLabel,
  SOLD,
} from './model.ts';

const REGIONS = ['us-east-1', 'us-east-2'];
const { hall, arena } = VENUES;
if (hall === undefined || arena === undefined) throw new Error('The venues are missing.');

const seat = (model: FloorModel, index: number) => ({
  status: model.status[index],
  holders: model.holders[index],
  region: model.region[index],
  soldAt: model.soldAt[index],
});

describe('FloorModel', () => {
  test('a snapshot replaces everything and flashes nothing', () => {
    const model = new FloorModel(hall, REGIONS);
    model.apply({ packed: [packSeat(5, 1)], changes: [{ region: 'us-east-1' }] }, 100);
    model.replace({ packed: [packSeat(0, 60)], changes: [{ region: 'us-east-2' }] });
    expect(seat(model, 5)).toEqual({
      status: FREE,
      holders: 0,
      region: NO_REGION,
      soldAt: -Infinity,
    });
    expect(seat(model, 0)).toEqual({ status: OVERSOLD, holders: 15, region: 1, soldAt: -Infinity });
  });

  test('a change is remembered with its moment and its Region', () => {
    const model = new FloorModel(hall, REGIONS);
    model.apply({ packed: [packSeat(3, 1)], changes: [{ region: 'us-east-2' }] }, 100);
    expect(seat(model, 3)).toEqual({ status: SOLD, holders: 1, region: 1, soldAt: 100 });
  });

  test('a seat that is put on sale anew is free, and keeps no Region', () => {
    const model = new FloorModel(hall, REGIONS);
    model.apply({ packed: [packSeat(3, 2)], changes: [{ region: 'us-east-2' }] }, 100);
    model.apply({ packed: [packSeat(3, 0)], changes: [{ region: null }] }, 200);
    expect(seat(model, 3)).toEqual({ status: FREE, holders: 0, region: NO_REGION, soldAt: 100 });
  });

  test('seats beyond the floor and Regions never heard of do no harm', () => {
    const model = new FloorModel(hall, REGIONS);
    const changes = [{ region: 'us-east-1' }, { region: 'mars-north-1' }];
    model.apply({ packed: [packSeat(hall.seatCount, 1), packSeat(1, 1)], changes }, 1);
    expect(model.status.reduce((sum, status) => sum + status, 0)).toBe(SOLD);
    expect(seat(model, 1).region).toBe(NO_REGION);
  });

  test('watchers are told of each change until they leave', () => {
    const model = new FloorModel(hall, REGIONS);
    let told = 0;
    const leave = model.watch(() => (told += 1));
    model.replace({ packed: [], changes: [] });
    leave();
    model.replace({ packed: [], changes: [] });
    expect(told).toBe(1);
  });
});

describe('places', () => {
  test.each([
    ['hall', hall],
    ['arena', arena],
  ])('every seat of the %s has a place, and the place has the seat', (_, venue) => {
    const wrong = Array.from({ length: venue.seatCount }, (_seat, index) => index).filter(
      (index) => {
        const place = placeOf(venue, index);
        return place === null || indexAt(venue, place) !== index;
      },
    );
    expect(wrong).toEqual([]);
    expect(placeOf(venue, venue.seatCount)).toBeNull();
  });

  test('labels', () => {
    const model = new FloorModel(arena, REGIONS);
    const index = model.indexOf.get('112-E-8') ?? -1;
    expect(seatLabel(arena, index, '112-E-8')).toBe('Section 112, row E, seat 8');
    expect(seatLabel(hall, 0, 'A1')).toBe('Seat A1');
  });
});

test('the most held seat, on whichever floor it is', () => {
  const quiet = new FloorModel(hall, REGIONS);
  const broken = new FloorModel(hall, REGIONS);
  quiet.apply({ packed: [packSeat(0, 1)], changes: [] }, 0);
  expect(mostHeldSeat([quiet, broken])).toBeNull();
  broken.apply({ packed: [packSeat(1, 2), packSeat(13, 5)], changes: [] }, 0);
  expect(mostHeldSeat([quiet, broken])).toBe('B2');
});
