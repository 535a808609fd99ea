// A foreign page reaches nothing: neither by its own Origin nor under a name that it made resolve
// to this machine, neither over HTTP nor by WebSocket.
import { WebSocket } from 'ws';
import { describe, expect, test } from 'vitest';
import { refuseOrigin } from '../server/src/web/origin.ts';
import { leftovers } from './support/leftovers.ts';
import { request } from './support/request.ts';
import { openWebWorld } from './support/web-world.ts';

const later = leftovers();
const web = await openWebWorld(later, {}, { publicOrigins: ['https://seat.example'] });
const port = new URL(web.url).port;

interface Headers {
  readonly host: string;
  readonly origin?: string;
}

const WELCOME: readonly Headers[] = [
  { host: `127.0.0.1:${port}` },
  { host: `localhost:${port}` },
  { host: `[::1]:${port}` },
  { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` },
  { host: `127.0.0.1:${port}`, origin: 'http://localhost:5173' },
  { host: 'seat.example' },
  { host: 'seat.example', origin: 'https://seat.example' },
  { host: `127.0.0.1:${port}`, origin: 'https://seat.example' },
];
const FOREIGN: readonly Headers[] = [
  { host: `evil.example:${port}` },
  { host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
  { host: `127.0.0.1.evil.example:${port}` },
  { host: `localhost.evil.example` },
  { host: 'seat.example.evil.example' },
  { host: `evil.example@127.0.0.1:${port}` },
  { host: `127.0.0.1:${port}`, origin: 'https://evil.example' },
  { host: `127.0.0.1:${port}`, origin: 'null' },
  { host: `127.0.0.1:${port}`, origin: 'file://' },
  { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}/path` },
  { host: 'seat.example', origin: 'http://localhost:5173' },
  { host: `127.0.0.1:${port}`, origin: 'https://seat.example.evil.example' },
];
const PATHS = ['/', '/graphql?query={engines{id}}', '/healthz', '/metrics'];

describe.each(WELCOME)('$host, page $origin', (headers) => {
  test('is served', async () => {
    expect(await statuses({ ...headers })).not.toContain(403);
    expect(await upgradeStatus(headers)).toBe(101);
  });
});

describe.each(FOREIGN)('$host, page $origin', (headers) => {
  test('is refused on every path and by WebSocket', async () => {
    expect(await statuses({ ...headers })).toEqual(PATHS.map(() => 403));
    expect(await upgradeStatus(headers)).toBe(403);
  });
});

test('no answer ever allows another origin to read it', async () => {
  const headers = { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' };
  for (const method of ['GET', 'POST', 'OPTIONS']) {
    const response = await request(web.url, { method, headers });
    const allowing = Object.keys(response.headers).filter((name) => name.startsWith('access-'));
    expect(allowing).toEqual([]);
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  }
});

test('a server on every address answers to the one that was reached, and to no other', () => {
  const policy = { host: '0.0.0.0', publicOrigins: [] };
  const reach = (host: string, localAddress: string, origin?: string) =>
    refuseOrigin({ host, localAddress, origin }, policy);
  expect(reach('192.168.1.5:4000', '::ffff:192.168.1.5', 'http://192.168.1.5:4000')).toBeNull();
  expect(reach('[fe80::1]:4000', 'fe80::1')).toBeNull();
  expect(reach('192.168.1.6:4000', '192.168.1.5')).toMatch(/does not answer to the name/);
  expect(reach('evil.example:4000', '192.168.1.5')).toMatch(/does not answer to the name/);
  expect(reach('192.168.1.5:4000', '192.168.1.5', 'http://192.168.1.5:80')).toMatch(/may not use/);
});

test('WebSockets are served at /graphql only', async () => {
  expect(await upgradeStatus({ host: `127.0.0.1:${port}` }, '/')).toBe(404);
});

function statuses(headers: Record<string, string>): Promise<number[]> {
  return Promise.all(PATHS.map(async (path) => (await request(web.url, { path, headers })).status));
}

function upgradeStatus(headers: Headers, path = '/graphql'): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, 'graphql-transport-ws', {
    headers: { ...headers },
  });
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.once('unexpected-response', (_request, { statusCode }) => {
      socket.terminate();
      resolve(statusCode ?? 0);
    });
    socket.once('error', reject);
  });
}
