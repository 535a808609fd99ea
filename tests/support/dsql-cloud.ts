// The embedded Aurora DSQL alone, for tests: PostgreSQL, a gateway for each Region, and clients
// that come as a user's would: TLS verified, a fresh token each. close() leaves nothing.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DsqlSigner } from '@aws-sdk/dsql-signer';
import pg from 'pg';
import {
  startDsqlGateways,
  type DsqlGateways,
  type DsqlGatewaysOptions,
} from '../../server/src/local/dsql/index.ts';
import { startPostgres, type PostgresServer } from '../../server/src/local/postgres/index.ts';

export const REGIONS = ['us-east-1', 'us-east-2'] as const;

export interface DsqlCloud {
  readonly postgres: PostgresServer;
  readonly gateways: DsqlGateways;
  /** What the gateways warned of. */
  readonly warnings: readonly string[];
  /** A connected client of `admin` in that Region; ended by close() at the latest. */
  connect(region?: string, config?: pg.ClientConfig): Promise<pg.Client>;
  close(): Promise<void>;
}

export async function openDsqlCloud(
  options: Partial<DsqlGatewaysOptions> = {},
): Promise<DsqlCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
  const warnings: string[] = [];
  const note = (_: object, message: string) => warnings.push(message);
  const postgres = await startPostgres({
    dataDir: join(folder, 'postgres'),
    maxConnections: 400,
  });
  const gateways = await startDsqlGateways({
    dataDir: join(folder, 'gateways'),
    regions: REGIONS,
    postgres,
    log: { info: () => undefined, warn: note, error: note },
    ...options,
  });
  const clients: pg.Client[] = [];
  const connect = async (region: string = REGIONS[0], config: pg.ClientConfig = {}) => {
    const client = new pg.Client({ ...clientConfig(gateways, region), ...config });
    // A connection that is cut on purpose says so to its statements.
    client.on('error', () => undefined);
    clients.push(client);
    await client.connect();
    return client;
  };
  const close = async () => {
    await Promise.allSettled(clients.map((client) => client.end()));
    await gateways.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true });
  };
  return { postgres, gateways, warnings, connect, close };
}

/** SQLSTATE and message of what a query fails with, or "succeeded". */
export async function codeOf(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof pg.DatabaseError) return `${error.code ?? ''} ${error.message}`;
  return error instanceof Error ? error.message : 'succeeded';
}

/** How a client of `admin` connects. */
function clientConfig(gateways: DsqlGateways, region: string): pg.ClientConfig {
  const at = gateways.endpoints[region];
  if (at === undefined) throw new Error(`no gateway in ${region}`);
  const { credentials } = gateways;
  const signer = new DsqlSigner({ hostname: at.host, region, credentials });
  return {
    ...at,
    user: 'admin',
    database: 'postgres',
    password: () => signer.getDbConnectAdminAuthToken(),
    ssl: { ca: readFileSync(gateways.caFile) },
  };
}

/** What an administrator does once: nobody buys as a role that no IAM identity was allowed. */
export async function letRoleIn(gateways: DsqlGateways, role: string): Promise<void> {
  const admin = new pg.Client(clientConfig(gateways, REGIONS[0]));
  await admin.connect();
  await admin.query(`CREATE ROLE ${role} WITH LOGIN`);
  await admin.query(`AWS IAM GRANT ${role} TO 'arn:aws:iam::123456789012:role/buyer'`);
  await admin.end();
}
