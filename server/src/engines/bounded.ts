// Runs a task for each item, a fixed number at a time, and keeps the order of the results.

/** @throws the first error, once no task is under way any more; none is started after it */
export async function mapBounded<Item, Result>(
  items: readonly Item[],
  limit: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const queue = items.entries();
  const faults: unknown[] = [];
  const lane = async () => {
    for (const [index, item] of queue) {
      if (faults.length > 0) return;
      try {
        results[index] = await task(item);
      } catch (error) {
        faults.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
  if (faults.length > 0) throw faults[0];
  return results;
}

/** @param size from 1 */
export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}
