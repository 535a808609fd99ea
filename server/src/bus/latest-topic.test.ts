import { expect, test } from 'vitest';
import { ManualClock } from '../../../tests/support/manual-clock.ts';
import { settled } from '../../../tests/support/settled.ts';
import { LatestTopic } from './latest-topic.ts';
import { TooManySubscribers } from './subscribers.ts';

const done = { done: true, value: undefined };

test('the first value is delivered, then only the newest of those published', async () => {
  const topic = new LatestTopic<number>();
  const reader = topic.subscribe(0);
  expect(await reader.next()).toEqual({ done: false, value: 0 });
  for (const value of [1, 2, 3]) topic.publish(value);
  expect(await reader.next()).toEqual({ done: false, value: 3 });
});

test('a waiting reader gets the first of many, then the newest', async () => {
  const topic = new LatestTopic<number>();
  const reader = topic.subscribe();
  const waiting = reader.next();
  for (let value = 1; value <= 3_000; value += 1) topic.publish(value);
  expect(await waiting).toEqual({ done: false, value: 1 });
  expect(await reader.next()).toEqual({ done: false, value: 3_000 });
});

test('return() takes effect at once, also while a next() waits', async () => {
  const topic = new LatestTopic<number>();
  const reader = topic.subscribe();
  const waiting = reader.next();
  const returned = reader.return?.();
  expect(topic.size).toBe(0);
  expect(await waiting).toEqual(done);
  expect(await returned).toEqual(done);
  topic.publish(1);
  expect(await reader.next()).toEqual(done);
});

test('deliveries to one subscriber keep their distance and lose no newest value', async () => {
  const clock = new ManualClock();
  const topic = new LatestTopic<number>({ minIntervalMs: 100, clock });
  const reader = topic.subscribe(1);
  const seen: number[] = [];
  const reading = (async () => {
    for await (const value of { [Symbol.asyncIterator]: () => reader }) seen.push(value);
  })();
  await settled();
  topic.publish(2);
  topic.publish(3);
  await settled();
  expect(seen).toEqual([1]);
  clock.advance(99);
  await settled();
  expect(seen).toEqual([1]);
  clock.advance(1);
  await settled();
  expect(seen).toEqual([1, 3]);
  topic.close();
  await reading;
  expect(clock.alarms).toBe(0);
});

test('close ends every subscriber, and those that come later', async () => {
  const topic = new LatestTopic<number>();
  const waiting = [topic.subscribe().next(), topic.subscribe().next()];
  topic.close();
  expect(await Promise.all(waiting)).toEqual([done, done]);
  expect(await topic.subscribe(1).next()).toEqual(done);
  expect(topic.size).toBe(0);
});

test('a subscriber over the limit is refused by name; a place freed is free', async () => {
  const topic = new LatestTopic<number>({ maxSubscribers: 2 });
  const first = topic.subscribe();
  topic.subscribe();
  expect(() => topic.subscribe()).toThrow(TooManySubscribers);
  await first.return?.();
  topic.subscribe();
  expect(topic.size).toBe(2);
});

test('reads that wait are limited', async () => {
  const topic = new LatestTopic<number>();
  const reader = topic.subscribe();
  const waiting = Array.from({ length: 16 }, () => reader.next());
  await expect(reader.next()).rejects.toThrow('at most 16 next() calls');
  topic.close();
  expect(await Promise.all(waiting)).toHaveLength(16);
});
