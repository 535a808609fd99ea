// The embedded cloud, and the engines on it: each part is started, and its engine opened at its
// addresses. On AWS only this file's half of the line is another.
import { join } from 'node:path';
import type { Closers } from './close-all.ts';
import type { Config, EngineId } from './config.ts';
import type { EngineSettings, RemoteEngine } from './engine-thread/messages.ts';
import { openEngineThread } from './engine-thread/remote.ts';
import { startGlobalTables } from './local/dynamodb/index.ts';
import { startPostgres } from './local/postgres/index.ts';
import type { Log } from './log.ts';

export interface Opening {
  readonly config: Config;
  readonly log: Log;
  /** What was opened puts here what closes it. */
  readonly closers: Closers;
  /** Called when a part dies that nothing can go on without. */
  readonly onDeath: (error: Error) => void;
}

/** For superusers and for whoever looks in with psql, beside the pools. */
const SPARE_CONNECTIONS = 20;

type OpenEngine = (opening: Opening) => Promise<RemoteEngine>;

/** One line for each engine: adding one is a folder and a line here. */
export const OPEN_ENGINE: Readonly<Record<EngineId, OpenEngine>> = {
  dsql: openEmbeddedDsql,
  dynamodb: openEmbeddedDynamoDb,
};

function openEmbeddedDsql(opening: Opening): Promise<RemoteEngine> {
  const { log, onDeath } = opening;
  return closing(opening, openEngineThread('dsql', startDsqlPart(opening), log, onDeath));
}

async function startDsqlPart({ config, log, closers }: Opening): Promise<EngineSettings> {
  const { regions, connectionsPerRegion } = config;
  const postgres = await startPostgres({
    dataDir: join(config.dataDir, 'postgres'),
    maxConnections: connectionsPerRegion * regions.length + SPARE_CONNECTIONS,
    log: (line) => log.info({ part: 'postgres' }, line),
  });
  closers.push(() => postgres.stop());
  void postgres.exited.then((end) => {
    if (end.reason === 'GAVE_UP') log.error({ part: 'postgres', err: end.fault }, 'gave up');
  });
  const { socketDir, port, database, superuser: user } = postgres;
  return { id: 'dsql', regions, connectionsPerRegion, socketDir, port, database, user };
}

function openEmbeddedDynamoDb(opening: Opening): Promise<RemoteEngine> {
  const { log, onDeath } = opening;
  return closing(opening, openEngineThread('dynamodb', startDynamoDbPart(opening), log, onDeath));
}

async function startDynamoDbPart({ config, log, closers }: Opening): Promise<EngineSettings> {
  const { regions, connectionsPerRegion } = config;
  const { replicationLagMs: lagMs, replicationJitterMs: jitterMs } = config;
  const dataDir = join(config.dataDir, 'dynamodb');
  const tables = await startGlobalTables({ dataDir, regions, lagMs, jitterMs, log });
  closers.push(() => tables.stop());
  const { endpoints } = tables;
  const components = `dynalite behind ${regions.length} Region fronts, ${lagMs} ± ${jitterMs} ms apart`;
  return { id: 'dynamodb', endpoints, components, connectionsPerRegion };
}

/** The engine is closed before what it stands on. */
async function closing({ closers }: Opening, opened: Promise<RemoteEngine>): Promise<RemoteEngine> {
  const engine = await opened;
  closers.push(() => engine.close());
  return engine;
}
