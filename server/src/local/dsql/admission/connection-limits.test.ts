// The count and the bucket, by a clock of the test's own.
import { expect, test } from 'vitest';
import { ConnectionLimits, type Place } from './connection-limits.ts';
import { CONNECTION_RATE_EXCEEDED, TOO_MANY_CONNECTIONS } from './refusals.ts';

function limits(connections: number, connectionBurst: number) {
  const clock = { ms: 5_000 };
  const nowMs = () => clock.ms;
  const options = { connections, connectionBurst, connectionsPerSecond: 100, nowMs, handshakes: 2 };
  return { clock, limits: new ConnectionLimits(options) };
}

const taken = (place: Place) => {
  if (place.kind !== 'TAKEN') throw new Error(place.refusal.message);
  return place;
};

test('as many as allowed are open at once; a place is given back once, however often', () => {
  const { limits: two } = limits(2, 100);
  const first = taken(two.takePlace());
  taken(two.takePlace());
  const third = two.takePlace();
  first.release();
  first.release();
  const openAfterRelease = two.open;
  taken(two.takePlace());
  expect(third).toEqual({ kind: 'REFUSED', refusal: TOO_MANY_CONNECTIONS });
  expect([openAfterRelease, two.open]).toEqual([1, 2]);
  expect(two.takePlace().kind).toBe('REFUSED');
});

test('a burst empties the bucket; it fills at its rate, and never beyond its size', () => {
  const { clock, limits: burst } = limits(1_000, 3);
  const answers = (count: number) =>
    Array.from({ length: count }, () => burst.takePlace()).map((place) =>
      place.kind === 'TAKEN' ? 'taken' : place.refusal,
    );
  const first = answers(4);
  clock.ms += 9;
  const tooSoon = answers(1);
  clock.ms += 1;
  const one = answers(2);
  clock.ms += 60_000;
  const refilled = answers(4);
  const refused = CONNECTION_RATE_EXCEEDED;
  expect([first, tooSoon, one, refilled]).toEqual([
    ['taken', 'taken', 'taken', refused],
    [refused],
    ['taken', refused],
    ['taken', 'taken', 'taken', refused],
  ]);
});

test('a client refused for the rate holds no place, one refused for the count uses no rate', () => {
  const { limits: rate } = limits(10, 1);
  taken(rate.takePlace());
  rate.takePlace();
  const { limits: count } = limits(1, 2);
  const first = taken(count.takePlace());
  count.takePlace();
  first.release();
  expect([rate.open, count.takePlace().kind]).toEqual([1, 'TAKEN']);
});

test('handshakes under way have a bound of their own', () => {
  const { limits: few } = limits(1, 1);
  const [first, second, third] = [1, 2, 3].map(() => few.beginHandshake());
  const underWay = few.handshakes;
  first?.();
  first?.();
  expect([typeof first, typeof second, third]).toEqual(['function', 'function', null]);
  expect([underWay, few.handshakes, typeof few.beginHandshake()]).toEqual([2, 1, 'function']);
});
