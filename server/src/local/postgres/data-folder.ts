// PostgreSQL's own folder: made by initdb on the first start, then only checked. It is made beside
// its place and renamed, so that an interrupted first start leaves nothing that looks whole.
// UTF-8, C collation, UTC: what Aurora DSQL has. Access by the private socket only.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Account } from './account.ts';
import { launchIn, type Launch } from './child.ts';
import { PostgresFault } from './fault.ts';
import { giveTo } from './folders.ts';

export const SUPERUSER = 'worldseat';
export const DATABASE = 'postgres';
const MAJOR_VERSION = '16';

const INITDB_OPTIONS = [
  `--username=${SUPERUSER}`,
  '--encoding=UTF8',
  '--locale=C',
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
];

/** Makes the data folder if there is none. @throws PostgresFault POSTGRES_DATA_UNUSABLE */
export async function prepareDataFolder(launch: Launch): Promise<void> {
  if (existsSync(join(launch.dataDir, 'PG_VERSION'))) checkDataFolder(launch);
  else await makeDataFolder(launch);
}

async function makeDataFolder(launch: Launch): Promise<void> {
  const draft = { ...launch, dataDir: `${launch.dataDir}.new` };
  rmSync(draft.dataDir, { recursive: true, force: true });
  mkdirSync(draft.dataDir, { recursive: true });
  chmodSync(draft.dataDir, 0o700);
  if (draft.account !== null) giveTo(draft.account, draft.dataDir);
  await runInitdb(draft);
  renameSync(draft.dataDir, launch.dataDir);
}

async function runInitdb(launch: Launch): Promise<void> {
  const child = launchIn(launch, (dataPath, options) =>
    spawn(
      join(launch.binaries, 'bin/initdb'),
      [`--pgdata=${dataPath}`, ...INITDB_OPTIONS],
      options,
    ),
  );
  const output = child.stderr === null ? '' : text(child.stderr);
  child.stdout?.resume();
  try {
    const [status] = (await once(child, 'close')) as [number | null];
    if (status === 0) return;
  } catch (error) {
    throw notRunnable('initdb', error);
  }
  const words = `initdb could not make ${launch.dataDir}: ${(await output).trim()}`;
  throw new PostgresFault('POSTGRES_DATA_UNUSABLE', words);
}

/** The program exists, yet could not be run at all. */
export function notRunnable(program: string, cause: unknown): PostgresFault {
  const words = `${program} cannot be run here (it needs glibc 2.25 or later, or macOS; a noexec folder also does this)`;
  return new PostgresFault('POSTGRES_NOT_RUNNABLE', words, cause);
}

/**
 * To be called before anything in the folder is read or changed.
 * @param account the account to run as; null: our own
 * @throws PostgresFault POSTGRES_DATA_UNUSABLE
 */
export function checkOwner(dataDir: string, account: Account | null): void {
  if (!existsSync(dataDir)) return;
  const { uid } = statSync(dataDir);
  const isOurs = account === null ? uid === process.getuid?.() : uid === account.uid || uid === 0;
  if (!isOurs) refuse(`${dataDir} belongs to user ${uid}: start as that user`);
}

function checkDataFolder({ dataDir, account }: Launch): void {
  if (account !== null && statSync(dataDir).uid === 0) giveTo(account, dataDir);
  const version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    refuse(`${dataDir} holds data of PostgreSQL ${version}, this is ${MAJOR_VERSION}`);
  }
}

function refuse(reason: string): never {
  throw new PostgresFault('POSTGRES_DATA_UNUSABLE', `${reason}, or choose another data folder`);
}
