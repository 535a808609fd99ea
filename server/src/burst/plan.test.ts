import { LIMITS, SCENARIOS, venueSeatIds, VENUES } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { isAnswerLost, nextRegion, SCENARIO_FACTS } from './plan.ts';
import type { PlanInput } from './scenarios/plan-input.ts';

const hallSeats = venueSeatIds(VENUES['hall'] ?? { sections: [] });
const input: PlanInput = {
  burstId: 'b1',
  seed: 7,
  buyers: 96,
  regions: ['us-east-1', 'us-east-2'],
  seatIds: hallSeats,
};
const { ON_SALE, FAN_LIMIT, RETRY_STORM } = SCENARIO_FACTS;

describe.each(SCENARIOS)('the plan of %s', (scenario) => {
  const { plan } = SCENARIO_FACTS[scenario];

  it('is the same for the same seed, byte for byte, and another for another', () => {
    const bytes = (seed: number) => JSON.stringify(plan({ ...input, seed }));
    expect(bytes(7)).toBe(bytes(7));
    expect(bytes(8)).not.toBe(bytes(7));
  });

  it('gives every engine the same buyers for the same seats', () => {
    const wishes = (burstId: string) =>
      plan({ ...input, burstId }).map(({ seatId, buyer, region }) => [seatId, buyer, region]);
    expect(wishes('dsql-1')).toEqual(wishes('dynamodb-1'));
  });

  it('has one order a buyer, with an id of its own, alternating between the Regions', () => {
    const orders = plan(input);
    expect(orders).toHaveLength(96);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(96);
    expect(orders.map(({ region }) => region)).toEqual(
      Array.from({ length: 96 }, (_, index) => `us-east-${(index % 2) + 1}`),
    );
  });
});

describe('ON_SALE', () => {
  it('is planned as it always was', () => {
    expect(ON_SALE.plan({ ...input, buyers: 2, seatIds: ['A1', 'A2', 'A3'] })).toEqual([
      { id: 'burst-b1-0', seatId: 'A3', buyer: 'Sam', region: 'us-east-1' },
      { id: 'burst-b1-1', seatId: 'A1', buyer: 'Yan', region: 'us-east-2' },
    ]);
  });

  it('prefers popular seats over the floor, and leaves none of a small floor out', () => {
    const orders = ON_SALE.plan({ ...input, buyers: 5_000, seatIds: hallSeats.slice(0, 5) });
    const wanted = new Map<string, number>();
    for (const { seatId } of orders) wanted.set(seatId, (wanted.get(seatId) ?? 0) + 1);
    const counts = [...wanted.values()].sort((a, b) => b - a);
    expect(counts).toHaveLength(5);
    expect(counts[0]).toBeGreaterThan(2 * (counts[4] ?? 0));
    expect(new Set(orders.map(({ buyer }) => buyer)).size).toBe(5_000);
  });
});

describe('FAN_LIMIT', () => {
  const { limit, wanted } = LIMITS.fanSeats;
  const orders = FAN_LIMIT.plan({ ...input, buyers: 35 });

  it('gives every order a seat of its own, and every fan as many as it wants', () => {
    expect(new Set(orders.map(({ seatId }) => seatId)).size).toBe(35);
    const fans = new Map<string, number>();
    for (const { buyer } of orders) fans.set(buyer, (fans.get(buyer) ?? 0) + 1);
    expect([...fans.values()]).toEqual([wanted, wanted, wanted, 35 - 3 * wanted]);
  });

  it('buys under a rule whose key is the fan in this burst', () => {
    expect(orders.map(({ fan }) => fan)).toEqual(
      orders.map(({ buyer }) => ({ key: `b1/${buyer}`, limit })),
    );
    expect(FAN_LIMIT.rule).toEqual({ seatsPerFan: limit });
  });
});

describe('RETRY_STORM', () => {
  it('wants what ON_SALE wants, under ids that engines remember', () => {
    const withoutId = (order: object) => ({ ...order, id: '' });
    expect(RETRY_STORM.plan(input).map(withoutId)).toEqual(ON_SALE.plan(input).map(withoutId));
    expect(RETRY_STORM.plan(input)[5]?.id).toBe('storm-b1-5');
  });

  it('loses about half of the answers, never the last, and the same ones again', () => {
    const { max } = LIMITS.presses;
    const losses = (press: number) =>
      Array.from({ length: 4_000 }, (_, index) => isAnswerLost(7, index, press));
    for (let press = 1; press < max; press += 1) {
      const lost = losses(press).filter(Boolean).length;
      expect(lost).toBeGreaterThan(1_800);
      expect(lost).toBeLessThan(2_200);
      expect(losses(press)).toEqual(losses(press));
    }
    expect(losses(max)).not.toContain(true);
    expect(losses(1)).not.toEqual(losses(2));
  });

  it('presses in the next Region each time, round and round', () => {
    expect(nextRegion(input.regions, 'us-east-1')).toBe('us-east-2');
    expect(nextRegion(input.regions, 'us-east-2')).toBe('us-east-1');
    expect(nextRegion(['local'], 'local')).toBe('local');
  });
});
