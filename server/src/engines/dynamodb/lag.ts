// How long a Region takes to show what another has acknowledged, measured with one small item: the
// first Region writes it, the others read it again and again.
import type { RegionClient } from './region-client.ts';

const ID = 'lag-probe';
const LIMIT_MS = 30_000;

/** A Region did not show the write within the limit. */
export class LagUnmeasured extends Error {
  override readonly name = 'LagUnmeasured';
  readonly code = 'LAG_UNMEASURED';
}

/** @returns milliseconds; 0 of a single Region. @throws LagUnmeasured, and the SDK's errors */
export async function measureLagMs(
  clients: readonly RegionClient[],
  limitMs = LIMIT_MS,
): Promise<number> {
  const [first, ...others] = clients;
  if (first === undefined || others.length === 0) return 0;
  // A socket that has to be opened first is no lag.
  await Promise.all(others.map(readProbe));
  const written = await writeProbe(first);
  const acknowledgedMs = performance.now();
  const lags = others.map(async (client) => {
    while ((await readProbe(client)) < written) {
      if (performance.now() - acknowledgedMs > limitMs) {
        const limit = `within ${limitMs / 1_000} s`;
        throw new LagUnmeasured(`${client.region} does not show an acknowledged write ${limit}`);
      }
    }
    return performance.now() - acknowledgedMs;
  });
  return Math.max(...(await Promise.all(lags)));
}

/** @returns what it wrote: one more than before */
async function writeProbe(client: RegionClient): Promise<number> {
  const { Attributes: item } = await client.call((db) =>
    db.updateItem({
      TableName: client.tables.floors,
      Key: { id: { S: ID } },
      UpdateExpression: 'ADD probe :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Number(item?.['probe']?.N ?? 0);
}

async function readProbe(client: RegionClient): Promise<number> {
  const { Item: item } = await client.call((db) =>
    db.getItem({ TableName: client.tables.floors, Key: { id: { S: ID } }, ConsistentRead: true }),
  );
  return Number(item?.['probe']?.N ?? 0);
}
