// A server of its own for a command: real engines in a temporary folder, gone when the work is done,
// and also when the command is interrupted.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer } from '@worldseat/server';
import { readConfig } from '@worldseat/server/config';

/** Ctrl-C, or SIGTERM: the server was closed, the work left undone. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly code = 'INTERRUPTED';
}

/** A setting is wrong, or a database does not start; the message is the server's own. */
export class NotOpened extends Error {
  override readonly name = 'NotOpened';
  readonly code = 'NOT_OPENED';
}

/** @param work gets the address. @throws Interrupted, NotOpened, what the work throws */
export async function withOwnServer<Result>(
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'worldseat-run-'));
  const interruption = openInterruption();
  try {
    const server = await open(dataDir);
    try {
      return await Promise.race([work(server.url), interruption.interrupted]);
    } finally {
      await server.close();
    }
  } finally {
    interruption.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function open(dataDir: string): ReturnType<typeof openServer> {
  const settings = { ...process.env, PORT: '0', HOST: '127.0.0.1', WORLDSEAT_DATA: dataDir };
  const log = { info: () => undefined, warn: () => undefined, error: console.error };
  try {
    return await openServer(readConfig(settings, process.cwd()), log);
  } catch (error) {
    // Named faults are for the caller; any other is one of ours, and its stack is wanted.
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new NotOpened(error.message, { cause: error });
  }
}

function openInterruption() {
  let interrupt: () => void = () => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => reject(new Interrupted('interrupted'));
  });
  // Whoever waits for it hears of it; before the server is open, nobody does.
  interrupted.catch(() => undefined);
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const close = () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  return { interrupted, close };
}
