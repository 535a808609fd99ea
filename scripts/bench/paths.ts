// The three ways to the same kind of database that are measured: PostgreSQL's Unix socket itself,
// and the gateways with native and with commit-time conflicts. Each has a PostgreSQL of its own, so
// that what one installs is no burden to another; only one of them works at a time.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Closers } from '../../server/src/close-all.ts';
import { reach } from '../../server/src/engines/dsql/access.ts';
import { openDsqlEngine, type DsqlOptions } from '../../server/src/engines/dsql/index.ts';
import type { Engine } from '../../server/src/engines/engine.ts';
import { startDsqlGateways, type DsqlGateways } from '../../server/src/local/dsql/index.ts';
import { signToken } from '../../server/src/local/dsql/process/sign-token.ts';
import { startPostgres, type PostgresServer } from '../../server/src/local/postgres/index.ts';
import type { Log } from '../../server/src/log.ts';
import type { PgbenchTarget } from './pgbench.ts';

export const PATH_NAMES = ['direct', 'native', 'commit'] as const;
export type PathName = (typeof PATH_NAMES)[number];

const REGIONS = ['us-east-1', 'us-east-2'] as const;
/** The engine's and pgbench's connections are open at once; and some for whoever looks in. */
const SPARE_CONNECTIONS = 20;
const NOWHERE = { host: '', port: 0 };
/** Of pgbench's password: longer than any bench runs. */
const TOKEN_S = 86_400;

export interface Path {
  readonly name: PathName;
  readonly engine: Engine;
  /** One for each Region. */
  readonly pgbenchTargets: readonly PgbenchTarget[];
  readonly pids: { readonly postgres: number; readonly gateways: readonly number[] };
}

export interface PathOptions {
  /** For everything that the paths need; exists. */
  readonly folder: string;
  readonly connections: number;
  readonly commitDelayMs: number;
  readonly log: Log;
}

/** @throws what a part cannot start with; what was started is in `closers` */
export async function openPaths(options: PathOptions, closers: Closers): Promise<Path[]> {
  const paths: Path[] = [];
  for (const name of PATH_NAMES) paths.push(await openPath(name, options, closers));
  return paths;
}

async function openPath(name: PathName, options: PathOptions, closers: Closers): Promise<Path> {
  const { folder, connections } = options;
  const postgres = await startPostgres({
    dataDir: join(folder, name, 'postgres'),
    maxConnections: 2 * connections + SPARE_CONNECTIONS,
  });
  closers.push(() => postgres.stop());
  const access =
    name === 'direct'
      ? directAccess(postgres)
      : await gatewayAccess(name, postgres, options, closers);
  const engine = await openDsqlEngine({
    regions: access.regions,
    deployment: 'EMBEDDED',
    components: () => name,
    asynchronousIndexes: name !== 'direct',
    connectionsPerRegion: connections / REGIONS.length,
  });
  closers.push(() => engine.close());
  const { pgbenchTargets, gatewayPids } = access;
  return { name, engine, pgbenchTargets, pids: { postgres: postgres.pid, gateways: gatewayPids } };
}

interface Access {
  readonly regions: DsqlOptions['regions'];
  readonly pgbenchTargets: readonly PgbenchTarget[];
  readonly gatewayPids: readonly number[];
}

function directAccess({
  socketDir: host,
  port,
  database,
  superuser: user,
}: PostgresServer): Access {
  const environment = { PGHOST: host, PGPORT: String(port), PGDATABASE: database, PGUSER: user };
  return {
    regions: REGIONS.map((region) => ({ region, host, port, database, user })),
    pgbenchTargets: REGIONS.map((region) => ({ region, environment })),
    gatewayPids: [],
  };
}

async function gatewayAccess(
  conflicts: Exclude<PathName, 'direct'>,
  postgres: PostgresServer,
  { folder, commitDelayMs, log }: PathOptions,
  closers: Closers,
): Promise<Access> {
  const dataDir = join(folder, conflicts, 'dsql');
  const gateways = await startDsqlGateways({
    ...{ dataDir, regions: REGIONS, postgres, conflicts, commitDelayMs, log },
  });
  closers.push(() => gateways.stop());
  const { endpoints, credentials, caFile } = gateways;
  const access = { ca: await readFile(caFile, 'utf8'), credentials };
  return {
    regions: REGIONS.map((region) => reach({ region, ...(endpoints[region] ?? NOWHERE) }, access)),
    pgbenchTargets: await Promise.all(REGIONS.map((region) => pgbenchTarget(region, gateways))),
    gatewayPids: Object.values(gateways.pids).flatMap((pid) => pid ?? []),
  };
}

/** As libpq reads it from the environment. */
async function pgbenchTarget(region: string, gateways: DsqlGateways): Promise<PgbenchTarget> {
  const { host, port } = gateways.endpoints[region] ?? NOWHERE;
  const { caFile, credentials } = gateways;
  const token = { credentials, region, hostname: host, user: 'admin', expiresInS: TOKEN_S };
  return {
    region,
    environment: {
      ...{ PGHOST: host, PGPORT: String(port), PGDATABASE: 'postgres', PGUSER: 'admin' },
      ...{ PGPASSWORD: await signToken(token), PGSSLMODE: 'verify-full', PGSSLROOTCERT: caFile },
    },
  };
}
