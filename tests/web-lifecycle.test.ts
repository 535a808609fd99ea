// Opening, being asked for health, and closing: in order, within limits, leaving nothing.
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { expect, test } from 'vitest';
import { openReadiness } from '../server/src/web/health.ts';
import { AddressRefused, PortTaken } from '../server/src/web/listen.ts';
import { leftovers } from './support/leftovers.ts';
import { openSeats } from './support/open-seats.ts';
import { request } from './support/request.ts';
import { isPending } from './support/settled.ts';
import { subscribe } from './support/subscribe.ts';
import { waitFor } from './support/wait-for.ts';
import { openWebWorld } from './support/web-world.ts';

const later = leftovers();
const BREAK_IT = {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: 'mutation { breakIt(input: {}) { __typename } }' }),
};
const BROKEN = { data: { breakIt: { __typename: 'BreakIt' } } };

/** A breakIt that answers when it is told to. */
function openGate() {
  let calls = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const breakIt = async () => {
    calls += 1;
    await opened;
    return { __typename: 'BreakIt', bursts: [] } as const;
  };
  return { open, breakIt, calls: () => calls };
}

test('a breakIt that outlasts every request timeout is still answered', async () => {
  const gate = openGate();
  const web = await openWebWorld(later, gate, {
    httpLimits: { requestTimeoutMs: 60, headersTimeoutMs: 50, checkIntervalMs: 10 },
  });
  const waiting = request(web.url, BREAK_IT);
  await waitFor(() => gate.calls() === 1);
  // That the timeouts do work here: a request that never arrives whole is cut.
  expect(await sendHalfARequest(web.url)).toMatch(/^HTTP\/1.1 408/);
  gate.open();
  expect(JSON.parse((await waiting).text)).toEqual(BROKEN);
});

test('close answers what is in flight, sends sockets away with 1001, and leaves nothing', async () => {
  const gate = openGate();
  const floor = openSeats();
  const before = listeners();
  const web = await openWebWorld(later, { ...gate, watchSeats: () => floor.topic.subscribe() });
  const waiting = request(web.url, BREAK_IT);
  const watch = subscribe(web.url, 'subscription { seatStatus(engine: "dsql") { sequence } }');
  await watch.next();
  await waitFor(() => gate.calls() === 1);
  const closing = web.close();
  expect(web.close()).toBe(closing);
  await expect(watch.next()).rejects.toMatchObject({ code: 1001 });
  await waitFor(() => floor.topic.size === 0);
  await expect(request(web.url, { path: '/healthz' })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
  expect(await isPending(closing)).toBe(true);
  gate.open();
  const answer = await waiting;
  expect(JSON.parse(answer.text)).toEqual(BROKEN);
  expect(answer.headers.connection).toBe('close');
  await closing;
  expect(listeners()).toBe(before);
});

test('close does not wait for ever: neither for a request nor for a socket that is deaf', async () => {
  const gate = openGate();
  const web = await openWebWorld(later, gate, {
    httpLimits: { closeGraceMs: 50 },
    socketLimits: { closeGraceMs: 20 },
  });
  const waiting = request(web.url, BREAK_IT).catch((error: unknown) => error);
  await waitFor(() => gate.calls() === 1);
  const deaf = new WebSocket(`${web.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  later(() => deaf.terminate());
  await new Promise((resolve) => deaf.once('open', resolve));
  deaf.pause();
  await web.close();
  expect(await waiting).toMatchObject({ code: 'ECONNRESET' });
  gate.open();
});

test('/readyz: every engine answers, and the server is not told otherwise', async () => {
  let dynamodb = true;
  const web = await openWebWorld(later, {
    engines: () => ['dsql', 'dynamodb'].map((id) => ({ ...ENGINE, id })),
    engineReady: (id) => (id === 'dsql' ? Promise.resolve(true) : answerOrFail(dynamodb)),
  });
  const readyz = async () => {
    const { status, text } = await request(web.url, { path: '/readyz' });
    return { status, ...(JSON.parse(text) as object) };
  };
  const engines = { dsql: true, dynamodb: true };
  expect(await readyz()).toEqual({ status: 200, ready: true, engines });
  dynamodb = false;
  const broken = { ...engines, dynamodb: false };
  expect(await readyz()).toEqual({ status: 503, ready: false, engines: broken });
  web.setReady(false);
  expect(await readyz()).toEqual({ status: 503, ready: false, engines: {} });
  expect((await request(web.url, { path: '/healthz' })).status).toBe(200);
});

test('an engine that does not answer in time is not ready; those who ask together ask once', async () => {
  let asked = 0;
  const ask = openReadiness(
    {
      engines: () => [ENGINE],
      engineReady: () => {
        asked += 1;
        return new Promise(() => undefined);
      },
    },
    10,
  );
  const [one, other] = await Promise.all([ask(), ask()]);
  expect([one, other]).toEqual(Array(2).fill({ ready: false, engines: { dsql: false } }));
  expect(asked).toBe(1);
});

test('a port that is taken, or an address that is not ours, is said in words', async () => {
  const web = await openWebWorld(later, {});
  const port = Number(new URL(web.url).port);
  const taken = await openWebWorld(later, {}, { port }).catch((error: unknown) => error);
  expect(taken).toBeInstanceOf(PortTaken);
  expect(taken).toMatchObject({
    code: 'PORT_TAKEN',
    message: `127.0.0.1:${port} is taken by another program; set PORT to a free one.`,
  });
  const foreign = await openWebWorld(later, {}, { host: '192.0.2.1' }).catch((e: unknown) => e);
  expect(foreign).toBeInstanceOf(AddressRefused);
});

const ENGINE = {
  id: 'dsql',
  name: 'dsql',
  consistency: 'none',
  deployment: 'EXTERNAL',
  components: 'none',
  regions: ['us-east-1'],
  strategies: ['NAIVE'],
  lagMs: null,
  onStage: true,
} as const;

function answerOrFail(ready: boolean): Promise<boolean> {
  return ready ? Promise.resolve(true) : Promise.reject(new Error('no answer'));
}

/** Sends headers that announce a body and then nothing; resolves with what comes back. */
function sendHalfARequest(url: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  later(() => socket.destroy());
  socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (data: Buffer) => (text += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

function listeners(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
}
