// The data folder: made, checked for writing, and held by one server at a time.
// The hold is a listening Unix socket: the kernel drops it with the process, so a crash leaves no
// stale lock that could be mistaken for a live one.
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** The folder cannot be used; the message says why and what to do. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
  readonly code = 'DATA_FOLDER';
}

/** @returns the function that lets go of the folder. @throws DataFolderError */
export async function holdDataFolder(dataDir: string): Promise<() => Promise<void>> {
  makeWritable(dataDir);
  const path = socketPath(dataDir);
  const server = (await listen(path)) ?? (await listenAfterCrash(path, dataDir));
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataFolderError(
      `The data folder ${dataDir} cannot be written (${reason}); set WORLDSEAT_DATA to another.`,
      { cause: error },
    );
  }
}

/** A socket path may have about 100 bytes only: the lock of a deep folder is kept in /tmp. */
const MAX_SOCKET_PATH_LENGTH = 90;

function socketPath(dataDir: string): string {
  const inside = join(realpathSync(dataDir), 'server.lock');
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH_LENGTH) return inside;
  return join('/tmp', `worldseat-${createHash('sha256').update(inside).digest('hex')}.lock`);
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(new DataFolderError(`The data folder cannot be held: ${error.message}.`));
    });
    server.listen(path, () => resolve(server.unref()));
  });
}

async function listenAfterCrash(path: string, dataDir: string): Promise<Server> {
  if (!(await answers(path))) {
    rmSync(path, { force: true });
    const server = await listen(path);
    if (server !== null) return server;
  }
  throw new DataFolderError(
    `Another WorldSeat server uses the data folder ${dataDir}; stop it, or set WORLDSEAT_DATA.`,
  );
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
