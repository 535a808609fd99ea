// BatchGetItem and BatchWriteItem: many items in one call, each for itself. What the database
// leaves unprocessed is sent again, less and less often, a bounded number of times.
import type { Attributes } from './items.ts';
import type { RegionClient } from './region-client.ts';

/** Most keys of one BatchGetItem. */
export const BATCH_KEYS = 100;
/** Most items of one BatchWriteItem. */
export const BATCH_ITEMS = 25;

const MAX_ROUNDS = 10;
const FIRST_PAUSE_MS = 20;

/** The database kept leaving work unprocessed: it is overloaded. */
export class BatchUnprocessed extends Error {
  override readonly name = 'BatchUnprocessed';
  readonly code = 'BATCH_UNPROCESSED';
}

/**
 * Strong reads of at most BATCH_KEYS keys, no two the same.
 * @throws BatchUnprocessed, and the SDK's errors
 */
export async function batchGet(
  client: RegionClient,
  table: string,
  keys: readonly Attributes[],
): Promise<Attributes[]> {
  const items: Attributes[] = [];
  await untilProcessed(keys, async (left) => {
    const request = { [table]: { Keys: left, ConsistentRead: true } };
    const given = await client.call((db) => db.batchGetItem({ RequestItems: request }));
    items.push(...(given.Responses?.[table] ?? []));
    return given.UnprocessedKeys?.[table]?.Keys ?? [];
  });
  return items;
}

/**
 * Unconditional puts of at most BATCH_ITEMS items, no two with the same key.
 * @throws BatchUnprocessed, and the SDK's errors: any of the items may be written then
 */
export async function batchPut(
  client: RegionClient,
  table: string,
  items: readonly Attributes[],
): Promise<void> {
  await untilProcessed(items, async (left) => {
    const request = { [table]: left.map((Item) => ({ PutRequest: { Item } })) };
    const given = await client.call((db) => db.batchWriteItem({ RequestItems: request }));
    const unprocessed = given.UnprocessedItems?.[table] ?? [];
    return unprocessed.flatMap(({ PutRequest: put }) => (put?.Item ? [put.Item] : []));
  });
}

async function untilProcessed(
  work: readonly Attributes[],
  send: (left: Attributes[]) => Promise<Attributes[]>,
): Promise<void> {
  let left = [...work];
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MAX_ROUNDS) {
      throw new BatchUnprocessed(`${left.length} items were left unprocessed ${MAX_ROUNDS} times`);
    }
    if (round > 0) await pause(FIRST_PAUSE_MS * 2 ** round);
    left = await send(left);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
