// Counts the writes of one order that were refused because another Region was writing the same item
// (multi-Region strong consistency only). The SDK sends such a write again by itself, unread and
// unchanged, as it does for every user; nothing here changes that, it is only seen.
import { AsyncLocalStorage } from 'node:async_hooks';
import { ReplicatedWriteConflictException, type DynamoDB } from '@aws-sdk/client-dynamodb';

// Following calls costs CPU on older Nodes, so clients of eventual tables do not take part.
const noted = new WeakSet<DynamoDB>();
const tally = new AsyncLocalStorage<string[]>();

/** Within the SDK's retry loop, so that every single try is seen. */
export function noteConflicts(db: DynamoDB): void {
  noted.add(db);
  db.middlewareStack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (error instanceof ReplicatedWriteConflictException) tally.getStore()?.push(error.name);
        throw error;
      }
    },
    { step: 'finalizeRequest', priority: 'low', name: 'noteConflicts' },
  );
}

/** The codes that the work under way has come to so far: within countingConflicts() only. */
export function conflictsSoFar(): number {
  return tally.getStore()?.length ?? 0;
}

/** @returns the work's result, and one code for each refusal of this client's writes within it */
export async function countingConflicts<Result>(
  db: DynamoDB,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly conflicts: readonly string[] }> {
  if (!noted.has(db)) return { result: await work(), conflicts: [] };
  const conflicts: string[] = [];
  return { result: await tally.run(conflicts, work), conflicts };
}
