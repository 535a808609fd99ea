// What of the global tables exists, in every Region: a table is ours when it carries the tag.
import {
  ResourceNotFoundException,
  type DynamoDB,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { TAG } from '../tag.ts';

export interface ReplicaFacts {
  readonly region: string;
  readonly status: string;
}

export interface TableFacts {
  /** The first Region, in order, that has the table: calls about it go there. */
  readonly home: string;
  readonly status: string;
  readonly arn: string;
  readonly isOurs: boolean;
  readonly isProtected: boolean;
  /** null: no replicas, so none yet. */
  readonly consistency: string | null;
  /** The other Regions that have it. */
  readonly replicas: readonly ReplicaFacts[];
  readonly witness: ReplicaFacts | null;
}

/** Table name → what exists of it. */
export type TablesFacts = Readonly<Record<string, TableFacts | null>>;

export interface TableFinder {
  /** Of the set-up. */
  readonly name: string;
  readonly tables: readonly string[];
  /** In order: the first is where tables are made. */
  readonly clients: Readonly<Record<string, DynamoDB>>;
}

/** @throws the SDK's errors */
export async function findTables(finder: TableFinder): Promise<TablesFacts> {
  const found: Record<string, TableFacts | null> = {};
  for (const table of finder.tables) found[table] = await findTable(table, finder);
  return found;
}

async function findTable(
  table: string,
  { name, clients }: TableFinder,
): Promise<TableFacts | null> {
  const present: { region: string; client: DynamoDB; description: TableDescription }[] = [];
  for (const [region, client] of Object.entries(clients)) {
    const description = await describe(client, table);
    if (description !== null) present.push({ region, client, description });
  }
  const [home, ...others] = present;
  if (home === undefined) return null;
  const { description } = home;
  const arn = description.TableArn ?? '';
  return {
    home: home.region,
    status: description.TableStatus ?? '',
    arn,
    isOurs: (await tagOf(home.client, arn)) === name,
    isProtected: description.DeletionProtectionEnabled === true,
    consistency: description.MultiRegionConsistency ?? null,
    replicas: replicasOf(
      home.region,
      description,
      others.map(({ region, description: { TableStatus: status = '' } }) => ({ region, status })),
    ),
    witness: witnessOf(description),
  };
}

/** What the home says of its replicas, and tables that it no longer names but that are still there. */
function replicasOf(
  home: string,
  { Replicas: named = [] }: TableDescription,
  seen: ReplicaFacts[],
) {
  const replicas = new Map<string, ReplicaFacts>();
  for (const { region, status } of seen) replicas.set(region, { region, status });
  for (const { RegionName: region = '', ReplicaStatus: status = '' } of named) {
    // Its own table must be there and ACTIVE too, before it counts as ACTIVE.
    const itself = seen.find((replica) => replica.region === region);
    const isWhole = status !== 'ACTIVE' || itself?.status === 'ACTIVE';
    if (region !== home) replicas.set(region, { region, status: isWhole ? status : 'CREATING' });
  }
  return [...replicas.values()];
}

function witnessOf({
  GlobalTableWitnesses: witnesses = [],
}: TableDescription): ReplicaFacts | null {
  const [witness] = witnesses;
  if (witness === undefined) return null;
  return { region: witness.RegionName ?? '', status: witness.WitnessStatus ?? '' };
}

async function describe(client: DynamoDB, table: string): Promise<TableDescription | null> {
  try {
    return (await client.describeTable({ TableName: table })).Table ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

async function tagOf(client: DynamoDB, arn: string): Promise<string | undefined> {
  let NextToken: string | undefined;
  do {
    const page = await client.listTagsOfResource({ ResourceArn: arn, NextToken });
    const found = page.Tags?.find(({ Key }) => Key === TAG);
    if (found !== undefined) return found.Value;
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return undefined;
}
