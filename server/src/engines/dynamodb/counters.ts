// Counters: one item that everybody who shares it writes. The condition holds in one Region only.
// A try whose answer was lost may have counted, and the SDK's next one counts again: then fewer are
// sold than could be, never more. What was taken is not given back: there are no transactions.
import { isConditionFailed } from './faults.ts';
import type { RegionClient } from './region-client.ts';

/** @returns false, having taken nothing, when `limit` were taken. @throws the SDK's errors */
export async function takeFromCounter(
  client: RegionClient,
  counterId: string,
  limit: number,
): Promise<boolean> {
  try {
    await client.call((db) =>
      db.updateItem({
        TableName: client.tables.counters,
        Key: { id: { S: counterId } },
        UpdateExpression: 'ADD taken :one',
        ConditionExpression: 'attribute_not_exists(taken) OR taken < :limit',
        ExpressionAttributeValues: { ':one': { N: '1' }, ':limit': { N: String(limit) } },
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}
