// The process of the embedded DynamoDB: starts when told, ends when told or when its parent is
// gone, and takes the store's lock with it. Ctrl-C in a terminal reaches it too and is left to the
// parent. Anything uncaught ends it: the parent starts it again and anti-entropy repairs.
import { CLOSE_LIMIT_MS, type FromChild, type ToChild } from './child-messages.ts';
import { openCloud, type Cloud } from './cloud.ts';

let cloud: Cloud | null = null;

process.on('message', (message: ToChild) => void receive(message));
// The parent is gone and perhaps started anew already: the lock is let go without waiting.
process.on('disconnect', () => void end(0));
process.on('SIGTERM', () => undefined);
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
      send({ type: 'state', id: message.id, state: cloud.replication() });
      return;
    case 'faults':
      if (cloud === null) return;
      cloud.setFaults(message.region, message.faults);
      send({ type: 'state', id: message.id, state: cloud.replication() });
      return;
    case 'stop':
      await end(CLOSE_LIMIT_MS);
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
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // The store hides the lock's own message behind one of an iterator or a closed database.
  const storeIsClosed = code.startsWith('LEVEL_') || String(error).includes('Database is closed');
  const reason = storeIsClosed
    ? `the store cannot be opened: another process uses the folder, or it is damaged (${code})`
    : String(error);
  send({ type: 'failed', reason, storeIsClosed }, () => process.exit(1));
}

async function end(limitMs: number): Promise<never> {
  await cloud?.close(limitMs);
  process.exit(0);
}

function send(message: FromChild, sent: () => void = () => undefined): void {
  if (process.connected && process.send !== undefined) {
    process.send(message, undefined, undefined, sent);
  } else sent();
}
