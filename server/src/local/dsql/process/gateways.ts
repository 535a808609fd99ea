// The gateways of one embedded cluster: a process for each Region, all in front of one PostgreSQL,
// and what a client needs to know of them: addresses, the CA's file, an access key.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../../log.ts';
import { reasonOf } from '../../supervision/talk.ts';
// Not by the index: what only a gateway needs is not to be loaded here.
import { openIdentity } from '../admission/identity.ts';
import type { Credentials, Identity } from '../admission/index.ts';
import type { PostgresAddress } from '../catalog/roles.ts';
import type { Faults } from '../faults.ts';
import type { GatewayOptions, GatewayState } from '../gateway.ts';
import { AURORA_DSQL_LIMITS, type Limits } from '../limits.ts';
import { openCredentials } from './credentials.ts';
import { RegionGateway } from './region-gateway.ts';

const HOST = '127.0.0.1';
const COMMIT_DELAY_MS = 10;

export interface DsqlGatewaysOptions {
  /** Of this alone: the CA, the keys, the access key. Made when absent. */
  readonly dataDir: string;
  readonly regions: readonly string[];
  /** May come later: the gateways load their code while PostgreSQL starts. */
  readonly postgres: PostgresAddress | Promise<PostgresAddress>;
  /** 'commit': first committer wins, as on Aurora DSQL; 'native': as PostgreSQL. Default commit. */
  readonly conflicts?: GatewayOptions['conflicts'];
  /** Before a writing COMMIT is answered. Default 10. */
  readonly commitDelayMs?: number;
  /** Region → port; a Region that is not named gets a free one. */
  readonly ports?: Readonly<Record<string, number>>;
  readonly limits?: Partial<Limits>;
  readonly log: Log;
  /** Called once for each gateway that is down for good, unless stopped. @param reason in words */
  readonly onExit?: (reason: string) => void;
}

export interface DsqlGateways {
  /** Region → address, the same for the whole life. */
  readonly endpoints: Readonly<Record<string, { readonly host: string; readonly port: number }>>;
  /** PEM: what clients verify the endpoints against. */
  readonly caFile: string;
  /** Random, made at the first start. Tokens signed by these are accepted, and no others. */
  readonly credentials: Credentials;
  /** The same as an AWS shared credentials file. */
  readonly credentialsFile: string;
  /** Region → its process now; null while it is down. */
  readonly pids: Readonly<Record<string, number | null>>;
  /**
   * Switches stay on over a restart; a count ends with the process that was counting. While one is
   * being started, waits for that. @param region default: all. @throws when one is down or silent
   */
  setFaults(change: Partial<Faults>, region?: string): Promise<void>;
  /** While it is being started, waits for that. @throws when it is down for good, or silent */
  state(region: string): Promise<GatewayState>;
  /** Ends the processes, at most 5 s; also while they start. Can be called again. */
  stop(): Promise<void>;
}

/** A gateway could not be started, or there is none of that Region; the message says which. */
export class DsqlGatewaysError extends Error {
  override readonly name = 'DsqlGatewaysError';
  readonly code = 'DSQL_GATEWAYS';
}

/** Resolves when every Region listens. @throws DsqlGatewaysError, or what `postgres` fails with */
export async function startDsqlGateways(options: DsqlGatewaysOptions): Promise<DsqlGateways> {
  const { dataDir, regions } = options;
  const making = makeIdentity(dataDir, regions);
  // Heard by each gateway; without this, a failure before they ask would be nobody's.
  making.catch(() => undefined);
  const gateways: ByRegion = new Map(
    regions.map((region) => [region, openRegion(region, options, making)]),
  );
  const stop = async () => {
    await Promise.all([...gateways.values()].map((gateway) => gateway.stop()));
  };
  try {
    const [{ identity, credentials, file }] = await Promise.all([making, options.postgres]);
    const endpoints = Object.fromEntries(await Promise.all([...gateways].map(endpointOf)));
    const { caFile } = identity;
    return {
      endpoints,
      caFile,
      credentials,
      credentialsFile: file,
      get pids() {
        return Object.fromEntries([...gateways].map(([region, { pid }]) => [region, pid]));
      },
      ...control(gateways),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type ByRegion = ReadonlyMap<string, RegionGateway>;

function control(gateways: ByRegion): Pick<DsqlGateways, 'setFaults' | 'state'> {
  const of = (region: string): RegionGateway => {
    const gateway = gateways.get(region);
    if (gateway !== undefined) return gateway;
    const known = [...gateways.keys()].join(', ');
    throw new DsqlGatewaysError(`there is no gateway of ${region}; there are ${known}`);
  };
  return {
    setFaults: async (change, region) => {
      const asked = region === undefined ? [...gateways.values()] : [of(region)];
      await Promise.all(asked.map((gateway) => gateway.setFaults(change)));
    },
    state: async (region) => of(region).state(),
  };
}

interface Made {
  readonly identity: Identity;
  readonly credentials: Credentials;
  readonly file: string;
}

async function makeIdentity(dataDir: string, regions: readonly string[]): Promise<Made> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const { file, ...credentials } = await openCredentials(dataDir);
    return { identity: await openIdentity(join(dataDir, 'ca'), regions), credentials, file };
  } catch (error) {
    throw new DsqlGatewaysError(`The gateways cannot use ${dataDir}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

function openRegion(
  region: string,
  options: DsqlGatewaysOptions,
  making: Promise<Made>,
): RegionGateway {
  const { log, onExit, conflicts = 'commit', commitDelayMs = COMMIT_DELAY_MS } = options;
  const gateway = Promise.all([making, options.postgres]).then(
    ([{ identity, credentials }, postgres]) => ({
      region,
      port: options.ports?.[region] ?? 0,
      identity: identity.of(region),
      credentials,
      postgres: addressOf(postgres),
      conflicts,
      commitDelayMs,
      limits: { ...AURORA_DSQL_LIMITS, ...options.limits },
    }),
  );
  return new RegionGateway({ region, gateway, log, ...(onExit === undefined ? {} : { onExit }) });
}

/** Only what can be sent to another process: what was given may be the whole server. */
const addressOf = ({ socketDir, port, database, superuser }: PostgresAddress): PostgresAddress => ({
  socketDir,
  port,
  database,
  superuser,
});

async function endpointOf([region, gateway]: readonly [string, RegionGateway]) {
  try {
    const { port } = await gateway.opened;
    return [region, { host: HOST, port }] as const;
  } catch (error) {
    const words = `The gateway of ${region} cannot start: ${reasonOf(error)}`;
    throw new DsqlGatewaysError(words, { cause: error });
  }
}
