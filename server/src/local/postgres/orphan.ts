// What a killed server left behind: a PostgreSQL that still runs on our data, or only its pid
// file. The first is stopped; a pid file whose number now belongs to a stranger is removed.
// Never signals a process that does not run on this very folder, and never takes away the files of
// one that may: where that cannot be told, PostgreSQL itself refuses to start.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeLeftSocket } from './folders.ts';
import { isAlive, whoseProcess, type Trace } from './whose-process.ts';

const STOP_LIMIT_MS = 5_000;

/** Stops the orphan and clears what it left. To be called before PostgreSQL is started. */
export async function clearOrphan(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const trace: Trace = { dataDir, socketDir: lines[4] ?? '' };
  if (whoseProcess(pid, trace) === 'OURS') await stopOrphan(pid, trace);
  const whose = whoseProcess(pid, trace);
  if (whose === 'OURS' || whose === 'UNKNOWN') return;
  // First the socket's lock, which names the same number: without a pid file nobody would look.
  removeLeftSocket(dirname(dataDir), trace.socketDir);
  // The number is a stranger's, or of a dead process that nobody has waited for. PostgreSQL itself
  // still refuses while a backend of the dead server lives on this data.
  if (isAlive(pid)) rmSync(pidFile, { force: true });
}

async function stopOrphan(pid: number, trace: Trace): Promise<void> {
  const runs = (): boolean => whoseProcess(pid, trace) === 'OURS';
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const giveUpAtMs = Date.now() + STOP_LIMIT_MS;
    if (runs()) send(signal, pid);
    while (runs() && Date.now() < giveUpAtMs) await pause(10);
  }
}

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended between the look and the signal, which is all that was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
