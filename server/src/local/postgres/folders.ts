// Where the parts of one server lie: its data, and the private folder of its Unix socket.
// A socket's path is limited to about 104 bytes and both sides must reach it, so a long or closed
// path gets a short folder under the temporary one, mode 0700, removed on stop.
import {
  chmodSync,
  chownSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { reachableBy, type Account } from './account.ts';
import { PostgresFault } from './fault.ts';

/** The socket's name carries a port; every server has a folder of its own, so one will do. */
export const PORT = 5432;
const SOCKET_NAME = `.s.PGSQL.${PORT}`;
const LONGEST_SOCKET_PATH = 100;
const TEMPORARY_PREFIX = 'worldseat-socket-';

export interface SocketFolder {
  readonly path: string;
  /** Made for this run only: to be removed on stop. */
  readonly temporary: boolean;
}

/** @param folder the server's folder, which exists */
export function openSocketFolder(folder: string, account: Account | null): SocketFolder {
  const path = join(folder, 'run');
  const temporary = !fits(path) || !reachableBy(account, folder);
  if (!temporary) mkdirSync(path, { recursive: true });
  const socketFolder = { path: temporary ? temporaryFolder(account) : path, temporary };
  chmodSync(socketFolder.path, 0o700);
  if (account !== null) chownSync(socketFolder.path, account.uid, account.gid);
  return socketFolder;
}

export function closeSocketFolder({ path, temporary }: SocketFolder): void {
  if (temporary) rmSync(path, { recursive: true, force: true });
}

/**
 * Removes what a killed run left of its socket: a folder only where this module makes such folders.
 * @param folder the server's folder; @param socketDir where the killed run had its socket
 */
export function removeLeftSocket(folder: string, socketDir: string): void {
  for (const name of [SOCKET_NAME, `${SOCKET_NAME}.lock`])
    rmSync(join(folder, 'run', name), { force: true });
  const ours = basename(socketDir).startsWith(TEMPORARY_PREFIX);
  if (ours && temporaryRoots().includes(dirname(socketDir)))
    rmSync(socketDir, { recursive: true, force: true });
}

const fits = (path: string): boolean =>
  Buffer.byteLength(join(path, SOCKET_NAME)) <= LONGEST_SOCKET_PATH;

/** In order of preference; TMPDIR may be long, or closed to other accounts. */
export const temporaryRoots = (): readonly string[] => [tmpdir(), '/tmp'];

function temporaryFolder(account: Account | null): string {
  const root = temporaryRoots().find(
    (candidate) =>
      fits(join(candidate, `${TEMPORARY_PREFIX}XXXXXX`)) && reachableBy(account, candidate),
  );
  if (root !== undefined) return mkdtempSync(join(root, TEMPORARY_PREFIX));
  throw new PostgresFault(
    'POSTGRES_START_FAILED',
    `no temporary folder is short enough for a socket: set TMPDIR to one like /tmp`,
  );
}

/** What lies there need not outlive a power cut: the system itself may empty the place at its start. */
export function isTemporary(folder: string): boolean {
  return temporaryRoots().some((root) => folder.startsWith(join(root, sep)));
}

/** Gives a folder and all in it to the account. */
export function giveTo(account: Account, path: string): void {
  const stat = lstatSync(path);
  if (stat.isDirectory()) for (const name of readdirSync(path)) giveTo(account, join(path, name));
  if (!stat.isSymbolicLink()) chownSync(path, account.uid, account.gid);
}

/** A folder as a child process is to name it, with the descriptor it needs for that. */
export interface PassedFolder {
  readonly path: string;
  /** To be the child's descriptor 3; none when the plain path will do. */
  readonly descriptors: readonly number[];
}

/**
 * Lets `use` start a child of another account that works in a folder whose parents it may not
 * pass, such as one under /root: an open descriptor needs no rights on the way.
 */
export function passFolder<Result>(
  folder: string,
  account: Account | null,
  use: (passed: PassedFolder) => Result,
): Result {
  if (account === null || process.platform !== 'linux')
    return use({ path: folder, descriptors: [] });
  const descriptor = openSync(folder, 'r');
  try {
    return use({ path: '/proc/self/fd/3', descriptors: [descriptor] });
  } finally {
    closeSync(descriptor);
  }
}
