// Reads the ledger of many seats: every partition that they are in, from every Region, strongly;
// then unites what the Regions show. A Region that cannot be read is reported, never thrown.
import type { Sale, Scope } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';
import { uniteLedgers, type RegionReading } from '../unite-ledgers.ts';
import { mapBounded } from '../bounded.ts';
import { reasonOf } from './faults.ts';
import { ledgerRow, type Attributes } from './items.ts';
import { partitionOf, pastPrefixOf, sortPrefixOf } from './ledger-key.ts';
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

/** The part of a partition that the scope's seats are in: other venues' seats stay unread. */
interface Partition {
  readonly key: string;
  /** Its first and its last seat of the scope. */
  readonly first: string;
  readonly last: string;
}

/** Pure: each partition once. */
export function partitionsOf(scope: Scope): Partition[] {
  const partitions = new Map<string, Partition>();
  for (const [seatId, round] of scope) {
    const key = partitionOf(round, seatId);
    const { first, last } = partitions.get(key) ?? { first: seatId, last: seatId };
    partitions.set(key, {
      key,
      first: seatId < first ? seatId : first,
      last: seatId > last ? seatId : last,
    });
  }
  return [...partitions.values()];
}

async function query(client: RegionClient, { key, first, last }: Partition): Promise<Sale[]> {
  const [from, to] = [sortPrefixOf(first), pastPrefixOf(last)];
  const values: Attributes = { ':pk': { S: key }, ':from': { S: from }, ':to': { S: to } };
  const sales: Sale[] = [];
  let start: Attributes | undefined;
  do {
    const page = await client.call((db) =>
      db.query({
        TableName: client.tables.opLog,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
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
