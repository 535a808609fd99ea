// Makes the tables and their replicas with the calls that AWS needs: CreateTable in the first
// Region, UpdateTable for the others, then DescribeTable until all of it is ACTIVE everywhere. Safe
// to repeat: what exists is left alone, and a table of the other consistency mode is refused,
// because a mode can never change.
import {
  ResourceInUseException,
  ResourceNotFoundException,
  type TableDescription,
  type UpdateTableInput,
} from '@aws-sdk/client-dynamodb';
import type { Consistency } from './options.ts';
import { pollUntil } from './poll.ts';
import type { RegionClient } from './region-client.ts';
import { keySchema, TABLE_KEYS, type TableNames } from './table-names.ts';

/** AWS needs minutes for a replica. */
const LIMIT_MS = 600_000;

/** A table exists whose consistency is not the one that was asked for. */
export class OtherConsistency extends Error {
  override readonly name = 'OtherConsistency';
  readonly code = 'OTHER_CONSISTENCY';
}

export interface ProvisionOptions {
  readonly consistency: Consistency;
  /** Of STRONG tables in two Regions. */
  readonly witness?: string;
}

/**
 * @param regions the first one is where the tables are made
 * @throws OtherConsistency, PollTimeout, and the SDK's errors
 */
export async function provision(
  regions: readonly RegionClient[],
  options: ProvisionOptions = { consistency: 'EVENTUAL' },
): Promise<void> {
  const [home, ...peers] = regions;
  if (home === undefined) return;
  const tables = Object.keys(TABLE_KEYS) as (keyof TableNames)[];
  await Promise.all(tables.map((table) => provisionTable(table, home, peers, options)));
}

async function provisionTable(
  table: keyof TableNames,
  home: RegionClient,
  peers: readonly RegionClient[],
  options: ProvisionOptions,
): Promise<void> {
  const name = home.tables[table];
  const existing = await describe(home, name);
  if (existing === null) await create(home, name, TABLE_KEYS[table], options.consistency);
  await untilActive(home, name, []);
  for (const update of missingReplicas(await describe(home, name), name, peers, options)) {
    await home.call((db) => db.updateTable(update));
    const added = (update.ReplicaUpdates ?? []).flatMap(
      ({ Create: made }) => made?.RegionName ?? [],
    );
    await untilActive(home, name, added);
  }
  for (const peer of peers) {
    await untilActive(home, name, [peer.region]);
    await untilActive(peer, name, []);
  }
}

/** An eventual table gets its replicas one by one, a strong one all at once, with the witness. */
function missingReplicas(
  description: TableDescription | null,
  name: string,
  peers: readonly RegionClient[],
  { consistency, witness }: ProvisionOptions,
): UpdateTableInput[] {
  const { Replicas: replicas = [], MultiRegionConsistency: mode = 'EVENTUAL' } = description ?? {};
  const has = (region: string) => replicas.some(({ RegionName }) => RegionName === region);
  const missing = peers.filter(({ region }) => !has(region));
  const isReplicated = peers.some(({ region }) => has(region));
  if ((isReplicated || mode === 'STRONG') && mode !== consistency) {
    throw new OtherConsistency(
      `table ${name} is ${mode}, which cannot be changed to ${consistency}: ` +
        'choose another DYNAMODB_TABLE_PREFIX',
    );
  }
  const updates = missing.map(({ region }) => ({ Create: { RegionName: region } }));
  if (updates.length === 0) return [];
  if (consistency === 'EVENTUAL') {
    return updates.map((update) => ({ TableName: name, ReplicaUpdates: [update] }));
  }
  const group = { TableName: name, MultiRegionConsistency: consistency, ReplicaUpdates: updates };
  if (witness === undefined) return [group];
  return [{ ...group, GlobalTableWitnessUpdates: [{ Create: { RegionName: witness } }] }];
}

async function create(
  home: RegionClient,
  name: string,
  keys: readonly string[],
  consistency: Consistency,
): Promise<void> {
  // Eventual replication runs over the table's stream; strong replication has none.
  const stream = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } as const;
  try {
    await home.call((db) =>
      db.createTable({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        ...(consistency === 'EVENTUAL' ? { StreamSpecification: stream } : {}),
        ...keySchema(keys),
      }),
    );
  } catch (error) {
    // Another server made it at the same moment.
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

function untilActive(client: RegionClient, name: string, replicas: string[]): Promise<void> {
  return pollUntil(`table ${name} in ${client.region} is ACTIVE`, LIMIT_MS, async () => {
    const description = await describe(client, name);
    const active = (description?.Replicas ?? [])
      .filter(({ ReplicaStatus }) => ReplicaStatus === 'ACTIVE')
      .map(({ RegionName }) => RegionName);
    return (
      description?.TableStatus === 'ACTIVE' && replicas.every((region) => active.includes(region))
    );
  });
}

async function describe(client: RegionClient, name: string): Promise<TableDescription | null> {
  try {
    const { Table: table } = await client.call((db) => db.describeTable({ TableName: name }));
    return table ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}
