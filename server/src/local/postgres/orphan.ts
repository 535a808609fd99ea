// What a killed server left behind: a PostgreSQL that still runs on our data, or only its pid
// file. The first is stopped; a pid file whose number now belongs to a stranger is removed.
// Never signals a process that does not run on this very folder.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeLeftSocketFolder } from './folders.ts';

const STOP_LIMIT_MS = 5_000;

/** Stops the orphan and clears what it left. To be called before PostgreSQL is started. */
export async function clearOrphan(dataDir: string): Promise<void> {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (runsOn(pid, dataDir)) await stopOrphan(pid, dataDir);
  // The number is a stranger's, or of a dead process that nobody has waited for. PostgreSQL itself
  // still refuses while a backend of the dead server lives on this data.
  if (isAlive(pid) && !runsOn(pid, dataDir)) rmSync(pidFile, { force: true });
  removeLeftSocketFolder(lines[4] ?? '');
}

async function stopOrphan(pid: number, dataDir: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const giveUpAtMs = Date.now() + STOP_LIMIT_MS;
    if (runsOn(pid, dataDir)) process.kill(pid, signal);
    while (runsOn(pid, dataDir) && Date.now() < giveUpAtMs) await pause(10);
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** PostgreSQL's working folder is its data folder; where that cannot be seen, its command line. */
function runsOn(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return commandLine(pid).includes(dataDir);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch {
    return false;
  }
}

function commandLine(pid: number): string {
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout;
}
