// The local cloud as a program of its own, as `npm run local-cloud` starts it.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { LocalCloudLine } from '../../scripts/local-cloud/testing.ts';
import type { Close } from './leftovers.ts';
import { waitFor } from './wait-for.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'local-cloud.ts');
const LOADER = import.meta.resolve('tsx');

export interface LocalCloudRun {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly output: () => string;
  readonly errors: () => string;
  /** The exit code; null: killed by a signal. */
  readonly ended: Promise<number | null>;
  /** The line of --json, when it is ready. */
  readonly ready: () => Promise<LocalCloudLine>;
}

/** @param later registers its end (see leftovers.ts) */
export function runLocalCloud(
  later: (close: Close) => void,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): LocalCloudRun {
  // Started from another folder: nothing may depend on where the caller stands.
  const child = spawn(process.execPath, ['--import', LOADER, SCRIPT, ...args], {
    cwd: '/',
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  later(async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await ended;
  });
  const line = () =>
    waitFor(
      () => {
        if (child.exitCode !== null) throw new Error(`it ended before it was ready: ${errors}`);
        return output.includes('\n') ? output : null;
      },
      { limitMs: 60_000, what: 'the local cloud says that it is ready' },
    );
  const ready = async () => JSON.parse(await line()) as LocalCloudLine;
  return { child, pid: child.pid ?? 0, output: () => output, errors: () => errors, ended, ready };
}
