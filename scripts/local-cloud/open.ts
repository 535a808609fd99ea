// The embedded cloud as one thing: PostgreSQL behind a DSQL gateway for each Region, Global Tables,
// and the control plane, opened together and closed in reverse. No part of WorldSeat is in it.
import { join } from 'node:path';
import { closeAll, type Closers } from '../../server/src/close-all.ts';
import { DataFolderError, holdDataFolder } from '../../server/src/data-folder.ts';
import type { ControlPlane } from '../../server/src/local/control-plane/index.ts';
import type { DsqlGateways } from '../../server/src/local/dsql/index.ts';
import type { GlobalTables } from '../../server/src/local/dynamodb/index.ts';
import type { PostgresServer } from '../../server/src/local/postgres/index.ts';
import { openLog, type Log } from '../../server/src/log.ts';
import { REGIONS } from './arguments.ts';
import type { CloudConfig } from './config.ts';
import type { CloudFacts } from './describe.ts';

/** For superusers and for whoever looks in, beside the gateways' connections. */
const SPARE_CONNECTIONS = 20;

export interface LocalCloudOptions {
  readonly config: CloudConfig;
  /** Region → port; a Region that is not named gets a free one. */
  readonly dsqlPorts: Readonly<Record<string, number>>;
  readonly dynamodbPorts: Readonly<Record<string, number>>;
  /** 0: any. */
  readonly controlPlanePort: number;
}

export interface LocalCloud {
  readonly facts: CloudFacts;
  /** Resolves when a part is down for good. */
  readonly died: Promise<Error>;
  close(): Promise<void>;
}

/** A part could not start, or is down for good; the message says which and why. */
export class CloudError extends Error {
  override readonly name = 'CloudError';
  readonly code = 'CLOUD';
}

/** @throws CloudError, DataFolderError; then nothing of it is left */
export async function openLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const closers: Closers = [];
  let onDeath: (reason: string) => void = () => undefined;
  const died = new Promise<Error>((resolve) => {
    onDeath = (reason) => resolve(new CloudError(reason));
  });
  try {
    closers.push(await holdDataFolder(options.config.dataDir));
    const log = openLog(options.config.logLevel);
    const parts = await openParts({ ...options, closers, log, onDeath });
    return { facts: factsOf(options.config, parts), died, close: () => closeAll(closers) };
  } catch (error) {
    await closeAll(closers);
    if (error instanceof DataFolderError || !hasCode(error)) throw error;
    throw new CloudError(`The local cloud cannot start: ${error.message}`, { cause: error });
  }
}

/** A fault that somebody named; any other is one of ours, and wants its stack. */
const hasCode = (error: unknown): error is Error => error instanceof Error && 'code' in error;

interface Opening extends LocalCloudOptions {
  readonly closers: Closers;
  readonly log: Log;
  readonly onDeath: (reason: string) => void;
}

interface Parts {
  readonly gateways: DsqlGateways;
  readonly tables: GlobalTables;
  readonly controlPlane: ControlPlane;
}

/** Each part loads its code when it is opened: processes start while the rest is still loading. */
async function openParts(opening: Opening): Promise<Parts> {
  const { closers } = opening;
  const postgres = closing(closers, openPostgres(opening), (part) => part.stop());
  const gateways = closing(closers, openGateways(opening, postgres), (part) => part.stop());
  const tables = closing(closers, openTables(opening), (part) => part.stop());
  const controlPlane = closing(closers, openControl(opening, gateways), (part) => part.close());
  // When one fails, the others are waited for, so that they can be closed.
  await Promise.allSettled([postgres, gateways, tables, controlPlane]);
  await postgres;
  return { gateways: await gateways, tables: await tables, controlPlane: await controlPlane };
}

async function closing<Part>(
  closers: Closers,
  opened: Promise<Part>,
  close: (part: Part) => Promise<void>,
): Promise<Part> {
  const part = await opened;
  closers.push(() => close(part));
  return part;
}

async function openPostgres({ config, log, onDeath }: Opening): Promise<PostgresServer> {
  const { startPostgres } = await import('../../server/src/local/postgres/index.ts');
  const postgres = await startPostgres({
    dataDir: join(config.dataDir, 'postgres'),
    maxConnections: config.connectionsPerRegion * REGIONS.length + SPARE_CONNECTIONS,
    log: (line) => log.info({ part: 'postgres' }, line),
  });
  void postgres.exited.then((end) => {
    if (end.reason === 'GAVE_UP') onDeath(end.fault.message);
  });
  return postgres;
}

async function openGateways(
  { config, dsqlPorts, log, onDeath }: Opening,
  postgres: Promise<PostgresServer>,
): Promise<DsqlGateways> {
  const { startDsqlGateways } = await import('../../server/src/local/dsql/index.ts');
  const { conflicts, commitDelayMs } = config;
  const dataDir = join(config.dataDir, 'dsql');
  return startDsqlGateways({
    ...{ dataDir, regions: REGIONS, postgres, conflicts, commitDelayMs, log },
    ports: dsqlPorts,
    onExit: onDeath,
  });
}

async function openTables({ config, dynamodbPorts, log, onDeath }: Opening): Promise<GlobalTables> {
  const { startGlobalTables } = await import('../../server/src/local/dynamodb/index.ts');
  return startGlobalTables({
    dataDir: join(config.dataDir, 'dynamodb'),
    regions: REGIONS,
    lagMs: config.replicationLagMs,
    jitterMs: config.replicationJitterMs,
    ports: dynamodbPorts,
    log,
    onExit: onDeath,
  });
}

async function openControl(
  { config, controlPlanePort: port, log }: Opening,
  opening: Promise<DsqlGateways>,
): Promise<ControlPlane> {
  const loading = import('../../server/src/local/control-plane/index.ts');
  const { endpoints, credentials } = await opening;
  const { openControlPlane } = await loading;
  const dataDir = join(config.dataDir, 'control-plane');
  const addresses = Object.entries(endpoints).map(([region, at]) => [
    region,
    `${at.host}:${at.port}`,
  ]);
  const dataPlane = Object.fromEntries(addresses) as Record<string, string>;
  return openControlPlane({ dataDir, credentials, port, dataPlane, log });
}

function factsOf({ dataDir }: CloudConfig, { gateways, tables, controlPlane }: Parts): CloudFacts {
  const { caFile, credentials, credentialsFile, endpoints } = gateways;
  return {
    ...{ dataDir, caFile, ...credentials, credentialsFile },
    dsql: endpoints,
    dynamodb: tables.endpoints,
    controlPlane: controlPlane.url,
  };
}
