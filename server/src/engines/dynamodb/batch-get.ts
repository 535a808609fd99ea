// BatchGetItem with strong reads; what the database leaves unprocessed is asked for again.
import type { Attributes } from './items.ts';
import type { RegionClient } from './region-client.ts';

/** Rounds of asking for what was left unprocessed. */
const MAX_ROUNDS = 10;
const FIRST_PAUSE_MS = 20;

/** DynamoDB kept leaving keys unprocessed: it is overloaded. */
export class UnprocessedKeys extends Error {
  override readonly name = 'UnprocessedKeys';
  readonly code = 'UNPROCESSED_KEYS';
}

/** @param keys at most 100, no two the same. @throws UnprocessedKeys, and the SDK's errors */
export async function batchGet(
  client: RegionClient,
  table: string,
  keys: readonly Attributes[],
): Promise<Attributes[]> {
  const items: Attributes[] = [];
  let left: Attributes[] = [...keys];
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MAX_ROUNDS) {
      throw new UnprocessedKeys(`${left.length} keys of ${table} were left ${MAX_ROUNDS} times`);
    }
    if (round > 0) await pause(FIRST_PAUSE_MS * 2 ** round);
    const request = { [table]: { Keys: left, ConsistentRead: true } };
    const given = await client.call((db) => db.batchGetItem({ RequestItems: request }));
    items.push(...(given.Responses?.[table] ?? []));
    left = given.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return items;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
