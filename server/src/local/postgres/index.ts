// The embedded PostgreSQL 16: started, watched, restarted when it dies, stopped. It listens on a
// private Unix socket only. Whether a second server may use the same folder is decided elsewhere.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CACHE } from '../../compiled.mjs';
import { postgresAccount } from './account.ts';
import { installBinaries, packageVersion } from './binaries.ts';
import { checkOwner, prepareDataFolder } from './data-folder.ts';
import { PostgresFault } from './fault.ts';
import { closeSocketFolder, openSocketFolder, PORT } from './folders.ts';
import { DATABASE, SUPERUSER } from './initdb.ts';
import { clearOrphan } from './orphan.ts';
import type { Settings } from './postmaster.ts';
import { supervise, type PostgresEnd } from './supervise.ts';

export { PostgresFault, type PostgresFaultCode } from './fault.ts';
export type { PostgresEnd } from './supervise.ts';

export interface PostgresOptions {
  /** Holds everything of this server; made when absent. */
  readonly dataDir: string;
  /** Default 200. */
  readonly maxConnections?: number;
  /** More settings of postgresql.conf; they cannot turn durability off or open a port. */
  readonly settings?: Settings;
  /** Gets every line that PostgreSQL writes, and what the supervisor does. Default: nobody. */
  readonly log?: (line: string) => void;
}

export interface PostgresServer {
  /** The folder of the Unix socket: the `host` to connect to. */
  readonly socketDir: string;
  readonly port: number;
  readonly superuser: string;
  readonly database: string;
  /** Of the server process that runs now; a restart changes it. */
  readonly pid: number;
  /** Resolves when it is gone for good: stopped, or given up after too many deaths. */
  readonly exited: Promise<PostgresEnd>;
  /** Fast shutdown, at most 10 s. Can be called again. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a folder, as any user (as root it runs as another account), also after a
 * crash: what a killed run left is stopped and cleared first.
 * @throws PostgresFault
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const folder = resolve(options.dataDir);
  const dataDir = join(folder, 'data');
  makeFolder(folder);
  const account = postgresAccount(dataDir);
  checkOwner(dataDir, account);
  const binaries = await installBinaries(folder, account);
  await clearOrphan(dataDir);
  const template = join(CACHE, `postgres-${packageVersion()}`);
  await prepareDataFolder({ binaries, dataDir, account }, template);
  const socketFolder = openSocketFolder(folder, account);
  const supervisor = await supervise({
    binaries,
    dataDir,
    account,
    socketDir: socketFolder.path,
    settings: {
      max_connections: String(options.maxConnections ?? 200),
      ...SETTINGS,
      ...options.settings,
    },
    log: options.log ?? (() => undefined),
  }).catch((error: unknown) => {
    closeSocketFolder(socketFolder);
    throw error;
  });
  return {
    socketDir: socketFolder.path,
    port: PORT,
    superuser: SUPERUSER,
    database: DATABASE,
    get pid() {
      return supervisor.pid();
    },
    exited: supervisor.exited,
    stop: async () => {
      await supervisor.stop();
      closeSocketFolder(socketFolder);
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const words = `${folder} cannot be written: choose another data folder`;
    throw new PostgresFault('POSTGRES_DATA_UNUSABLE', words, error);
  }
}

const SETTINGS: Settings = {
  // Aurora DSQL has no other level.
  default_transaction_isolation: 'repeatable read',
  // A client that stalls inside a transaction holds its row for no longer than this.
  idle_in_transaction_session_timeout: '5s',
  // Statements of two clients that wait for each other are retried: they are to be found at once.
  deadlock_timeout: '20ms',
  jit: 'off',
  max_wal_senders: '0',
  wal_level: 'minimal',
};
