import { describe, expect, it } from 'vitest';
import { SCENARIO_FACTS } from './plan.ts';
import { runBurst } from './run.ts';

const orders = SCENARIO_FACTS.ONE_SEAT.plan({
  burstId: 'b1',
  seed: 1,
  buyers: 100,
  regions: ['us-east-1', 'us-east-2'],
  seatIds: ['A1'],
});

describe('runBurst', () => {
  it('answers every order once and never has more in flight in a Region than allowed', async () => {
    const inFlight = new Map<string, number>();
    const answered: string[] = [];
    let most = 0;
    await runBurst({
      orders,
      inFlightPerRegion: 8,
      execute: async ({ region, id }) => {
        const now = (inFlight.get(region) ?? 0) + 1;
        inFlight.set(region, now);
        most = Math.max(most, now);
        await new Promise((resolve) => setImmediate(resolve));
        inFlight.set(region, (inFlight.get(region) ?? 0) - 1);
        return id;
      },
      onAnswer: (order, result) => {
        expect(result).toBe(order.id);
        answered.push(order.id);
      },
    });
    expect(most).toBe(8);
    expect(answered.sort()).toEqual(orders.map(({ id }) => id).sort());
  });

  it('starts the orders of a Region in the order of the plan', async () => {
    const started: string[] = [];
    await runBurst({
      orders,
      inFlightPerRegion: 3,
      execute: ({ id, region }) => {
        if (region === 'us-east-1') started.push(id);
        return Promise.resolve(id);
      },
      onAnswer: () => undefined,
    });
    const planned = orders.filter(({ region }) => region === 'us-east-1').map(({ id }) => id);
    expect(started).toEqual(planned);
  });
});
