// Everything that the control plane remembers, as one value: an operation makes the next one of it,
// which is written to its file before anything is answered. A crash leaves the one or the other.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Cluster } from './cluster.ts';
import type { RememberedAnswer } from './remembered-answers.ts';

const VERSION = 1;

export interface CloudState {
  /** Oldest first. */
  readonly clusters: readonly Cluster[];
  readonly answers: readonly RememberedAnswer[];
  /** Whether the account's service-linked role was made: by its first CreateCluster. */
  readonly hasServiceLinkedRole: boolean;
}

export const EMPTY_CLOUD: CloudState = { clusters: [], answers: [], hasServiceLinkedRole: false };

/** The state file cannot be used; the message says why and what to do. */
export class StateFileError extends Error {
  override readonly name = 'StateFileError';
  readonly code = 'STATE_FILE';
}

export interface StateFile {
  readonly state: CloudState;
  /** Writes the next state; until it returns, the old one stands. @throws when it cannot be written */
  commit(next: CloudState): void;
}

/** @throws StateFileError when the file is not one of ours */
export function openStateFile(path: string): StateFile {
  mkdirSync(dirname(path), { recursive: true });
  let state = read(path);
  return {
    get state() {
      return state;
    },
    commit(next) {
      write(path, JSON.stringify({ version: VERSION, ...next }));
      state = next;
    },
  };
}

function read(path: string): CloudState {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY_CLOUD;
    throw new StateFileError(`${path} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  try {
    const { version, ...state } = JSON.parse(text) as CloudState & { version: number };
    if (version === VERSION) return state;
  } catch (error) {
    throw new StateFileError(
      `${path} is damaged (${reasonOf(error)}); remove it to begin with an empty account.`,
      { cause: error },
    );
  }
  throw new StateFileError(`${path} was written by another version; remove it to begin anew.`);
}

function write(path: string, text: string): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
