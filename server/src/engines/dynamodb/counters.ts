// Counters: one item that everybody who shares it writes. The condition is checked in one Region
// only; on eventual tables the last writer's count then stands in all of them, and may be lower.
// A try whose answer was lost may have counted, and the SDK's next one counts again: fewer are sold
// than could be, never more by that. What was taken is not given back: there are no transactions.
import { conflictsSoFar } from './conflict-tally.ts';
import { isConditionFailed, triesOf } from './faults.ts';
import type { Caller } from './region-client.ts';

/** Nothing is left, but a try without an answer may have taken the last one. */
export class TakingUnknown extends Error {
  override readonly name = 'TakingUnknown';
  readonly code = 'TAKING_UNKNOWN';
}

/**
 * @returns false, having taken nothing, when `limit` were taken
 * @throws TakingUnknown, and the SDK's errors: one may be taken then
 */
export async function takeFromCounter(
  client: Caller,
  counterId: string,
  limit: number,
): Promise<boolean> {
  const conflictsBefore = conflictsSoFar();
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
    if (!isConditionFailed(error)) throw error;
    // A conflict between Regions is a certain refusal; of other tries nothing is known.
    const unknownTries = triesOf(error) - 1 - (conflictsSoFar() - conflictsBefore);
    if (unknownTries === 0) return false;
    throw new TakingUnknown(`a try to take from ${counterId} was not answered`, { cause: error });
  }
}
