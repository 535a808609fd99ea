// Subscriptions over real sockets: they start with the present, stop at once, and one that is not
// read hurts nobody else.
import type { SeatStatusView } from '@worldseat/schema/services';
import { WebSocket } from 'ws';
import { describe, expect, test } from 'vitest';
import { codes, type GraphQLAnswer } from './support/graphql.ts';
import { leftovers } from './support/leftovers.ts';
import { foldSeats, openSeats } from './support/open-seats.ts';
import { request } from './support/request.ts';
import { settled } from './support/settled.ts';
import { answerOf, openSocket, subscribe } from './support/subscribe.ts';
import { waitFor } from './support/wait-for.ts';
import { openWebWorld } from './support/web-world.ts';

const later = leftovers();
const WATCH = `subscription { seatStatus(engine: "dsql") {
  revision sequence at packed changes { seat status holders owner region } sold tickets oversold
} }`;

async function openStage(maxPausedMs = 60_000) {
  const floor = openSeats({ maxPausedMs });
  later(() => floor.topic.close());
  const services = { watchSeats: () => floor.topic.subscribe() };
  return { ...floor, web: await openWebWorld(later, services) };
}

describe('starting and stopping', () => {
  test('the first event is the present state, then changes follow', async () => {
    const { web, sell, topic } = await openStage();
    sell(3);
    const watch = subscribe(web.url, WATCH);
    expect(seatsOf(await watch.next())).toMatchObject({ sequence: 1, sold: 1, oversold: 0 });
    sell(3);
    expect(seatsOf(await watch.next())).toMatchObject({
      sequence: 2,
      changes: [{ seat: 'A3', status: 'OVERSOLD', holders: 2 }],
      oversold: 1,
    });
    await watch.stop();
    await waitFor(() => topic.size === 0);
  });

  test('stopping one frees its source at once, with no event to wake it', async () => {
    const { web, topic } = await openStage();
    const socket = openSocket(web.url);
    later(socket.close);
    const watches = [socket.subscribe(WATCH), socket.subscribe(WATCH)];
    for (const watch of watches) await watch.next();
    expect(topic.size).toBe(2);
    await watches[0]?.stop();
    await waitFor(() => topic.size === 1);
    const { text } = await request(web.url, { path: '/metrics' });
    expect(text).toMatch(/^worldseat_websockets 1$/m);
    expect(text).toMatch(/^worldseat_websocket_operations 1$/m);
  });

  test('a socket that breaks frees all of its sources', async () => {
    const { web, topic } = await openStage();
    const raw = await openRaw(web.url);
    for (const id of ['1', '2', '3'])
      send(raw, { id, type: 'subscribe', payload: { query: WATCH } });
    await waitFor(() => topic.size === 3);
    raw.terminate();
    await waitFor(() => topic.size === 0);
  });

  test('the 101st operation of a socket is refused alone; a freed place is free', async () => {
    const { web, topic } = await openStage();
    const socket = openSocket(web.url);
    later(socket.close);
    const watches = Array.from({ length: 100 }, () => socket.subscribe(WATCH));
    await Promise.all(watches.map((watch) => watch.next()));
    expect(topic.size).toBe(100);
    expect(codes(await answerOf(socket.subscribe('{ __typename }')))).toEqual([
      'TOO_MANY_OPERATIONS',
    ]);
    await watches[0]?.stop();
    await waitFor(() => topic.size === 99);
    expect(codes(await answerOf(socket.subscribe('{ __typename }')))).toEqual([]);
  });
});

describe('a socket that is not read', () => {
  test('K1 10,000 changes: others are served, and it recovers to the true floor', async () => {
    const { web, sell, holders } = await openStage();
    const paused = await openWatch(web.url);
    const healthy = await openWatch(web.url);
    paused.raw.pause();
    // Much of the floor changes each time, so that what is sent fills every buffer on the way.
    for (let count = 0; count < 10_000; count += 1) {
      sell(count % 700);
      if (count % 700 === 0) await waitFor(() => healthy.events.length > count / 700);
    }
    await waitFor(() => total(healthy.events) === 10_000);
    expect(foldSeats(healthy.events)).toEqual(capped(holders()));
    expect(total(paused.events)).toBeLessThan(10_000);
    paused.raw.resume();
    await waitFor(() => total(paused.events) === 10_000);
    expect(foldSeats(paused.events)).toEqual(capped(holders()));
    expect(paused.events.map(({ sequence }) => sequence)).toEqual(
      paused.events.map((_, i) => i + 1),
    );
  });

  test('K2 3,000 changes in one tick: the process lives, the last state is right', async () => {
    const { web, sell, holders } = await openStage();
    const healthy = await openWatch(web.url);
    await waitFor(() => healthy.events.length === 1);
    for (let count = 0; count < 3_000; count += 1) sell(count % 500);
    await waitFor(() => total(healthy.events) === 3_000);
    expect(foldSeats(healthy.events)).toEqual(capped(holders()));
  });

  test('for too long loses its subscription only, with SLOW_CONSUMER', async () => {
    const { web, sell, topic } = await openStage(20);
    const paused = await openWatch(web.url);
    const healthy = await openWatch(web.url);
    await waitFor(() => topic.size === 2);
    paused.raw.pause();
    await waitFor(async () => {
      for (let seat = 0; seat < 3_000; seat += 1) sell(seat);
      await settled();
      return topic.size === 1;
    });
    const before = healthy.events.length;
    sell(0);
    await waitFor(() => healthy.events.length > before);
    paused.raw.resume();
    const errors = await waitFor(() => paused.errors());
    expect(codes({ errors })).toEqual(['SLOW_CONSUMER']);
    expect(paused.raw.readyState).toBe(WebSocket.OPEN);
  });

  test('but floods the server with pings is cut', async () => {
    const web = await openWebWorld(later, {}, { socketLimits: { unsentBytes: 100_000 } });
    const raw = await openRaw(web.url);
    raw.pause();
    const closed = new Promise((resolve) => raw.once('close', resolve));
    const payload = { x: 'x'.repeat(16_000) };
    await waitFor(() => {
      for (let count = 0; count < 100; count += 1) send(raw, { type: 'ping', payload });
      return request(web.url, { path: '/metrics' }).then(({ text }) =>
        /^worldseat_websockets 0$/m.test(text),
      );
    });
    raw.resume();
    await closed;
  });
});

/** A watcher on a raw socket, whose reading a test can pause. */
async function openWatch(url: string) {
  const raw = await openRaw(url);
  const events: SeatStatusView[] = [];
  let errors: GraphQLAnswer['errors'];
  raw.on('message', (data: Buffer) => {
    const { type, payload } = JSON.parse(data.toString()) as { type: string; payload: unknown };
    if (type === 'next') events.push(seatsOf(payload as GraphQLAnswer));
    if (type === 'error') errors = payload as GraphQLAnswer['errors'];
  });
  send(raw, { id: '1', type: 'subscribe', payload: { query: WATCH } });
  return { raw, events, errors: () => errors };
}

/** A socket that has been acknowledged. */
function openRaw(url: string): Promise<WebSocket> {
  const raw = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  later(() => raw.terminate());
  return new Promise((resolve, reject) => {
    raw.once('error', reject);
    raw.once('open', () => send(raw, { type: 'connection_init' }));
    raw.once('message', () => resolve(raw));
  });
}

function send(raw: WebSocket, message: object): void {
  raw.send(JSON.stringify(message), () => undefined);
}

function seatsOf(answer: GraphQLAnswer | null): SeatStatusView {
  return answer?.data?.['seatStatus'] as SeatStatusView;
}

function total(events: readonly SeatStatusView[]): number {
  return events.at(-1)?.tickets ?? 0;
}

/** The packed form counts to 15. */
function capped(holders: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...holders].map(([index, count]) => [index, Math.min(count, 15)]));
}
