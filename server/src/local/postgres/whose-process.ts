// Whose a process is that a pid file names: PostgreSQL's on our folder, certainly a stranger's, or
// not to be told. Reading another account's working folder needs a right that containers take away,
// so what cannot be read is UNKNOWN: never taken for a stranger, never signalled.
import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';

export interface Trace {
  /** PostgreSQL's own folder. */
  readonly dataDir: string;
  /** As its pid file has it; empty while PostgreSQL is just starting. */
  readonly socketDir: string;
}

/** GONE: there is no such process, or it is dead and nobody has waited for it yet. */
export type Whose = 'GONE' | 'OURS' | 'STRANGER' | 'UNKNOWN';

export function whoseProcess(pid: number, trace: Trace): Whose {
  if (!isAlive(pid)) return 'GONE';
  return process.platform === 'linux' ? whoseOnLinux(pid, trace) : whoseByPs(pid, trace);
}

/** True also for a process of another account, and for one that is dead but not waited for. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Pure. @param command a command line, its words joined by spaces */
export function whoseCommand(command: string, { dataDir, socketDir }: Trace): Whose {
  const words = `${command} `;
  const isOnSocket = socketDir !== '' && words.includes(` ${SOCKET_SETTING}${socketDir} `);
  const isServer = words.includes('/bin/postgres -D ');
  if (isServer && (isOnSocket || words.includes(` -D ${dataDir} `))) return 'OURS';
  if (words.trim() === '') return 'UNKNOWN';
  const isElsewhere = socketDir !== '' && words.includes(` ${SOCKET_SETTING}`);
  return isElsewhere || !/(^|\/)postgres[: ]/.test(words) ? 'STRANGER' : 'UNKNOWN';
}

const SOCKET_SETTING = 'unix_socket_directories=';

function whoseOnLinux(pid: number, trace: Trace): Whose {
  const read = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8');
  try {
    if (isDead(read('stat').split(') ').at(-1))) return 'GONE';
    return whoseFolder(pid, trace.dataDir) ?? whoseCommand(joined(read('cmdline')), trace);
  } catch {
    // It ended meanwhile, or /proc is closed to us.
    return isAlive(pid) ? 'UNKNOWN' : 'GONE';
  }
}

/** PostgreSQL's working folder is its data folder; null where that cannot be seen. */
function whoseFolder(pid: number, dataDir: string): Whose | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir) ? 'OURS' : 'STRANGER';
  } catch {
    return null;
  }
}

function whoseByPs(pid: number, trace: Trace): Whose {
  const options = ['-ww', '-p', String(pid), '-o', 'stat=', '-o', 'command='];
  const { stdout } = spawnSync('ps', options, { encoding: 'utf8' });
  const [, state, command] = /^\s*(\S+)\s+(.*)/.exec(stdout) ?? [];
  return isDead(state) ? 'GONE' : whoseCommand(command ?? '', trace);
}

const isDead = (state = ''): boolean => /^[ZX]/.test(state);

const joined = (words: string): string => words.replaceAll('\0', ' ').trim();
