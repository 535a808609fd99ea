// The process of the embedded DynamoDB: starts when told, ends when told or when its parent is
// gone, and takes the store's lock with it. Ctrl-C in a terminal reaches it too and is left to the
// parent. Anything uncaught ends it: the parent starts it again and anti-entropy repairs.
import { openCloud, type Cloud } from './cloud.ts';
import type { FromChild, ToChild } from './child-messages.ts';

/** Requests under way get this long to end before the process does. */
const CLOSE_LIMIT_MS = 2000;

let cloud: Cloud | null = null;

process.on('message', (message: ToChild) => void receive(message));
process.on('disconnect', () => void end());
process.on('SIGTERM', () => void end());
process.on('SIGINT', () => undefined);
process.on('uncaughtException', (error) => {
  console.error(error);
  fail(error);
});

async function receive(message: ToChild): Promise<void> {
  switch (message.type) {
    case 'start':
      await start(message);
      return;
    case 'replication':
      if (cloud === null) return;
      if (message.settings !== null) cloud.configure(message.settings);
      send({ type: 'replication', id: message.id, state: cloud.replication() });
      return;
    case 'stop':
      await end();
  }
}

async function start(options: Extract<ToChild, { type: 'start' }>): Promise<void> {
  try {
    const onFault = (message: string) => send({ type: 'fault', message });
    cloud = await openCloud({ ...options, onFault });
    send({ type: 'ready', ports: cloud.ports });
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  send({ type: 'failed', reason: reasonOf(error) }, () => process.exit(1));
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // The store hides the lock's own message behind one of an iterator or a closed database.
  if (code.startsWith('LEVEL_') || String(error).includes('Database is closed')) {
    return `the store cannot be opened: another process uses the folder, or it is damaged (${code})`;
  }
  return String(error);
}

async function end(): Promise<never> {
  const limit = new Promise((resolve) => setTimeout(resolve, CLOSE_LIMIT_MS));
  await Promise.race([cloud?.close(), limit]);
  process.exit(0);
}

function send(message: FromChild, sent: () => void = () => undefined): void {
  if (process.connected && process.send !== undefined) {
    process.send(message, undefined, undefined, sent);
  } else sent();
}
