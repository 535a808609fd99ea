// Opens every socket of a Region's pool. As many GetItems as there are sockets are signed first and
// then sent in one turn of the event loop, so that none can take another's socket.
// The holding back is for warming only; no purchase ever waits for another.
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { RegionClient } from './region-client.ts';

/** A first go may meet sockets that the other side was just closing. */
const MAX_ROUNDS = 3;

/** The pool could not be opened whole. */
export class PoolNotWarm extends Error {
  override readonly name = 'PoolNotWarm';
  readonly code = 'POOL_NOT_WARM';
}

/** @throws PoolNotWarm, and the SDK's errors */
export async function warm(client: RegionClient): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS && client.openSockets < client.sockets; round += 1) {
    await fireTogether(client);
  }
  if (client.openSockets < client.sockets) {
    throw new PoolNotWarm(
      `${client.openSockets} of ${client.sockets} sockets are open in ${client.region}`,
    );
  }
}

async function fireTogether(client: RegionClient): Promise<void> {
  let signed = 0;
  let release: () => void = () => undefined;
  const together = new Promise<void>((resolve) => (release = resolve));
  const arrive = (): Promise<void> => {
    signed += 1;
    if (signed === client.sockets) release();
    return together;
  };
  const calls = Array.from({ length: client.sockets }, () => send(client, arrive));
  // A call that fails before it is signed must not leave the others waiting.
  for (const call of calls) call.catch(release);
  // All of them, also after a failure: none may still be at work when this returns.
  const failed = (await Promise.allSettled(calls)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

function send(client: RegionClient, arrive: () => Promise<void>): Promise<unknown> {
  const command = new GetItemCommand({
    TableName: client.tables.floors,
    Key: { id: { S: 'warm' } },
    ConsistentRead: true,
  });
  command.middlewareStack.add(
    (next) => async (args) => {
      await arrive();
      return next(args);
    },
    { step: 'deserialize', priority: 'low', name: 'sendTogether' },
  );
  // With options, even none, the SDK builds the call anew instead of taking a cached one.
  return client.call((db) => db.send(command, {}));
}
