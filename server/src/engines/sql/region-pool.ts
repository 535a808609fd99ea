// The connections to one Region: a fixed number, kept open, so that no result depends on what an
// earlier burst left. A lost connection is dropped and replaced when next needed, an old one is
// replaced between two transactions; neither ever throws out of an event.
import pg from 'pg';
import { backOff, type Retry } from './backoff.ts';
import { useSchema, type Dialect } from './dialect.ts';
import { faultKind, RULES } from './faults.ts';
import { CONNECT_LIMIT_MS, STATEMENT_LIMIT_MS, type RegionAddress } from './options.ts';
import { reconnecting } from './reconnect.ts';

export interface RegionPool {
  readonly region: string;
  readonly dialect: Dialect;
  /** Who connects. */
  readonly user: string;
  /** A connection of one's own until release(); release(true) also closes it. */
  connect(): Promise<pg.PoolClient>;
  /** One statement on any connection; it must be one that may be done twice. */
  query<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<Row[]>;
  /** Opens every connection of the pool. Throws when one cannot be opened. */
  warm(): Promise<void>;
  /** Waits for what is under way, then closes every connection. Can be called again. */
  close(): Promise<void>;
}

export interface RegionPoolOptions {
  readonly at: RegionAddress;
  readonly dialect: Dialect;
  /** What its connections are made of; absent: pg's own. */
  readonly Client?: typeof pg.Client;
  /** Who connects. */
  readonly user: string;
  readonly connections: number;
  readonly connectionLifetimeMs: number;
  readonly retry: Retry;
  readonly log: (message: string) => void;
}

export function openRegionPool(options: RegionPoolOptions): RegionPool {
  const { at, user, dialect, connections, retry, log } = options;
  const { region, passwords } = at;
  const pool = new pg.Pool(poolConfig(options));
  pool.on('error', (error) => log(`connection to ${region} lost: ${error.message}`));
  // A connection that is in use reports its loss twice: to its statement, and here.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const waiting = new Set<Promise<pg.PoolClient>>();
  const checkOut = async (): Promise<pg.PoolClient> => {
    if (closing !== undefined) throw new Error('the engine is closing');
    const client = pool.connect();
    waiting.add(client);
    try {
      return await client;
    } finally {
      waiting.delete(client);
    }
  };
  const connect = reconnecting({
    open: checkOut,
    hasIdle: () => pool.idleCount > 0,
    renew: () => passwords?.renew(),
    random: retry.random,
    dialect,
  });
  let warming: Promise<void> | undefined;
  // Two at once would each hold half of the connections and wait for the other half.
  const warm = (): Promise<void> =>
    (warming ??= checkOutAll(connect, connections).finally(() => (warming = undefined)));
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= endWhenQuiet(pool, waiting));
  const query = queryOn(connect, dialect, retry);
  return { region, dialect, user, connect, query, warm, close };
}

function queryOn(
  connect: RegionPool['connect'],
  dialect: Dialect,
  retry: Retry,
): RegionPool['query'] {
  return async <Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<Row[]> => {
    for (let attempt = 1; ; attempt += 1) {
      const client = await connect();
      try {
        const { rows } = await client.query<Row>(statement);
        client.release();
        return rows;
      } catch (error) {
        const kind = faultKind(error, dialect);
        client.release(kind === 'LOST' || kind === 'UNKNOWN');
        if (RULES[kind].repeatable === 'FAILED' || attempt >= retry.maxAttempts) throw error;
      }
      await backOff(attempt, retry);
    }
  };
}

async function checkOutAll(connect: RegionPool['connect'], connections: number): Promise<void> {
  const attempts = Array.from({ length: connections }, () => connect());
  const outcomes = await Promise.allSettled(attempts);
  for (const outcome of outcomes) if (outcome.status === 'fulfilled') outcome.value.release();
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** The pool forgets who still waits in line once it ends, so they are served first. */
async function endWhenQuiet(pool: pg.Pool, waiting: Set<Promise<unknown>>): Promise<void> {
  await Promise.allSettled(waiting);
  await pool.end();
}

function poolConfig({ at, user, ...options }: RegionPoolOptions): pg.PoolConfig {
  const { host, port, database, ssl, passwords } = at;
  const { Client, dialect } = options;
  return {
    ...(Client === undefined ? {} : { Client }),
    host,
    port,
    database,
    user,
    password: passwords === undefined ? undefined : () => passwords.passwordFor(user),
    ssl: ssl ?? false,
    application_name: 'worldseat',
    max: options.connections,
    min: options.connections,
    idleTimeoutMillis: 0,
    maxLifetimeSeconds: options.connectionLifetimeMs / 1_000,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: STATEMENT_LIMIT_MS,
    keepAlive: true,
    pipeline: true,
    verify: (client, done) => void client.query(useSchema(dialect)).then(() => done(), done),
  };
}
