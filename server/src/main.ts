// WorldSeat's table of contents: opens each part in the order of the line, closes in reverse.
// A setting or a folder that cannot work is one clear line and exit code 2, with nothing left.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeAll, type Closers } from './close-all.ts';
import { SOURCES } from './compiled.mjs';
import { ConfigError, readConfig, type Config } from './config.ts';
import { DataFolderError, holdDataFolder } from './data-folder.ts';
import { openLog, type Log } from './log.ts';
import { AddressRefused, checkAddress, PortTaken } from './web/listen.ts';
import { openWorld, WorldError } from './world.ts';

const PROJECT_DIR = fileURLToPath(new URL('../../', SOURCES));
/** What the caller can put right: said in one line, without a stack. */
const CALLERS_FAULTS = [ConfigError, DataFolderError, PortTaken, AddressRefused, WorldError];
/** Closing that takes longer is given up. */
const CLOSE_LIMIT_MS = 20_000;

export interface Server {
  readonly url: string;
  /** One line for each engine: what really runs. */
  readonly engines: readonly string[];
  /** Resolves when a part died that nothing can go on without: close, and start anew. */
  readonly died: Promise<Error>;
  /** Stops everything; resolves when nothing of it is left. May be called twice. */
  close(): Promise<void>;
}

/** @throws DataFolderError, PortTaken, AddressRefused, WorldError */
export async function openServer(config: Config, log: Log): Promise<Server> {
  const closers: Closers = [];
  try {
    closers.push(await holdDataFolder(config.dataDir));
    await checkAddress(config.host, config.port);
    // Loaded while the databases start.
    const webLoaded = import('./web/index.ts');
    const world = await openWorld(config, log);
    closers.push(() => world.close());
    const { openWeb } = await webLoaded;
    const web = await openWeb({
      host: config.host,
      port: config.port,
      services: world.services,
      clientDir: join(PROJECT_DIR, 'client', 'dist'),
      graphiql: config.graphiql,
      publicOrigins: config.publicOrigin === null ? [] : [config.publicOrigin],
      embed: config.embed,
      log,
    });
    closers.push(() => web.close());
    world.listening(web.url);
    const engines = world.services
      .engines()
      .map(({ name, deployment, components }) => `${name} · ${deployment} · ${components}`);
    const close = () => {
      world.stopBursts();
      return closeAll(closers);
    };
    return { url: web.url, engines, died: world.died, close };
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

/** Runs the server until it is told to stop, then ends the process: 0 stopped, 2 not started. */
export async function main(): Promise<void> {
  try {
    const config = readConfig(process.env, PROJECT_DIR);
    const opening = openServer(config, openLog(config.logLevel));
    stopOnSignals(opening);
    const server = await opening;
    console.log(`WorldSeat is ready: ${server.url}`);
    console.log(`GraphiQL: ${server.url}/graphql`);
    for (const line of server.engines) console.log(`  ${line}`);
    void server.died.then((error) => endAfterDeath(server, error));
  } catch (error) {
    if (!CALLERS_FAULTS.some((Fault) => error instanceof Fault)) throw error;
    console.error((error as Error).message);
    process.exit(2);
  }
}

/** Nothing may be swallowed: said with its stack, everything closed, exit code 1. */
async function endAfterDeath(server: Server, error: Error): Promise<void> {
  console.error(error);
  await server.close().catch((fault: unknown) => console.error(fault));
  process.exit(1);
}

/** The first signal stops everything in order, also while it is still opening; more change nothing. */
function stopOnSignals(opening: Promise<Server>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    const limit = setTimeout(() => {
      console.error(`Closing took more than ${CLOSE_LIMIT_MS / 1_000} s; gave up.`);
      process.exit(1);
    }, CLOSE_LIMIT_MS);
    // What cannot be opened says so itself.
    const server = await opening.catch(() => null);
    await server?.close();
    clearTimeout(limit);
    process.exit(0);
  };
  const onSignal = () => {
    stop().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}
