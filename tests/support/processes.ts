// Looking at and killing the processes that a WorldSeat started. Works on Linux and macOS.
import { execFileSync } from 'node:child_process';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function everyProcess(): Process[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' });
  return text.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
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

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
