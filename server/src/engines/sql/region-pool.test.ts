// The pool on a real PostgreSQL: connections grow old under load, are lost while idle, and wait for
// their turn to be opened.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '@worldseat/schema/domain';
import { startPostgres, type PostgresServer } from '../../local/postgres/index.ts';
import { ask, until } from '../../local/postgres/test-support.ts';
import { AURORA_DSQL } from '../dsql/dialect.ts';
import { openRegionPool, type RegionPool } from './region-pool.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
const CONNECTIONS = 4;
const FOR_EVER = 0;
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ dataDir });
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true });
});

function open(connectionLifetimeMs: number): RegionPool {
  const { socketDir: host, port, database, superuser: user } = server;
  return openRegionPool({
    at: { region: 'us-east-1', host, port, database, user },
    user,
    dialect: AURORA_DSQL,
    connections: CONNECTIONS,
    connectionLifetimeMs,
    retry: { maxAttempts: 5, random: seededRandom(3) },
    log: () => undefined,
  });
}

const backends = async (): Promise<number[]> => {
  const pids = await ask(
    server,
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'worldseat'`,
  );
  return pids.map(Number);
};

test('old connections are replaced while every one is in use, and no statement fails', async () => {
  const pool = open(300);
  await pool.warm();
  const first = await backends();
  expect(first).toHaveLength(CONNECTIONS);
  let done = false;
  const busy = Array.from({ length: CONNECTIONS * 3 }, async () => {
    while (!done) await pool.query({ text: 'SELECT pg_sleep(0.002)' });
  });
  await until('every connection is another', async () => {
    const now = await backends();
    return now.length > 0 && !now.some((pid) => first.includes(pid));
  });
  done = true;
  await Promise.all(busy);
  await pool.close();
});

test('connections that were ended while idle are replaced, unseen by whoever reads', async () => {
  const pool = open(FOR_EVER);
  await pool.warm();
  for (const pid of await backends()) await ask(server, `SELECT pg_terminate_backend(${pid})`);
  const reading = Array.from({ length: 20 }, () => pool.query({ text: 'SELECT 1 AS one' }));
  expect((await Promise.all(reading)).flat()).toEqual(reading.map(() => ({ one: 1 })));
  await pool.close();
});

test('closing waits for what is under way, and answers no one after', async () => {
  const pool = open(FOR_EVER);
  const last = pool.query({ text: 'SELECT pg_sleep(0.1)' });
  await pool.close();
  await expect(last).resolves.toHaveLength(1);
  await expect(pool.query({ text: 'SELECT 1' })).rejects.toThrow('the engine is closing');
  expect(await backends()).toEqual([]);
});
