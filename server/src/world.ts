// The world behind the web: the embedded cloud, the engines on it, and what serves the graph.
// The embedded cloud is reached by addresses only. Opening it gives the function that closes it.
import { join } from 'node:path';
import { DEFAULT_VENUE, VENUES } from '@worldseat/schema/domain';
import type { Services } from '@worldseat/schema/services';
import { BurstFiles } from './burst/files.ts';
import type { Config, EngineId } from './config.ts';
import type { RemoteEngine } from './engine-thread/messages.ts';
import { openEngineThread } from './engine-thread/remote.ts';
import { startGlobalTables } from './local/dynamodb/index.ts';
import { startPostgres } from './local/postgres/index.ts';
import { closeAll, type Closers } from './close-all.ts';
import type { Log } from './log.ts';
import { BreakItDesk } from './services/break-it.ts';
import { BurstShelf } from './services/burst-shelf.ts';
import { allOrFirstFault } from './services/hold-floors.ts';
import { serve } from './services/index.ts';
import { PurchaseDesk } from './services/purchase.ts';
import { Trial } from './services/trial.ts';

/** A part of the embedded cloud could not start; the message says which and why. */
export class WorldError extends Error {
  override readonly name = 'WorldError';
  readonly code = 'WORLD';
}

export interface World {
  readonly services: Services;
  /** Buyers in line are not served any more: their bursts end as FAILED. */
  stopBursts(): void;
  close(): Promise<void>;
}

/** For superusers and for whoever looks in with psql, beside the pools. */
const SPARE_CONNECTIONS = 20;

type OpenEngine = (config: Config, log: Log, closers: Closers) => Promise<RemoteEngine>;

/** One line for each engine: adding one is a folder and a line here. */
const OPEN_ENGINE: Readonly<Record<EngineId, OpenEngine>> = {
  dsql: openEmbeddedDsql,
  dynamodb: openEmbeddedDynamoDb,
};

/** @throws WorldError */
export async function openWorld(config: Config, log: Log): Promise<World> {
  const closers: Closers = [];
  const close = () => closeAll(closers);
  try {
    const opened = await allOrFirstFault(
      config.engines.map((id) => openTrial(id, config, log, closers)),
    );
    const trials = opened.map(({ trial }) => trial);
    const files = await BurstFiles.open(join(config.dataDir, 'bursts'));
    const shelf = await BurstShelf.open(files, trials, log);
    const purchases = new PurchaseDesk(trials, log);
    for (const { trial, told } of opened) purchases.remember(trial, told);
    const breakIts = new BreakItDesk(trials, shelf, log);
    const services = serve({ trials, shelf, purchases, breakIts });
    return { services, stopBursts: () => breakIts.stop(), close };
  } catch (error) {
    await close().catch((err: unknown) => log.error({ err }, 'something could not be closed'));
    // A fault that nobody named is one of ours: its stack is wanted.
    if (!(error instanceof Error && 'code' in error)) log.error({ err: error }, 'cannot start');
    throw new WorldError(`WorldSeat cannot start: ${reasonOf(error)}`, { cause: error });
  }
}

async function openTrial(id: EngineId, config: Config, log: Log, closers: Closers) {
  const engine = await OPEN_ENGINE[id](config, log, closers);
  closers.push(() => engine.close());
  const venue = VENUES[DEFAULT_VENUE];
  if (venue === undefined) throw new Error(`there is no venue ${DEFAULT_VENUE}`);
  const opened = await Trial.open({
    engine,
    dataDir: config.dataDir,
    defaultVenue: venue,
    connectionsPerRegion: config.connectionsPerRegion,
    log,
  });
  closers.push(() => opened.trial.close());
  return opened;
}

async function openEmbeddedDsql(config: Config, log: Log, closers: Closers): Promise<RemoteEngine> {
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
  const at = { socketDir, port, database, user };
  return openEngineThread({ id: 'dsql', regions, connectionsPerRegion, ...at }, log);
}

async function openEmbeddedDynamoDb(
  config: Config,
  log: Log,
  closers: Closers,
): Promise<RemoteEngine> {
  const { regions, connectionsPerRegion } = config;
  const { replicationLagMs: lagMs, replicationJitterMs: jitterMs } = config;
  const dataDir = join(config.dataDir, 'dynamodb');
  const tables = await startGlobalTables({ dataDir, regions, lagMs, jitterMs, log });
  closers.push(() => tables.stop());
  const { endpoints } = tables;
  const components = `dynalite behind two Region fronts, ${lagMs} ± ${jitterMs} ms apart`;
  return openEngineThread({ id: 'dynamodb', endpoints, components, connectionsPerRegion }, log);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
