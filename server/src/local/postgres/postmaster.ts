// One run of the PostgreSQL server process, from spawn to exit. It commits to disk: fsync and
// synchronous_commit stay on, whatever the settings asked for. It never restarts itself.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { launchIn, type Launch } from './child.ts';
import { PostgresFault } from './fault.ts';
import { guard } from './guard.ts';
import { notRunnable } from './initdb.ts';

/** PostgreSQL settings by name, such as { lock_timeout: '500ms' }. */
export type Settings = Readonly<Record<string, string>>;

export interface PostmasterOptions extends Launch {
  readonly socketDir: string;
  readonly settings: Settings;
  /** Gets every line that PostgreSQL writes. */
  readonly log: (line: string) => void;
}

export interface Postmaster {
  readonly pid: number;
  /** Resolves when it accepts connections. @throws PostgresFault POSTGRES_START_FAILED */
  readonly ready: Promise<void>;
  /** Resolves when the process is gone, with its last words. */
  readonly exited: Promise<string>;
  /** Fast shutdown: open transactions are rolled back; killed when it takes longer than 9 s. */
  stop(): Promise<void>;
}

const READY = 'database system is ready to accept connections';
const STOP_LIMIT_MS = 9_000;
/** Backends hold the pipes open too; a busy one must not make a dead server look alive. */
const LAST_WORDS_LIMIT_MS = 500;
const REMEMBERED_LINES = 12;

const FIXED_SETTINGS: Settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Above ERROR: thousands of lost races are the point here, not news.
  log_min_messages: 'log',
  log_checkpoints: 'off',
};

/** @throws PostgresFault POSTGRES_NOT_RUNNABLE, through `ready` */
export function spawnPostmaster(options: PostmasterOptions): Postmaster {
  const child = launchIn(options, (dataPath, spawnOptions) =>
    spawn(
      join(options.binaries, 'bin/postgres'),
      ['-D', dataPath, ...flags(options)],
      spawnOptions,
    ),
  );
  guard(child, options.account);
  const lastLines: string[] = [];
  const exited = new Promise<string>((resolve) => {
    child.once('exit', () => closePipesAfter(LAST_WORDS_LIMIT_MS, child));
    child.once('close', (status, signal) => {
      resolve(`${lastLines.join('\n')}\n${signal ?? `exit status ${String(status)}`}`.trim());
    });
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(notRunnable('postgres', error)));
    child.stdout?.resume();
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      lastLines.splice(0, Math.max(0, lastLines.length - REMEMBERED_LINES + 1));
      lastLines.push(line);
      options.log(line);
      if (line.includes(READY)) resolve();
    });
    void exited.then((words) => reject(startFailed(words)));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await exited;
    clearTimeout(timer);
  };
  return { pid: child.pid ?? 0, ready, exited, stop };
}

function closePipesAfter(limitMs: number, child: ChildProcess): void {
  const close = (): void => {
    child.stdout?.destroy();
    child.stderr?.destroy();
  };
  const timer = setTimeout(close, limitMs);
  child.once('close', () => clearTimeout(timer));
}

const startFailed = (words: string): PostgresFault =>
  new PostgresFault('POSTGRES_START_FAILED', `PostgreSQL did not start: ${words}`);

function flags({ socketDir, settings }: PostmasterOptions): string[] {
  const all = { unix_socket_directories: socketDir, ...settings, ...FIXED_SETTINGS };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
