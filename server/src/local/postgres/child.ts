// How PostgreSQL's programs are started: as the right account, with an environment that holds
// nothing of ours (no PG* variable can change them) and a session of their own, so that Ctrl-C in
// the terminal reaches only the server, which then stops them in order.
import type { SpawnOptions } from 'node:child_process';
import type { Account } from './account.ts';
import { passFolder, type PassedFolder } from './folders.ts';

export interface Launch {
  readonly binaries: string;
  /** PostgreSQL's own folder, mode 0700, given to the account. */
  readonly dataDir: string;
  readonly account: Account | null;
}

/** @param start makes the child at once; the folder's path is valid in that child only */
export function launchIn<Result>(
  { dataDir, account }: Launch,
  start: (dataPath: string, options: SpawnOptions) => Result,
): Result {
  return passFolder(dataDir, account, (passed) =>
    start(passed.path, spawnOptions(passed, account)),
  );
}

function spawnOptions({ descriptors }: PassedFolder, account: Account | null): SpawnOptions {
  return {
    ...account,
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe', ...descriptors],
  };
}
