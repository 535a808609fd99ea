// The embedded Aurora DSQL as the database under test: two Regions over one PostgreSQL, each behind
// a gateway; in processes of their own, as users have them, or within the test's, where a test can
// also take a promise away.
import { readFile } from 'node:fs/promises';
import { openIdentity } from '../../server/src/local/dsql/admission/index.ts';
import { openGateway, type GatewayOptions } from '../../server/src/local/dsql/gateway.ts';
import {
  startDsqlGateways,
  type Credentials,
  type DsqlGateways,
} from '../../server/src/local/dsql/index.ts';
import { AURORA_DSQL_LIMITS } from '../../server/src/local/dsql/limits.ts';
import { signToken } from '../../server/src/local/dsql/process/sign-token.ts';
import type { PostgresServer } from '../../server/src/local/postgres/index.ts';
import type { Close } from '../support/leftovers.ts';
import {
  openClient,
  type PostgresClient,
  type PostgresClientOptions,
} from '../support/postgres-client.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { Capabilities } from './checker.ts';
import { killBackend, openPostgres } from './plain-postgres.ts';
import type { Database } from './run.ts';

export const REGIONS = ['us-east-1', 'us-east-2'] as const;

/** What Aurora DSQL promises, on connections that are not safe; stricter in one thing. */
const PROMISES: Capabilities = {
  conflictsAtCommit: true,
  marker: 'OC000',
  connectionsEnd: true,
  keyShareCountsAsForUpdate: true,
};

export interface EmbeddedDsql extends Database {
  readonly postgres: PostgresServer;
  /** @param options beside the address and the token */
  connect(region: string, options?: PostgresClientOptions): Promise<PostgresClient>;
}

/** @param later registers what must be closed (see leftovers.ts) */
export async function openEmbeddedDsql(
  later: (close: Close) => void,
): Promise<EmbeddedDsql & { readonly gateways: DsqlGateways }> {
  const postgres = await openPostgres(later);
  const gateways = await startDsqlGateways({
    dataDir: await tempFolder(later),
    regions: REGIONS,
    postgres,
    commitDelayMs: 0,
    log: { info: nothing, warn: nothing, error: nothing },
  });
  later(() => gateways.stop());
  const { endpoints, caFile, credentials } = gateways;
  const portOf = (region: string) => endpoints[region]?.port ?? 0;
  return { ...databaseOf(postgres, { portOf, credentials, ca: await readFile(caFile) }), gateways };
}

/** @param change what is to be otherwise than on Aurora DSQL */
export async function openDsqlInProcess(
  later: (close: Close) => void,
  change: Pick<GatewayOptions, 'adjudicateLocks'> = {},
): Promise<EmbeddedDsql> {
  const postgres = await openPostgres(later);
  const identity = await openIdentity(await tempFolder(later), REGIONS);
  const credentials = { accessKeyId: 'WORLDSEATTEST', secretAccessKey: 'of-this-test-only' };
  const ports = new Map<string, number>();
  for (const region of REGIONS) {
    const gateway = await openGateway({
      region,
      port: 0,
      identity: identity.of(region),
      credentials,
      postgres,
      conflicts: 'commit',
      commitDelayMs: 0,
      limits: AURORA_DSQL_LIMITS,
      onFault: nothing,
      ...change,
    });
    later(() => gateway.close(0));
    ports.set(region, gateway.port);
  }
  const portOf = (region: string) => ports.get(region) ?? 0;
  return databaseOf(postgres, { portOf, credentials, ca: await readFile(identity.caFile) });
}

interface Access {
  readonly portOf: (region: string) => number;
  readonly credentials: Credentials;
  readonly ca: Buffer;
}

function databaseOf(postgres: PostgresServer, { portOf, credentials, ca }: Access): EmbeddedDsql {
  const [host, user, database] = ['127.0.0.1', 'admin', 'postgres'];
  return {
    postgres,
    regions: REGIONS,
    capabilities: PROMISES,
    connect: (region, options = {}) => {
      const password = () => signToken({ credentials, region, hostname: host, user });
      const address = { host, port: portOf(region), user, database };
      // Verified against the address itself: a bare address is no server name for pg.
      return openClient({ ...address, password, ssl: { ca, host }, ...options });
    },
    killBackend: (whose) => killBackend(postgres, whose),
  };
}

const nothing = (): void => undefined;
