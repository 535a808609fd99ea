// Keeps one PostgreSQL running: when the server process dies unasked, it is started again at once,
// at most 5 times a minute; then it gives up and says so. Death of a single backend is not its
// business: PostgreSQL itself restarts its backends.
import { setTimeout as pause } from 'node:timers/promises';
import { PostgresFault } from './fault.ts';
import { spawnPostmaster, type Postmaster, type PostmasterOptions } from './postmaster.ts';

export type PostgresEnd =
  { readonly reason: 'STOPPED' } | { readonly reason: 'GAVE_UP'; readonly fault: PostgresFault };

export interface Supervisor {
  pid(): number;
  readonly exited: Promise<PostgresEnd>;
  stop(): Promise<void>;
}

const RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
const STRAGGLER_LIMIT_MS = 10_000;
/** Said while backends of the dead server have not yet noticed its death. */
const STRAGGLERS = /pre-existing shared memory block|lock file .* already exists/;

/** Resolves when PostgreSQL accepts connections. @throws PostgresFault */
export async function supervise(options: PostmasterOptions): Promise<Supervisor> {
  const mayRestart = budget(RESTARTS, RESTART_WINDOW_MS);
  let stopping = false;
  let current: Postmaster;

  const launch = async (): Promise<void> => {
    const giveUpAtMs = Date.now() + STRAGGLER_LIMIT_MS;
    for (;;) {
      current = spawnPostmaster(options);
      try {
        await current.ready;
        return;
      } catch (error) {
        await current.exited;
        if (!STRAGGLERS.test(String(error)) || Date.now() > giveUpAtMs) throw error;
        await pause(50);
        if (stopping) throw error;
      }
    }
  };
  const watch = async (): Promise<PostgresEnd> => {
    for (;;) {
      const words = await current.exited;
      if (stopping) return { reason: 'STOPPED' };
      if (!mayRestart(Date.now())) return { reason: 'GAVE_UP', fault: gaveUp(words) };
      options.log(`PostgreSQL died (${words.split('\n').at(-1) ?? ''}); starting it again`);
      await launch().catch((error: unknown) => options.log(String(error)));
    }
  };

  await launch();
  const exited = watch();
  const stop = async (): Promise<void> => {
    stopping = true;
    await current.stop();
    await exited;
  };
  return { pid: () => current.pid, exited, stop };
}

/** Says yes at most `limit` times in any window. */
function budget(limit: number, windowMs: number): (nowMs: number) => boolean {
  const taken: number[] = [];
  return (nowMs) => {
    while (taken[0] !== undefined && nowMs - taken[0] > windowMs) taken.shift();
    if (taken.length >= limit) return false;
    taken.push(nowMs);
    return true;
  };
}

function gaveUp(words: string): PostgresFault {
  const reason = `PostgreSQL died ${RESTARTS + 1} times within a minute and is not restarted`;
  return new PostgresFault('POSTGRES_GAVE_UP', `${reason}; its last words: ${words}`);
}
