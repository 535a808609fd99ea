import { packSeat, SEAT_STATUSES, unpackSeat, VENUES } from '@worldseat/schema/domain';
import { describe, expect, test } from 'vitest';
import { FloorModel, FREE, mostHeldSeat, NO_REGION, OVERSOLD, SOLD } from './model.ts';

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
    model.apply({ packed: [packSeat(5, 1)], regions: [0] }, 100);
    model.replace({ packed: [packSeat(0, 60)], regions: [1] });
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
    model.apply({ packed: [packSeat(3, 1)], regions: [1] }, 100);
    expect(seat(model, 3)).toEqual({ status: SOLD, holders: 1, region: 1, soldAt: 100 });
  });

  test('a seat that is put on sale anew is free, and keeps no Region', () => {
    const model = new FloorModel(hall, REGIONS);
    model.apply({ packed: [packSeat(3, 2)], regions: [1] }, 100);
    model.apply({ packed: [packSeat(3, 0)], regions: [-1] }, 200);
    expect(seat(model, 3)).toEqual({ status: FREE, holders: 0, region: NO_REGION, soldAt: 100 });
  });

  test('seats beyond the floor and Regions never heard of do no harm', () => {
    const model = new FloorModel(hall, REGIONS);
    const packed = [packSeat(hall.seatCount, 1), -1, packSeat(1, 1), 2 * 64 + 48];
    model.apply({ packed, regions: [0, 0, 2, 0] }, 1);
    expect(model.status.reduce((sum, status) => sum + status, 0)).toBe(SOLD);
    expect(seat(model, 1).region).toBe(NO_REGION);
  });

  test('watchers are told of each change until they leave', () => {
    const model = new FloorModel(hall, REGIONS);
    let told = 0;
    const leave = model.watch(() => (told += 1));
    model.replace({ packed: [], regions: [] });
    leave();
    model.replace({ packed: [], regions: [] });
    expect(told).toBe(1);
  });
});

describe('written by a replay', () => {
  test('seats are set one by one, and watchers are told once', () => {
    const model = new FloorModel(hall, REGIONS);
    let told = 0;
    model.watch(() => (told += 1));
    model.set(3, 1, 1, 100);
    model.set(4, 60, 9, -Infinity);
    model.set(hall.seatCount, 1, 0, 0);
    expect(told).toBe(0);
    model.notify();
    expect([told, seat(model, 3), seat(model, 4)]).toEqual([
      1,
      { status: SOLD, holders: 1, region: 1, soldAt: 100 },
      { status: OVERSOLD, holders: 60, region: NO_REGION, soldAt: -Infinity },
    ]);
    model.set(3, 0, NO_REGION, -Infinity);
    expect(seat(model, 3)).toEqual({
      status: FREE,
      holders: 0,
      region: NO_REGION,
      soldAt: -Infinity,
    });
  });
});

test('what is oversold is counted, and each change of it is another edition', () => {
  const model = new FloorModel(hall, REGIONS);
  const facts = () => [model.oversold, model.oversoldTickets, model.oversoldEdition];
  const seen = [facts()];
  model.apply({ packed: [packSeat(0, 1)], regions: [0] }, 0);
  seen.push(facts());
  model.apply({ packed: [packSeat(0, 2), packSeat(5, 3)], regions: [0, 1] }, 0);
  seen.push(facts());
  model.apply({ packed: [packSeat(0, 4)], regions: [0] }, 0);
  seen.push(facts());
  model.apply({ packed: [packSeat(5, 0)], regions: [-1] }, 0);
  seen.push(facts());
  expect(seen.map(([seats, tickets]) => [seats, tickets])).toEqual([
    [0, 0],
    [0, 0],
    [2, 5],
    [2, 7],
    [1, 4],
  ]);
  const editions = seen.map(([, , edition]) => edition);
  expect(editions[1]).toBe(editions[0]);
  expect(new Set(editions.slice(1)).size).toBe(4);
  model.replace({ packed: [], regions: [] });
  expect(facts().slice(0, 2)).toEqual([0, 0]);
});

test('the compact form is read as unpackSeat reads it', () => {
  const model = new FloorModel(arena, REGIONS);
  const packed = [0, 1, 2, 9, 15, 40].map((holders, at) => packSeat(at * 700, holders));
  model.apply({ packed, regions: packed.map(() => 0) }, 0);
  const read = packed.map((value) => {
    const { index } = unpackSeat(value);
    return {
      index,
      status: SEAT_STATUSES[model.status[index] ?? 0],
      holders: model.holders[index],
    };
  });
  expect(read).toEqual(packed.map(unpackSeat));
});

test('the most held seat, on whichever floor it is', () => {
  const quiet = new FloorModel(hall, REGIONS);
  const broken = new FloorModel(hall, REGIONS);
  quiet.apply({ packed: [packSeat(0, 1)], regions: [] }, 0);
  expect(mostHeldSeat([quiet, broken])).toBeNull();
  broken.apply({ packed: [packSeat(1, 2), packSeat(13, 5)], regions: [] }, 0);
  expect(mostHeldSeat([quiet, broken])).toBe('B2');
});
