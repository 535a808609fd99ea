import { packSeat } from '@worldseat/schema/domain';
import { SlowConsumer, type SeatStatusView } from '@worldseat/schema/services';
import { expect, test } from 'vitest';
import { ManualClock } from '../../../tests/support/manual-clock.ts';
import { isPending, settled } from '../../../tests/support/settled.ts';
import { SeatTopic } from './seat-topic.ts';
import { byNumber, openFloor } from '../../../tests/support/seat-topic-floor.ts';

const done = { done: true, value: undefined };

test('the first event is the present state, readable and packed', async () => {
  const floor = openFloor();
  floor.sell(3);
  floor.sell(3);
  const event = await nextEvent(floor.topic.subscribe());
  expect(plain(event)).toEqual({
    revision: 1,
    sequence: 1,
    atMs: 0,
    packed: [packSeat(3, 2)],
    regions: [0],
    changes: [{ seat: 'S3', status: 'OVERSOLD', holders: 2, owner: 'ann', region: 'us-east-1' }],
    sold: 1,
    tickets: 2,
    oversold: 1,
  });
});

test('each packed seat has the Region that sold it last, or -1', async () => {
  const floor = openFloor();
  const reader = floor.topic.subscribe();
  await nextEvent(reader);
  const news = { holders: 1, owner: 'ann' };
  const sold = ['us-east-2', null, 'us-west-9', 'us-east-1'].map((region, index) => {
    return { ...news, index, seat: `S${index}`, region };
  });
  floor.topic.publish(sold, floor.totals(), 1);
  floor.clock.advance(33);
  expect((await nextEvent(reader)).regions).toEqual([1, -1, -1, 0]);
});

test('later events carry the last state of each seat, at most every 8 ms', async () => {
  const floor = openFloor();
  const reader = floor.topic.subscribe();
  expect(plain(await nextEvent(reader))).toMatchObject({ sequence: 1, packed: [] });
  for (const index of [1, 2, 1]) floor.sell(index);
  const waiting = nextEvent(reader);
  floor.clock.advance(7);
  expect(await isPending(waiting)).toBe(true);
  floor.clock.advance(1);
  expect(plain(await waiting)).toMatchObject({
    sequence: 2,
    packed: [packSeat(1, 2), packSeat(2, 1)],
    sold: 2,
    tickets: 3,
    oversold: 1,
  });
  const idle = nextEvent(reader);
  floor.clock.advance(10_000);
  expect(await isPending(idle)).toBe(true);
  floor.sell(7);
  expect(plain(await idle)).toMatchObject({ sequence: 3, packed: [packSeat(7, 1)] });
});

test('each of a crowd of 16 gets its events at most every 33 ms', async () => {
  const floor = openFloor();
  const readers = Array.from({ length: 16 }, () => floor.topic.subscribe());
  await Promise.all(readers.map(nextEvent));
  floor.sell(1);
  const waiting = readers.map(nextEvent);
  floor.clock.advance(32);
  expect(await Promise.all(waiting.map(isPending))).toEqual(readers.map(() => true));
  floor.clock.advance(1);
  const events = await Promise.all(waiting);
  expect(events.map(({ packed }) => packed)).toEqual(readers.map(() => [packSeat(1, 1)]));
});

test('K1 a paused subscriber and 10,000 publishes: others are served, it gets the true floor', async () => {
  const floor = openFloor();
  const paused = floor.topic.subscribe();
  const healthy = follow(floor.topic.subscribe());
  await nextEvent(paused);
  for (let count = 0; count < 10_000; count += 1) {
    floor.sell(count % 96);
    if (count % 100 === 0) floor.clock.advance(33);
    if (count % 100 === 0) await settled();
  }
  floor.clock.advance(33);
  await settled();
  expect(healthy.packed()).toEqual(floor.packed());
  expect(healthy.gaps()).toBe(0);
  const event = plain(await nextEvent(paused));
  expect({ ...event, packed: [...event.packed].sort(byNumber) }).toMatchObject({
    sequence: 2,
    packed: floor.packed(),
    tickets: 10_000,
  });
});

test('K2 3,000 publishes in one tick with one healthy subscriber: the last state arrives', async () => {
  const floor = openFloor();
  const healthy = follow(floor.topic.subscribe());
  await settled();
  for (let count = 0; count < 3_000; count += 1) floor.sell(count % 500);
  floor.clock.advance(33);
  await settled();
  expect(healthy.packed()).toEqual(floor.packed());
  expect(healthy.last()).toMatchObject(floor.totals());
  expect(healthy.gaps()).toBe(0);
});

test('a new revision drops what was pending; the next event is the whole new floor', async () => {
  const floor = openFloor();
  const reader = floor.topic.subscribe();
  await nextEvent(reader);
  floor.sell(1);
  floor.reset();
  floor.sell(5);
  floor.clock.advance(33);
  expect(plain(await nextEvent(reader))).toMatchObject({
    revision: 2,
    sequence: 2,
    packed: [packSeat(5, 1)],
    tickets: 1,
  });
});

test('late news of an earlier revision is not delivered', async () => {
  const floor = openFloor();
  const reader = floor.topic.subscribe();
  await nextEvent(reader);
  floor.reset();
  floor.clock.advance(33);
  expect(plain(await nextEvent(reader))).toMatchObject({ revision: 2, packed: [] });
  const late = { index: 1, seat: 'S1', holders: 1, owner: 'ann', region: 'us-east-1' };
  floor.topic.publish([late], { sold: 1, tickets: 1, oversold: 0 }, 1);
  const waiting = nextEvent(reader);
  floor.clock.advance(33);
  expect(await isPending(waiting)).toBe(true);
});

test('only a subscriber that leaves news unread for 60 s ends, with SLOW_CONSUMER', async () => {
  const floor = openFloor();
  const slow = floor.topic.subscribe();
  const idle = floor.topic.subscribe();
  const healthy = follow(floor.topic.subscribe());
  await nextEvent(slow);
  await nextEvent(idle);
  const waiting = nextEvent(idle);
  floor.clock.advance(120_000);
  await settled();
  expect(floor.topic.size).toBe(3);
  floor.sell(1);
  floor.clock.advance(59_999);
  expect(floor.topic.size).toBe(3);
  floor.clock.advance(1);
  expect(floor.topic.size).toBe(2);
  const fault = await slow.next().catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(SlowConsumer);
  expect(fault).toMatchObject({ code: 'SLOW_CONSUMER' });
  expect(await slow.next()).toEqual(done);
  expect(plain(await waiting)).toMatchObject({ packed: [packSeat(1, 1)] });
  expect(healthy.packed()).toEqual(floor.packed());
});

test('a snapshot that fails ends that subscription; the publisher does not notice', async () => {
  const clock = new ManualClock();
  const topic = new SeatTopic({
    snapshot: () => {
      throw new Error('no floor');
    },
    regions: [],
    clock,
  });
  const reader = topic.subscribe();
  await expect(reader.next()).rejects.toThrow('no floor');
  topic.publish([], { sold: 0, tickets: 0, oversold: 0 }, 2);
  expect(topic.size).toBe(0);
});

test('return() frees the place at once and leaves no timer; close ends the rest', async () => {
  const floor = openFloor(2);
  const first = floor.topic.subscribe();
  const second = floor.topic.subscribe();
  expect(() => floor.topic.subscribe()).toThrow(/limit of 2 subscribers/);
  await nextEvent(first);
  const waiting = first.next();
  void first.return?.();
  expect(floor.topic.size).toBe(1);
  expect(await waiting).toEqual(done);
  floor.sell(1);
  floor.topic.close();
  expect(await second.next()).toEqual(done);
  expect({ size: floor.topic.size, alarms: floor.clock.alarms }).toEqual({ size: 0, alarms: 0 });
});

/** What a careful client keeps: the last state of each seat, and whether sequence had gaps. */
function follow(events: AsyncIterable<SeatStatusView>) {
  const seats = new Map<number, number>();
  let sequence = 0;
  let gaps = 0;
  let last: SeatStatusView | null = null;
  void (async () => {
    for await (const event of events) {
      if (event.sequence !== sequence + 1) gaps += 1;
      sequence = event.sequence;
      for (const packed of event.packed) seats.set(Math.floor(packed / 64), packed);
      last = event;
    }
  })();
  return {
    packed: () => [...seats.values()].sort(byNumber),
    gaps: () => gaps,
    last: () => last,
  };
}

async function nextEvent(reader: AsyncIterator<SeatStatusView>): Promise<SeatStatusView> {
  const result = await reader.next();
  if (result.done === true) throw new Error('the subscription ended');
  return result.value;
}

function plain(event: SeatStatusView): SeatStatusView {
  const { revision, sequence, atMs, packed, regions, changes, sold, tickets, oversold } = event;
  return { revision, sequence, atMs, packed, regions, changes, sold, tickets, oversold };
}
