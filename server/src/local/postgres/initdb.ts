// PostgreSQL's program that makes a data folder. UTF-8, C collation, UTC: what Aurora DSQL has. Access
// by the private socket only.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { launchIn, type Launch } from './child.ts';
import { PostgresFault } from './fault.ts';

export const SUPERUSER = 'worldseat';
export const DATABASE = 'postgres';

const OPTIONS = [
  `--username=${SUPERUSER}`,
  '--encoding=UTF8',
  '--locale=C',
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
];

/** Makes a data folder in an empty one, and waits until the disk has it. @throws PostgresFault */
export const initialize = (launch: Launch): Promise<void> => runInitdb(launch, OPTIONS);

/** Waits until the disk has what is in the folder. @throws PostgresFault */
export const synchronize = (launch: Launch): Promise<void> => runInitdb(launch, ['--sync-only']);

async function runInitdb(launch: Launch, options: readonly string[]): Promise<void> {
  const child = launchIn(launch, (dataPath, spawnOptions) =>
    spawn(join(launch.binaries, 'bin/initdb'), [`--pgdata=${dataPath}`, ...options], spawnOptions),
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
