// Reads sales back by key, strongly, each in the Region where it was made.
import type { Sale } from '@worldseat/schema/domain';
import type { SaleKey } from '../engine.ts';
import { BATCH_KEYS, batchGet } from './batches.ts';
import { ledgerRow, type Attributes } from './items.ts';
import { ledgerKey } from './ledger-key.ts';
import type { RegionClient } from './region-client.ts';

/** @param keys at most 100. @throws RangeError, and the SDK's errors */
export async function readBack(
  regions: readonly RegionClient[],
  keys: readonly SaleKey[],
): Promise<readonly Sale[]> {
  if (keys.length > BATCH_KEYS) {
    throw new RangeError(`${keys.length} keys; at most ${BATCH_KEYS} are read back in one call`);
  }
  const parts = await Promise.all(
    regions.map((client) => {
      const inRegion = keys.filter(({ region }) => region === client.region);
      return batchGet(client, client.tables.opLog, distinctKeys(inRegion));
    }),
  );
  return parts
    .flat()
    .map(ledgerRow)
    .flatMap(({ outcome, sale }) => (outcome === 'CONFIRMED' ? [sale] : []));
}

/** DynamoDB refuses a batch that names a key twice. */
function distinctKeys(keys: readonly SaleKey[]): Attributes[] {
  const distinct = new Map<string, Attributes>();
  for (const { id, seatId, round } of keys) {
    const key = ledgerKey({ round, seatId, orderId: id });
    distinct.set(JSON.stringify(key), key);
  }
  return [...distinct.values()];
}
