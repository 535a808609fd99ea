import { LIMITS, SCENARIOS, STRATEGIES, VENUES, venueSeatIds } from '@worldseat/schema/domain';
import { describe, expect, it } from 'vitest';
import { checkFloors, checkOffers, checkRequest, type BurstRequest } from './check-burst.ts';
import type { Trial } from './trial.ts';

const request = (change: Partial<BurstRequest>): BurstRequest => ({
  seat: null,
  buyers: 20,
  seed: 1,
  strategy: 'NAIVE',
  scenario: 'ON_SALE',
  ...change,
});

/** As much of a trial as the checks look at: the small hall, and room for so many answers. */
function hall(room = 1_000): Trial {
  const venue = VENUES['hall'];
  if (venue === undefined) throw new Error('there is no hall');
  const scope = new Map(venueSeatIds(venue).map((seatId) => [seatId, 1]));
  return { floor: { venue, scope }, answers: { room } } as unknown as Trial;
}

describe('what a burst may ask for', () => {
  it('names a seat where the scenario needs one, and none where it may not', () => {
    const refused = (seat: string | null) =>
      SCENARIOS.filter((scenario) => checkRequest(request({ scenario, seat })) !== null);
    expect({ seat: refused('A1'), none: refused(null) }).toEqual({
      seat: ['ON_SALE', 'FAN_LIMIT'],
      none: ['ONE_SEAT'],
    });
    expect(checkRequest(request({ scenario: 'FAN_LIMIT', seat: 'A1' }))).toEqual({
      __typename: 'InvalidInputError',
      field: 'seat',
      message: 'FAN_LIMIT names no seat; at one seat there are ONE_SEAT, RETRY_STORM.',
    });
    expect(checkRequest(request({ scenario: 'ONE_SEAT' }))?.message).toBe(
      'ONE_SEAT needs a seat; without one there are ON_SALE, FAN_LIMIT, RETRY_STORM.',
    );
  });

  it('has buyers and a seed within the limits', () => {
    const { max } = LIMITS.floorBuyers;
    expect(checkRequest(request({ buyers: max + 1 }))).toMatchObject({ field: 'buyers' });
    expect(checkRequest(request({ buyers: max, seed: -1 }))).toMatchObject({ field: 'seed' });
    expect(checkRequest(request({ buyers: max, seed: null }))).toBeNull();
  });

  it('asks of an engine only what it has means for, and hears what that is', () => {
    const facts = { id: 'x', name: 'X', consistency: 'none' };
    const all = { ...facts, strategies: STRATEGIES };
    const few = { ...facts, name: 'Y', strategies: ['NAIVE', 'CONDITIONAL'] as const };
    expect(checkOffers('FOR_UPDATE', [all])).toBeNull();
    expect(checkOffers('FOR_UPDATE', [all, few])).toEqual({
      __typename: 'InvalidInputError',
      field: 'strategy',
      message: 'Y has no means for FOR_UPDATE; it offers NAIVE, CONDITIONAL.',
    });
  });

  it('has a seat for each order of FAN_LIMIT', () => {
    const fans = (buyers: number) =>
      checkFloors(request({ scenario: 'FAN_LIMIT', buyers }), [hall()]);
    expect(fans(96)).toBeNull();
    expect(fans(97)).toEqual({
      __typename: 'InvalidInputError',
      field: 'buyers',
      message: 'Each order of FAN_LIMIT has a seat of its own: at most 96 in Small hall, not 97.',
    });
  });

  it('names a seat of every floor', () => {
    const at = (seat: string) => checkFloors(request({ scenario: 'ONE_SEAT', seat }), [hall()]);
    expect(at('H12')).toBeNull();
    expect(at('H13')).toMatchObject({ field: 'seat' });
  });

  it('is shed when its answers cannot be kept, but for a whole floor anew', () => {
    const shed = (change: Partial<BurstRequest>) => checkFloors(request(change), [hall(10)]);
    const overloaded = { __typename: 'OverloadedError', retryAfterMs: 60_000 };
    expect(shed({ scenario: 'ONE_SEAT', seat: 'A1' })).toMatchObject(overloaded);
    expect(shed({ scenario: 'FAN_LIMIT' })).toMatchObject(overloaded);
    expect(shed({ scenario: 'ON_SALE' })).toBeNull();
    expect(shed({ scenario: 'RETRY_STORM' })).toBeNull();
  });
});
