// WorldSeat's table of contents: opens each part in the order of the line, closes in reverse.
// A setting or a folder that cannot work is one clear line and exit code 2, with nothing started.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError, readConfig, type Config } from './config.ts';
import { DataFolderError, holdDataFolder } from './data-folder.ts';
import { openLog, type Log } from './log.ts';
import { AddressRefused, openWeb, PortTaken } from './web/index.ts';
import { openWorld, WorldError } from './world.ts';

const PROJECT_DIR = join(import.meta.dirname, '..', '..');
/** What the caller can put right: said in one line, without a stack. */
const CALLERS_FAULTS = [ConfigError, DataFolderError, PortTaken, AddressRefused, WorldError];

export interface Server {
  readonly url: string;
  /** One line for each engine: what really runs. */
  readonly engines: readonly string[];
  /** Stops everything; resolves when nothing of it is left. May be called twice. */
  close(): Promise<void>;
}

/** @throws DataFolderError, PortTaken, WorldError */
export async function openServer(config: Config, log: Log): Promise<Server> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let next = closers.pop(); next !== undefined; next = closers.pop()) await next();
  };
  try {
    closers.push(await holdDataFolder(config.dataDir));
    const world = await openWorld(config, log);
    closers.push(() => world.close());
    const web = await openWeb({
      host: config.host,
      port: config.port,
      services: world.services,
      clientDir: join(PROJECT_DIR, 'client', 'dist'),
      graphiql: config.graphiql,
      log,
      ...(config.publicOrigin === null ? {} : { publicOrigin: config.publicOrigin }),
    });
    closers.push(() => web.close());
    const engines = world.services
      .engines()
      .map(({ name, deployment, components }) => `${name} · ${deployment} · ${components}`);
    return { url: web.url, engines, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs the server until it is told to stop. Sets the exit code. */
export async function main(): Promise<void> {
  try {
    const config = readConfig(process.env, PROJECT_DIR);
    const log = openLog(config.logLevel);
    const server = await openServer(config, log);
    stopOnSignals(server);
    console.log(`WorldSeat is ready: ${server.url}`);
    console.log(`GraphiQL: ${server.url}/graphql`);
    for (const line of server.engines) console.log(`  ${line}`);
  } catch (error) {
    if (!CALLERS_FAULTS.some((Fault) => error instanceof Fault)) throw error;
    console.error((error as Error).message);
    process.exitCode = 2;
  }
}

/** The first signal stops everything in order; a second one does not wait. */
function stopOnSignals(server: Server): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
