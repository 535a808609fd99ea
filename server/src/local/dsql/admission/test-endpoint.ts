// An endpoint for the tests of admission, on a real socket: it lets clients in, says "ready", and
// answers each query with its own text.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DsqlSigner } from '@aws-sdk/dsql-signer';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { frame, FrameReader } from '../wire/frame.ts';
import { commandComplete, readyForQuery } from '../wire/write.ts';
import { admit, type AdmissionOptions, type Admitted, type Arrival } from './admit.ts';
import { ConnectionLimits, type ConnectionLimitOptions } from './connection-limits.ts';
import { openIdentity } from './identity.ts';
import type { EndpointIdentity } from './negotiate-tls.ts';
import type { Credentials } from './token.ts';

export const REGION = 'us-east-1';
export const CREDENTIALS: Credentials = {
  accessKeyId: 'AKIAWORLDSEAT',
  secretAccessKey: 'a secret of the tests',
};
export const LIMITS: ConnectionLimitOptions = {
  connections: 10,
  connectionBurst: 100,
  connectionsPerSecond: 100,
};

/** A token as an application makes it. @param host as the client connects to it */
export function adminToken(host: string, region = REGION): Promise<string> {
  const signer = new DsqlSigner({ hostname: host, region, credentials: CREDENTIALS });
  return signer.getDbConnectAdminAuthToken();
}

export interface TestEndpoint {
  readonly port: number;
  readonly arrivals: Arrival[];
  readonly limits: ConnectionLimits;
  /** Connections that the operating system still has. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 and answers every query of an admitted client with its own text as a tag. */
export async function openEndpoint(
  identity: AdmissionOptions['identity'],
  options: Partial<AdmissionOptions> = {},
): Promise<TestEndpoint> {
  const limits = options.limits ?? new ConnectionLimits(LIMITS);
  const arrivals: Arrival[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    void admit(socket, {
      region: REGION,
      identity,
      credentials: CREDENTIALS,
      limits,
      isAsleep: () => false,
      now: () => new Date(),
      ...options,
    }).then((arrival) => {
      arrivals.push(arrival);
      if (arrival.kind === 'ADMITTED') serve(arrival);
      if (arrival.kind === 'CANCEL') arrival.close();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    arrivals,
    limits,
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
      ),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve({ socket, head, release }: Admitted): void {
  const reader = new FrameReader();
  const read = (bytes: Buffer): void => {
    for (const { type, bytes: message } of reader.push(bytes)) {
      if (type === 'X') socket.end();
      const sql = message.toString('utf8', 5, message.length - 1);
      if (type === 'Q') socket.write(Buffer.concat([commandComplete(sql), readyForQuery('I')]));
    }
  };
  socket.on('close', release);
  socket.on('data', read);
  socket.write(Buffer.concat([frame('R', Buffer.alloc(4)), readyForQuery('I')]));
  read(head);
}

export interface EndpointOfTest {
  /** What its clients trust. */
  readonly ca: string;
  readonly limits: ConnectionLimits;
  /** @returns the port */
  open(options?: Partial<AdmissionOptions>): Promise<number>;
  close(): Promise<void>;
  /** What each client so far came to. */
  arrivals(): readonly Arrival[];
  kinds(): readonly Arrival['kind'][];
  /** Waits until so many clients have come to something. */
  arrived(count?: number): Promise<void>;
  connections(): Promise<number>;
}

/**
 * An endpoint for each test of a file that opens one. Whatever the test did, afterwards no socket, no
 * place and no handshake may be left.
 */
export function endpointOfEachTest(): EndpointOfTest {
  let folder: string;
  let ca: string;
  let identity: EndpointIdentity;
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'worldseat-admission-'));
    const opened = await openIdentity(folder, [REGION]);
    identity = opened.of(REGION);
    ca = readFileSync(opened.caFile, 'utf8');
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(async () => {
    vi.useRealTimers();
    await endpoint.close();
    const { limits } = endpoint;
    await vi.waitFor(async () =>
      expect([await endpoint.connections(), limits.open, limits.handshakes]).toEqual([0, 0, 0]),
    );
  });
  return {
    get ca() {
      return ca;
    },
    get limits() {
      return endpoint.limits;
    },
    open: async (options) => {
      endpoint = await openEndpoint(identity, options);
      return endpoint.port;
    },
    close: () => endpoint.close(),
    arrivals: () => endpoint.arrivals,
    kinds: () => endpoint.arrivals.map(({ kind }) => kind),
    arrived: (count = 1) => vi.waitFor(() => expect(endpoint.arrivals).toHaveLength(count)),
    connections: () => endpoint.connections(),
  };
}
