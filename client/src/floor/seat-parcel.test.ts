import { packSeat, seededRandom, VENUES } from '@worldseat/schema/domain';
import { expect, test } from 'vitest';
import { FloorModel } from './model.ts';
import { buffersOf, packParcel, unpackParcel } from './seat-parcel.ts';

const { hall } = VENUES;
if (hall === undefined) throw new Error('The venues are missing.');
const REGIONS = ['one', 'two'];
const CLOCK_AHEAD_MS = -250;
const modelOf = () => new FloorModel(hall, REGIONS);
const stateOf = ({ status, holders, region, soldAt, oversold }: FloorModel, laterMs: number) => ({
  ...{ status, holders, region, oversold },
  soldAt: soldAt.map((ms) => ms + laterMs),
});

test('a model that is told parcels is the same, by its own clock: random walks', () => {
  const seed = 4_211;
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const [model, told] = [modelOf(), modelOf()];
  let seen = Number.NEGATIVE_INFINITY;
  const kinds = new Set<string>();
  for (let step = 0; step < 300; step += 1) {
    for (let news = below(4); news > 0; news -= 1) {
      const seats = Array.from({ length: below(9) }, () =>
        packSeat(below(hall.seatCount), below(4)),
      );
      const change = { packed: seats, regions: seats.map(() => below(3) - 1) };
      if (below(20) === 0) model.replace(change);
      else model.apply(change, 1_000 + step);
      if (below(5) === 0) model.set(below(hall.seatCount), below(200), below(3), 1_000 + step);
    }
    const parcel = packParcel(model, seen);
    kinds.add(parcel.seats === null ? 'whole' : 'changes');
    seen = model.changes.count;
    unpackParcel(told, structuredClone(parcel, { transfer: buffersOf(parcel) }), CLOCK_AHEAD_MS);
    expect(stateOf(told, 0), `seed ${seed}, step ${step}`).toEqual(stateOf(model, CLOCK_AHEAD_MS));
  }
  expect([...kinds].sort()).toEqual(['changes', 'whole']);
});

test('of many changes of one seat its last state is told', () => {
  const model = modelOf();
  const since = model.changes.count;
  model.set(3, 1, 0, 100);
  model.set(3, 2, 1, 200);
  const told = modelOf();
  unpackParcel(told, packParcel(model, since), 0);
  expect([told.holders[3], told.region[3], told.soldAt[3], told.oversold]).toEqual([2, 1, 200, 1]);
});
