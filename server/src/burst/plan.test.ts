import { describe, expect, it } from 'vitest';
import { planBurst, type PlanInput } from './plan.ts';

const input: PlanInput = {
  burstId: 'b1',
  seed: 7,
  buyers: 200,
  regions: ['us-east-1', 'us-east-2'],
  seatIds: ['A1', 'A2', 'A3', 'A4', 'A5'],
};

describe('planBurst', () => {
  it('gives the same orders for the same seed, and others for another', () => {
    expect(planBurst(input)).toEqual(planBurst(input));
    expect(planBurst({ ...input, seed: 8 })).not.toEqual(planBurst(input));
  });

  it('gives every engine the same buyers for the same seats', () => {
    const wishes = (burstId: string) =>
      planBurst({ ...input, burstId }).map(({ seatId, buyer, region }) => [seatId, buyer, region]);
    expect(wishes('dsql-1')).toEqual(wishes('dynamodb-1'));
  });

  it('alternates Regions, and gives every order and buyer its own name', () => {
    const orders = planBurst(input);
    expect(orders.map(({ region }) => region).slice(0, 4)).toEqual([
      'us-east-1',
      'us-east-2',
      'us-east-1',
      'us-east-2',
    ]);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(200);
    expect(new Set(orders.map(({ buyer }) => buyer)).size).toBe(200);
  });

  it('sends everybody to the one seat', () => {
    const seats = planBurst({ ...input, seatIds: ['A1'] }).map(({ seatId }) => seatId);
    expect(new Set(seats)).toEqual(new Set(['A1']));
  });

  it('prefers popular seats over the floor, and leaves none of a small floor out', () => {
    const orders = planBurst({ ...input, buyers: 5_000 });
    const wanted = new Map<string, number>();
    for (const { seatId } of orders) wanted.set(seatId, (wanted.get(seatId) ?? 0) + 1);
    const counts = [...wanted.values()].sort((a, b) => b - a);
    expect(counts).toHaveLength(5);
    expect(counts[0]).toBeGreaterThan(2 * (counts[4] ?? 0));
  });
});
