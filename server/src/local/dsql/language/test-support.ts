// What tests share: a PostgreSQL with the schema sys, and clients of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../postgres/index.ts';
import { SYS_SCHEMA_SQL } from './sys-schema.ts';

export interface TestDatabase {
  /** For the time of one call; a role other than the superuser is a plain login. */
  as<Result>(user: string, use: (client: pg.Client) => Promise<Result>): Promise<Result>;
  readonly superuser: string;
  stop(): Promise<void>;
}

export async function openTestDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'worldseat-language-'));
  const settings = { timezone: 'UTC' };
  const server = await startPostgres({ dataDir, settings });
  const { socketDir: host, port, database, superuser } = server;
  const as: TestDatabase['as'] = async (user, use) => {
    const client = new pg.Client({ host, port, user, database });
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  };
  await as(superuser, (client) => client.query(SYS_SCHEMA_SQL));
  return {
    as,
    superuser,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The values of a statement's rows, in one list. */
export async function values(client: pg.Client, text: string, parameters?: unknown[]) {
  const { rows } = await client.query<unknown[]>({
    text,
    rowMode: 'array',
    ...(parameters && { values: parameters }),
  });
  return rows.flat();
}
