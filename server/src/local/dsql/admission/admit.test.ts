// The limits of admission over real sockets: of connections, of rate, of handshakes and of time; and
// that a client can go away, or stop, at any moment and leave nothing behind.
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { describe, expect, test, vi } from 'vitest';
import { ConnectionLimits } from './connection-limits.ts';
import { adminToken, endpointOfEachTest, LIMITS } from './test-endpoint.ts';
import {
  ADMIN,
  connectAsked,
  connectPlain,
  connectSecured,
  lastWords,
  nextBytes,
  nextFrame,
  password,
  readToEnd,
  SSL_REQUEST,
  words,
} from './test-support.ts';

const endpoint = endpointOfEachTest();

const asked = (port: number) => connectAsked(port, { ca: endpoint.ca });

describe('limits', () => {
  async function enter(port: number): Promise<TLSSocket> {
    const socket = await asked(port);
    socket.write(password(await adminToken('127.0.0.1')));
    return socket;
  }

  test('too many open: 53300; a place that is free again is taken', async () => {
    const limits = new ConnectionLimits({ ...LIMITS, connections: 1 });
    const port = await endpoint.open({ limits });
    const first = await enter(port);
    await nextFrame(first);
    const second = await lastWords(await enter(port));
    first.destroy();
    await vi.waitFor(() => expect(limits.open).toBe(0));
    const third = await enter(port);
    const welcome = await nextFrame(third);
    third.destroy();
    expect([second, welcome.type]).toEqual([
      words('53300', 'Unable to accept connection, too many open connections.'),
      'R',
    ]);
  });

  test('too fast: 53400; a stranger without a token uses up nothing', async () => {
    const nowMs = () => 0;
    const limits = new ConnectionLimits({ ...LIMITS, connectionBurst: 1, nowMs });
    const port = await endpoint.open({ limits });
    const stranger = await asked(port);
    stranger.write(password('secret'));
    await lastWords(stranger);
    const first = await enter(port);
    const welcome = await nextFrame(first);
    const second = await lastWords(await enter(port));
    first.destroy();
    expect([welcome.type, second]).toEqual([
      'R',
      words('53400', 'Unable to accept connection, rate exceeded.'),
    ]);
  });

  test('too many handshakes under way: cut off unheard, the others go on', async () => {
    const limits = new ConnectionLimits({ ...LIMITS, handshakes: 1 });
    const port = await endpoint.open({ limits });
    const slow = await asked(port);
    const other = await connectPlain(port);
    const heard = await readToEnd(other);
    slow.write(password(await adminToken('127.0.0.1')));
    const welcome = await nextFrame(slow);
    const next = await enter(port);
    const nextWelcome = await nextFrame(next);
    slow.destroy();
    next.destroy();
    expect([heard, welcome.type, nextWelcome.type]).toEqual([[], 'R', 'R']);
  });

  const STAGES: Readonly<Record<string, (port: number) => Promise<Socket>>> = {
    'says nothing': (port) => connectPlain(port),
    'stops inside the length of its first packet': async (port) => {
      const socket = await connectPlain(port);
      socket.write(SSL_REQUEST.subarray(0, 2));
      return socket;
    },
    'stops inside its first packet': async (port) => {
      const socket = await connectPlain(port);
      socket.write(SSL_REQUEST.subarray(0, 6));
      return socket;
    },
    'asks for TLS and does not begin it': async (port) => {
      const socket = await connectPlain(port);
      socket.write(SSL_REQUEST);
      await nextBytes(socket);
      return socket;
    },
    'stops inside the TLS handshake': async (port) => {
      const socket = await connectPlain(port);
      socket.write(Buffer.from('160301', 'hex'));
      socket.write(Buffer.from('0200', 'hex'));
      return socket;
    },
    'says nothing inside TLS': (port) => connectSecured(port, { ca: endpoint.ca }),
    'sends no password': (port) => asked(port),
  };

  test.each(Object.entries(STAGES))('a client that %s is closed after 10 s', async (_, stage) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const socket = await stage(await endpoint.open());
    await vi.waitFor(() => expect(endpoint.limits.handshakes).toBe(1));
    const ended = readToEnd(socket);
    await vi.advanceTimersByTimeAsync(9_900);
    const arrivedEarly = endpoint.kinds();
    await vi.advanceTimersByTimeAsync(200);
    await ended;
    await endpoint.arrived();
    expect([arrivedEarly, endpoint.kinds()]).toEqual([[], ['TURNED_AWAY']]);
  });

  test.each(Object.entries(STAGES))(
    'a client that %s and goes away frees all',
    async (_, stage) => {
      const socket = await stage(await endpoint.open());
      await vi.waitFor(() => expect(endpoint.limits.handshakes).toBe(1));
      socket.destroy();
      await endpoint.arrived();
      expect([endpoint.kinds(), endpoint.limits.handshakes]).toEqual([['TURNED_AWAY'], 0]);
    },
  );

  test('a client that never closes after its refusal is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const socket = await connectPlain(await endpoint.open());
    socket.allowHalfOpen = true;
    socket.write(ADMIN);
    const refusal = await nextBytes(socket);
    await vi.advanceTimersByTimeAsync(1_000);
    await endpoint.arrived();
    socket.destroy();
    expect([refusal.toString('latin1', 0, 1), endpoint.kinds()]).toEqual(['E', ['TURNED_AWAY']]);
  });
});
