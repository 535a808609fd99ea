// Reads the ledger of many seats: every partition that they are in, from every Region, strongly;
// then unites what the Regions show. A Region that cannot be read is reported, never thrown.
import type { Sale, Scope } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';
import { uniteLedgers, type RegionReading } from '../unite-ledgers.ts';
import { mapBounded } from '../bounded.ts';
import { reasonOf } from './faults.ts';
import { ledgerRow, type Attributes } from './items.ts';
import { partitionOf, sortPrefixOf } from './ledger-key.ts';
import type { RegionClient } from './region-client.ts';

/** Queries side by side in each Region. */
const MAX_PARALLEL = 16;

export async function readLedger(
  regions: readonly RegionClient[],
  scope: Scope,
): Promise<LedgerReading> {
  const readings = await Promise.all(regions.map((client) => readRegion(client, scope)));
  return uniteLedgers(readings);
}

async function readRegion(client: RegionClient, scope: Scope): Promise<RegionReading> {
  const { region } = client;
  try {
    const partitions = partitionsOf(scope);
    const sales = await mapBounded(partitions, MAX_PARALLEL, (partition) =>
      query(client, partition),
    );
    const inScope = ({ seatId, round }: Sale) => scope.get(seatId) === round;
    return { region, sales: sales.flat().filter(inScope) };
  } catch (error) {
    return { region, reason: reasonOf(error) };
  }
}

interface Partition {
  readonly key: string;
  /** When only one seat of the scope is in it: read nothing else. */
  readonly onlySeat: string | null;
}

/** Pure: each partition once. */
export function partitionsOf(scope: Scope): Partition[] {
  const partitions = new Map<string, Partition>();
  for (const [seatId, round] of scope) {
    const key = partitionOf(round, seatId);
    partitions.set(key, { key, onlySeat: partitions.has(key) ? null : seatId });
  }
  return [...partitions.values()];
}

async function query(client: RegionClient, { key, onlySeat }: Partition): Promise<Sale[]> {
  const values: Attributes = { ':pk': { S: key } };
  if (onlySeat !== null) values[':seat'] = { S: sortPrefixOf(onlySeat) };
  const sales: Sale[] = [];
  let start: Attributes | undefined;
  do {
    const page = await client.call((db) =>
      db.query({
        TableName: client.tables.opLog,
        ConsistentRead: true,
        KeyConditionExpression: onlySeat === null ? 'pk = :pk' : SEAT_CONDITION,
        ExpressionAttributeValues: values,
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) {
      const { outcome, sale } = ledgerRow(item);
      if (outcome === 'CONFIRMED') sales.push(sale);
    }
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return sales;
}

const SEAT_CONDITION = 'pk = :pk AND begins_with(sk, :seat)';
