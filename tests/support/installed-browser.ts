// Where a browser of this machine is, and what a test does where there is none.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface BrowserKind {
  /** The variable of the environment that says where it is. */
  readonly setting: string;
  readonly names: readonly string[];
  readonly onMac: string;
}

/** A busy machine may take its time to start one. */
export const LAUNCH_LIMIT_MS = 180_000;

/** True where its tests are to be skipped: there is none, and this is not CI. Says so, loudly. */
export function isMissing(kind: BrowserKind): boolean {
  const missing = find(kind) === null && process.env['CI'] !== 'true';
  if (missing) {
    const [name = '', setting] = [kind.names[0], kind.setting];
    console.warn(
      `NO ${setting}: its tests are SKIPPED. Install ${name}, or set ${setting} to its path.`,
    );
  }
  return missing;
}

/** @throws when there is none: a test of the page must not pass without one */
export function pathOf(kind: BrowserKind): string {
  const path = find(kind);
  if (path !== null) return path;
  throw new Error(`No ${kind.names.join(' or ')} on PATH; set ${kind.setting} to its path.`);
}

function find({ setting, names, onMac }: BrowserKind): string | null {
  const named = process.env[setting];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...candidates, onMac].find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
