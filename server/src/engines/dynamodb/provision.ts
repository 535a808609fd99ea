// Makes the tables and their replicas with the calls that AWS needs: CreateTable in the first
// Region, UpdateTable with ReplicaUpdates, then DescribeTable until all of it is ACTIVE everywhere.
// Safe to repeat: what exists is left alone.
import {
  ResourceInUseException,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { pollUntil } from './poll.ts';
import type { RegionClient } from './region-client.ts';
import { keySchema, TABLE_KEYS, type TableNames } from './table-names.ts';

/** AWS needs minutes for a replica. */
const LIMIT_MS = 600_000;

/** @param regions the first one is where the tables are made. @throws the SDK's errors, PollTimeout */
export async function provision(regions: readonly RegionClient[]): Promise<void> {
  const [home, ...peers] = regions;
  if (home === undefined) return;
  const tables = Object.keys(TABLE_KEYS) as (keyof TableNames)[];
  await Promise.all(tables.map((table) => provisionTable(table, home, peers)));
}

async function provisionTable(
  table: keyof TableNames,
  home: RegionClient,
  peers: readonly RegionClient[],
): Promise<void> {
  const name = home.tables[table];
  const existing = await describe(home, name);
  if (existing === null) await create(home, name, TABLE_KEYS[table]);
  await untilActive(home, name, []);
  for (const peer of peers) {
    const { Replicas: replicas = [] } = (await describe(home, name)) ?? {};
    if (!replicas.some(({ RegionName }) => RegionName === peer.region)) {
      const Create = { RegionName: peer.region };
      await home.call((db) => db.updateTable({ TableName: name, ReplicaUpdates: [{ Create }] }));
    }
    await untilActive(home, name, [peer.region]);
    await untilActive(peer, name, []);
  }
}

async function create(home: RegionClient, name: string, keys: readonly string[]): Promise<void> {
  try {
    await home.call((db) =>
      db.createTable({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
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
