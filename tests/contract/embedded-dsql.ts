// The dsql engine on an embedded PostgreSQL in a folder of its own, for tests: everything that it
// starts or makes is gone after close().
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDsqlEngine, type DsqlOptions } from '../../server/src/engines/dsql/index.ts';
import type { Engine } from '../../server/src/engines/engine.ts';
import { startPostgres, type PostgresServer } from '../../server/src/local/postgres/index.ts';

export interface EmbeddedDsql {
  readonly engine: Engine;
  readonly server: PostgresServer;
  close(): Promise<void>;
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'worldseat-test-'));

/** @param folder kept by close() when given, so that it can be opened again */
export async function openEmbeddedDsql(folder?: string): Promise<EmbeddedDsql> {
  const dataDir = folder ?? temporaryFolder();
  const server = await startPostgres({ dataDir });
  const engine = await openDsqlEngine(dsqlOptions(server, server.socketDir));
  const close = async (): Promise<void> => {
    await engine.close();
    await server.stop();
    if (folder === undefined) rmSync(dataDir, { recursive: true });
  };
  return { engine, server, close };
}

/** @param host the socket's folder: the server's own, or a relay's */
export function dsqlOptions(server: PostgresServer, host: string): DsqlOptions {
  const { port, database, superuser: user } = server;
  return {
    regions: ['us-east-1', 'us-east-2'].map((region) => ({ region, host, port, database, user })),
    deployment: 'EMBEDDED',
    components: (version) => `PostgreSQL ${version} (embedded), REPEATABLE READ`,
    connectionsPerRegion: 16,
    maxAttempts: 20,
    seed: 7,
  };
}

/** Process ids of the server's client backends, from the process list. */
export function backendsOf(server: PostgresServer): readonly number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [pid, parent, ...words] = line.trim().split(/\s+/);
    const isClient = words.join(' ').startsWith(`postgres: ${server.superuser} `);
    return Number(parent) === server.pid && isClient ? Number(pid) : [];
  });
}
