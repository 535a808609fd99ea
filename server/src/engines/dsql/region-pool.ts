// The connections to one Region: a fixed number, kept open, so that no result depends on what an
// earlier burst left. A lost connection is dropped and replaced when next needed; it never
// throws out of an event.
import pg from 'pg';
import { messageOf } from './faults.ts';
import {
  CONNECT_LIMIT_MS,
  CONNECTION_LIFETIME_S,
  STATEMENT_LIMIT_MS,
  type DsqlRegionOptions,
} from './options.ts';

export interface RegionPool {
  readonly region: string;
  /** A connection of one's own until release(); release(true) also closes it. */
  connect(): Promise<pg.PoolClient>;
  /** One statement on any connection. */
  query<Row extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<Row[]>;
  /** Opens every connection of the pool. Throws when one cannot be opened. */
  warm(): Promise<void>;
  /** Waits for what is under way, then closes every connection. Can be called again. */
  close(): Promise<void>;
}

export function openRegionPool(
  options: DsqlRegionOptions,
  connections: number,
  log: (message: string) => void,
): RegionPool {
  const { region } = options;
  const pool = new pg.Pool(poolConfig(options, connections));
  const lost = (error: Error): void => log(`connection to ${region} lost: ${error.message}`);
  pool.on('error', lost);
  // A connection that is in use reports its loss twice: to its statement, and here.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const waiting = new Set<Promise<pg.PoolClient>>();
  const connect = async (): Promise<pg.PoolClient> => {
    if (closing !== undefined) throw new Error('the engine is closing');
    const client = pool.connect();
    waiting.add(client);
    try {
      return await client;
    } finally {
      waiting.delete(client);
    }
  };
  const query = async <Row extends pg.QueryResultRow>(
    statement: pg.QueryConfig,
  ): Promise<Row[]> => {
    const client = await connect();
    try {
      const { rows } = await client.query<Row>(statement);
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
  let warming: Promise<void> | undefined;
  // Two at once would each hold half of the connections and wait for the other half.
  const warm = (): Promise<void> =>
    (warming ??= checkOutAll(connect, connections).finally(() => (warming = undefined)));
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= endWhenQuiet(pool, waiting));
  return { region, connect, query, warm, close };
}

async function checkOutAll(connect: RegionPool['connect'], connections: number): Promise<void> {
  const attempts = Array.from({ length: connections }, () => connect());
  const outcomes = await Promise.allSettled(attempts);
  for (const outcome of outcomes) if (outcome.status === 'fulfilled') outcome.value.release();
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw new Error(messageOf(failed.reason), { cause: failed.reason });
}

/** The pool forgets who still waits in line once it ends, so they are served first. */
async function endWhenQuiet(pool: pg.Pool, waiting: Set<Promise<unknown>>): Promise<void> {
  await Promise.allSettled(waiting);
  await pool.end();
}

function poolConfig(options: DsqlRegionOptions, connections: number): pg.PoolConfig {
  const { host, port, database, user, password, ssl } = options;
  return {
    host,
    port,
    database,
    user,
    password,
    ssl: ssl ?? false,
    application_name: 'worldseat',
    max: connections,
    min: connections,
    idleTimeoutMillis: 0,
    maxLifetimeSeconds: CONNECTION_LIFETIME_S,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: STATEMENT_LIMIT_MS,
    keepAlive: true,
    pipeline: true,
  };
}
