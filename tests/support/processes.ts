// Looking at and killing the processes that a WorldSeat started. Works on Linux and macOS.
import { execFileSync } from 'node:child_process';
import { waitFor } from './wait-for.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function everyProcess(): Process[] {
  const columns = 'pid=,ppid=,state=,command=';
  const text = execFileSync('ps', ['-A', '-o', columns], { encoding: 'utf8' });
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // A zombie has ended; only nobody asked for its exit code.
    if (command === undefined || state?.startsWith('Z') === true) return [];
    return [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** Everything that this process started, and what those started. */
export function descendantsOf(pid: number): Process[] {
  const all = everyProcess();
  const found: Process[] = [];
  let parents = new Set([pid]);
  while (parents.size > 0) {
    const children = all.filter(({ parent }) => parents.has(parent));
    found.push(...children);
    parents = new Set(children.map((child) => child.pid));
  }
  return found;
}

/** The backends of the embedded PostgreSQL that serve the engine. */
export function postgresBackends(pid: number): Process[] {
  return descendantsOf(pid).filter(({ command }) => /^postgres: .*\[local\]/.test(command));
}

/** The process of the embedded Region fronts. */
export function regionFronts(pid: number): Process[] {
  return descendantsOf(pid).filter(({ command }) => command.includes('local/dynamodb/'));
}

/** Resolves when none of these is left. @throws at the limit, naming those that are */
export async function allGone(processes: readonly Process[]): Promise<void> {
  const pids = new Set(processes.map(({ pid }) => pid));
  const left = () => everyProcess().filter(({ pid }) => pids.has(pid));
  await waitFor(() => left().length === 0, {
    what: `these processes end: ${left()
      .map(({ command }) => command)
      .join(', ')}`,
  });
}
