// The dsql engine on an embedded PostgreSQL in a folder of its own, for tests: everything that it
// starts or makes is gone after close(). It goes through the gateways, as the server does; on the
// bare socket it goes only where a test needs what no gateway lets through.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDsqlEngine, reach, type DsqlOptions } from '../../server/src/engines/dsql/index.ts';
import type { Engine } from '../../server/src/engines/engine.ts';
import {
  startDsqlGateways,
  type DsqlGateways,
  type DsqlGatewaysOptions,
} from '../../server/src/local/dsql/index.ts';
import { startPostgres, type PostgresServer } from '../../server/src/local/postgres/index.ts';
import { letRoleIn } from '../support/dsql-cloud.ts';

const REGIONS = ['us-east-1', 'us-east-2'];
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface EmbeddedDsql {
  readonly engine: Engine;
  /** What the engine was opened with, to open another one on the same database. */
  readonly options: DsqlOptions;
  readonly server: PostgresServer;
  close(): Promise<void>;
}

export interface GatewayDsql extends EmbeddedDsql {
  readonly gateways: DsqlGateways;
}

export interface GatewayDsqlOptions extends Pick<
  Partial<DsqlGatewaysOptions>,
  'conflicts' | 'commitDelayMs' | 'limits'
> {
  /** Kept by close() when given, so that it can be opened again. */
  readonly folder?: string;
  readonly engine?: Partial<DsqlOptions>;
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'worldseat-test-'));

const COMMON = {
  deployment: 'EMBEDDED',
  components: (version: string) => `PostgreSQL ${version} (embedded)`,
  connectionsPerRegion: 16,
  maxAttempts: 20,
  seed: 7,
} as const;

/** Through the gateways. */
export async function openGatewayDsql(options: GatewayDsqlOptions = {}): Promise<GatewayDsql> {
  const { folder, engine: changed, ...rest } = options;
  const dataDir = folder ?? temporaryFolder();
  const server = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  const gateways = await startDsqlGateways({
    dataDir: join(dataDir, 'dsql'),
    regions: REGIONS,
    postgres: server,
    log,
    ...rest,
  });
  if (changed?.role != null) await letRoleIn(gateways, changed.role);
  const access = { ca: readFileSync(gateways.caFile, 'utf8'), credentials: gateways.credentials };
  const regions = Object.entries(gateways.endpoints).map(([region, at]) =>
    reach({ region, ...at }, access),
  );
  const engineOptions: DsqlOptions = { ...COMMON, regions, ...changed };
  const engine = await openDsqlEngine(engineOptions);
  const close = async (): Promise<void> => {
    await engine.close();
    await gateways.stop();
    await server.stop();
    if (folder === undefined) rmSync(dataDir, { recursive: true });
  };
  return { engine, options: engineOptions, server, gateways, close };
}

/** Straight on PostgreSQL's socket. */
export async function openSocketDsql(): Promise<EmbeddedDsql> {
  const dataDir = temporaryFolder();
  const server = await startPostgres({ dataDir });
  const options = socketOptions(server, server.socketDir);
  const engine = await openDsqlEngine(options);
  const close = async (): Promise<void> => {
    await engine.close();
    await server.stop();
    rmSync(dataDir, { recursive: true });
  };
  return { engine, options, server, close };
}

/** @param host the socket's folder: the server's own, or a relay's */
export function socketOptions(server: PostgresServer, host: string): DsqlOptions {
  const { port, database, superuser: user } = server;
  const regions = REGIONS.map((region) => ({ region, host, port, database, user }));
  return { ...COMMON, regions, asynchronousIndexes: false };
}

/** Process ids of the backends that serve this user, from the process list. */
export function backendsOf(server: PostgresServer, user: string): readonly number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [pid, parent, ...words] = line.trim().split(/\s+/);
    const isClient = words.join(' ').startsWith(`postgres: ${user} `);
    return Number(parent) === server.pid && isClient ? Number(pid) : [];
  });
}
