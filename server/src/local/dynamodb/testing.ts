// What the tests of this folder share: an embedded cloud in a temporary folder that is gone when
// the test is over, a client for each Region, and waiting for a condition.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDB, type AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Log } from '../../log.ts';
import { startGlobalTables, type GlobalTables, type GlobalTablesOptions } from './index.ts';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

export const QUIET: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface TestCloud {
  readonly dataDir: string;
  readonly tables: GlobalTables;
  /** One for each Region, in order. */
  readonly clients: readonly DynamoDB[];
  close(): Promise<void>;
}

export async function openTestCloud(
  options: Partial<GlobalTablesOptions> = {},
): Promise<TestCloud> {
  const dataDir = await mkdtemp(join(tmpdir(), 'worldseat-tables-'));
  const tables = await startGlobalTables({ dataDir, log: QUIET, ...options });
  const clients = Object.entries(tables.endpoints).map(
    ([region, endpoint]) =>
      new DynamoDB({
        region,
        endpoint,
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      }),
  );
  return {
    dataDir,
    tables,
    clients,
    async close() {
      clients.forEach((client) => client.destroy());
      await tables.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

/** What CreateTable needs for one key, `id`. */
export function tableOf(AttributeType: 'S' | 'N' | 'B') {
  return {
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
  };
}

/** A table in one Region, ACTIVE. */
export async function makeLocalTable(home: DynamoDB | undefined, TableName: string): Promise<void> {
  await home?.createTable({ TableName, ...tableOf('S') });
  await until('the table is ACTIVE', async () => {
    return (await home?.describeTable({ TableName }))?.Table?.TableStatus === 'ACTIVE';
  });
}

/** A global table with one key, `id`, in every Region. */
export async function makeTable(cloud: TestCloud, TableName: string): Promise<void> {
  const [home] = cloud.clients;
  await makeLocalTable(home, TableName);
  for (const RegionName of Object.keys(cloud.tables.endpoints).slice(1)) {
    await home?.updateTable({ TableName, ReplicaUpdates: [{ Create: { RegionName } }] });
    await untilActive(home, TableName);
  }
}

/** The same with MultiRegionConsistency STRONG, for two Regions and a witness in us-west-2. */
export async function makeStrongTable(cloud: TestCloud, TableName: string): Promise<void> {
  const [home] = cloud.clients;
  await makeLocalTable(home, TableName);
  await home?.updateTable({
    TableName,
    MultiRegionConsistency: 'STRONG',
    ReplicaUpdates: [{ Create: { RegionName: 'us-east-2' } }],
    GlobalTableWitnessUpdates: [{ Create: { RegionName: 'us-west-2' } }],
  });
  await untilActive(home, TableName);
}

/** The table and all that belongs to it in other Regions. */
export function untilActive(home: DynamoDB | undefined, TableName: string): Promise<void> {
  return until('every replica is ACTIVE', async () => {
    const { Table: table } = (await home?.describeTable({ TableName })) ?? {};
    const { Replicas: replicas = [], GlobalTableWitnesses: witnesses = [] } = table ?? {};
    return (
      replicas.every(({ ReplicaStatus }) => ReplicaStatus === 'ACTIVE') &&
      witnesses.every(({ WitnessStatus }) => WitnessStatus === 'ACTIVE')
    );
  });
}

/** A table's items in one Region, by id. */
export async function itemsOf(
  client: DynamoDB | undefined,
  TableName: string,
): Promise<Record<string, AttributeValue>[]> {
  const { Items: items = [] } = (await client?.scan({ TableName, ConsistentRead: true })) ?? {};
  return items.toSorted((a, b) => ((a['id']?.S ?? '') < (b['id']?.S ?? '') ? -1 : 1));
}

/** What a call ends with: 'done', or its error as "Name: message". */
export async function outcomeOf(call: Promise<unknown> | undefined): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** The process is killed, and the next one answers. */
export async function restart({ tables }: TestCloud): Promise<void> {
  const pid = tables.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  await until('it is back', () => Promise.resolve(![null, pid].includes(tables.pid)));
}

/** So many writes wait for their arrival: with no lag, they are held by a pause. */
export function untilPending({ tables }: TestCloud, count: number): Promise<void> {
  return until(`${count} writes are pending`, async () => {
    return (await tables.replication()).pending === count;
  });
}

/** Every write has arrived and every repair has ended. */
export function untilConverged({ tables }: TestCloud): Promise<void> {
  return until('replication has nothing left to do', async () => {
    const { pending, repairing } = await tables.replication();
    return pending === 0 && repairing === 0;
  });
}

/** @throws after 20 s; a condition that throws does not hold yet */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const giveUpAtMs = Date.now() + 20_000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > giveUpAtMs) throw new Error(`waited 20 s until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
