// Processor time of processes, from Linux's /proc: where the time of a purchase goes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** USER_HZ: the same on every Linux that Node runs on. */
const MS_PER_TICK = 10;

export const canReadCpu = existsSync('/proc/self/stat');

interface Stat {
  readonly parent: number;
  readonly ownMs: number;
  /** Of its children that have ended. */
  readonly endedMs: number;
}

/** Of one process. 0 when it is gone. */
export function cpuMs(pid: number): number {
  return readStat(pid)?.ownMs ?? 0;
}

/** Of a process, of its children now, and of those that have ended. */
export function cpuOfFamilyMs(pid: number): number {
  const { ownMs = 0, endedMs = 0 } = readStat(pid) ?? {};
  const children = pids()
    .map(readStat)
    .filter((stat) => stat?.parent === pid);
  return children.reduce((sum, child) => sum + (child?.ownMs ?? 0), ownMs + endedMs);
}

/** Of those children of this process that have ended. */
export function cpuOfEndedChildrenMs(): number {
  return readStat(process.pid)?.endedMs ?? 0;
}

const pids = (): number[] =>
  readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));

function readStat(pid: number): Stat | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name is in brackets and may hold anything; the numbers begin behind it, with the state.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ms = (...at: number[]) =>
    at.reduce((sum, index) => sum + Number(fields[index]), 0) * MS_PER_TICK;
  return { parent: Number(fields[1]), ownMs: ms(11, 12), endedMs: ms(13, 14) };
}
