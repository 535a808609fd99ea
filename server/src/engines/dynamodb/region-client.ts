// One Region's AWS SDK client with a fixed pool: as many sockets as configured, all of them opened
// by warm(), so that what a burst shows never depends on how many sockets the last one left open.
// Limits: a connection 5 s, a request 10 s, three tries a call (the SDK's own, with its back-off).
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { DynamoDB, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { CallSlots } from './call-slots.ts';
import type { TableNames } from './table-names.ts';

const CONNECTION_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 10_000;
const MAX_ATTEMPTS = 3;

// The SDK's version is pinned and runs on every Node that we do; its notice about releases of 2027
// would be the first thing that a user reads. The SDK has no other switch for it.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

export interface RegionAddress {
  /** As AWS names it: us-east-1. */
  readonly region: string;
  /** Of a stand-in, as in http://127.0.0.1:8000; absent: AWS itself. */
  readonly endpoint?: string;
  /** Absent: the usual AWS credential chain. */
  readonly credentials?: NonNullable<DynamoDBClientConfig['credentials']>;
}

export class RegionClient {
  readonly region: string;
  readonly tables: TableNames;
  /** How many sockets the pool has when it is warm. */
  readonly sockets: number;
  /** The SDK without the queue, for calls that must not wait behind a burst. */
  readonly direct: DynamoDB;
  readonly #agents: readonly HttpAgent[];
  readonly #slots: CallSlots;

  constructor(address: RegionAddress, tables: TableNames, sockets: number) {
    const pool = { keepAlive: true, maxSockets: sockets, maxFreeSockets: sockets };
    // Oldest first: every socket is used in turn, so that none idles until it is closed.
    const options = { ...pool, scheduling: 'fifo' as const };
    const [httpAgent, httpsAgent] = [new HttpAgent(options), new HttpsAgent(options)];
    this.region = address.region;
    this.tables = tables;
    this.sockets = sockets;
    this.#slots = new CallSlots(sockets);
    this.#agents = [httpAgent, httpsAgent];
    this.direct = new DynamoDB({
      ...address,
      maxAttempts: MAX_ATTEMPTS,
      // A quarter less CPU a call: the SDK is what limits a burst from one process.
      cacheMiddleware: true,
      requestHandler: new NodeHttpHandler({
        httpAgent,
        httpsAgent,
        connectionTimeout: CONNECTION_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
        logger: QUIET,
      }),
    });
  }

  /** Makes one call when a socket is free. @throws TooManyCalls, and the SDK's errors */
  call<Result>(request: (db: DynamoDB) => Promise<Result>): Promise<Result> {
    return this.#slots.run(() => request(this.direct));
  }

  /** Sockets that are connected now, in use or not. */
  get openSockets(): number {
    return this.#agents
      .flatMap(({ sockets, freeSockets }) => [sockets, freeSockets])
      .flatMap((byAddress) => Object.values(byAddress).flatMap((list) => list ?? []))
      .filter((socket) => !socket.connecting && !socket.destroyed).length;
  }

  close(): void {
    this.direct.destroy();
    this.#agents.forEach((agent) => agent.destroy());
  }
}

/** What a statement needs of a client. */
export type Caller = Pick<RegionClient, 'tables' | 'call'>;

/** The same client, telling when each call leaves the queue for a socket. */
export function telling(client: Caller, onSend: () => void): Caller {
  return {
    tables: client.tables,
    call: (request) =>
      client.call((db) => {
        onSend();
        return request(db);
      }),
  };
}

const ignore = () => undefined;
const QUIET = { trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };
