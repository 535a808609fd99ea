// How the engines of DynamoDB are opened: the embedded global tables that both share, the tables that
// a folder of an earlier version does not have yet, and Regions that cannot be strong together.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeAll, type Closers } from '../../server/src/close-all.ts';
import { openDynamoDb, openDynamoDbStrong } from '../../server/src/clouds/dynamodb.ts';
import type { Opening } from '../../server/src/clouds/opening.ts';
import { readConfig } from '../../server/src/config.ts';
import type { RemoteEngine } from '../../server/src/engine-thread/messages.ts';
import { RegionClient } from '../../server/src/engines/dynamodb/region-client.ts';
import { tableNames } from '../../server/src/engines/dynamodb/table-names.ts';
import { isAlive } from '../../server/src/local/dynamodb/testing.ts';
import { leftovers } from '../support/leftovers.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { waitFor } from '../support/wait-for.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const later = leftovers();
const deaths: Error[] = [];
let dataDir: string;

beforeAll(async () => {
  dataDir = await tempFolder(later);
});
afterAll(() => expect(deaths).toEqual([]));

function openingWith(settings: Readonly<Record<string, string>>): Opening {
  const closers: Closers = [];
  later(() => closeAll(closers));
  const given = { WORLDSEAT_DATA: dataDir, WORLDSEAT_CONNECTIONS_PER_REGION: '4', ...settings };
  return {
    config: readConfig(given, dataDir),
    log,
    closers,
    onDeath: (error) => deaths.push(error),
    embedded: { dsql: null, dynamodb: null },
  };
}

const orderFor = (engine: RemoteEngine, seatId: string) => ({
  id: `${engine.id}:${seatId}`,
  seatId,
  buyer: 'ann',
  region: engine.regions[1] ?? '',
});

test('dynamodb and dynamodb-strong share the embedded tables, each with its own; closing stops them', async () => {
  const opening = openingWith({});
  const [strong, eventual] = await Promise.all([
    openDynamoDbStrong(opening),
    openDynamoDb(opening),
  ]);
  const pid = opening.embedded.dynamodb?.pid ?? 0;
  expect(isAlive(pid)).toBe(true);
  const place = { deployment: 'EMBEDDED', regions: ['us-east-1', 'us-east-2'] };
  expect([strong, eventual]).toMatchObject([
    {
      id: 'dynamodb-strong',
      components: 'dynalite behind 2 Region fronts, written to both at once',
    },
    { id: 'dynamodb', components: 'dynalite behind 2 Region fronts, 80 ± 20 ms apart' },
  ]);
  for (const engine of [strong, eventual]) {
    expect(engine).toMatchObject(place);
    expect(await engine.openRounds(['A1'])).toEqual(new Map([['A1', 1]]));
    const { outcome } = await engine.run(orderFor(engine, 'A1'), 'CONDITIONAL');
    expect(outcome).toBe('CONFIRMED');
    expect((await engine.readLedger(new Map([['A1', 1]]))).sales).toHaveLength(1);
    expect(await engine.measureLagMs()).toBeGreaterThan(0);
  }
  await closeAll(opening.closers);
  expect(opening.embedded.dynamodbStarting).toBeUndefined();
  expect(opening.embedded.dynamodb).toBeNull();
  await waitFor(() => !isAlive(pid), { what: 'its process has ended' });
});

test('a folder of before gets the tables that it lacks, and keeps what it has', async () => {
  const before = openingWith({});
  const old = await openDynamoDb(before);
  await old.openRounds(['B1']);
  const { sale } = await old.run(orderFor(old, 'B1'), 'NAIVE');
  await removeTables(before, ['counters', 'fanTickets']);
  await closeAll(before.closers);
  const engine = await openDynamoDb(openingWith({}));
  expect(await engine.recall(orderFor(engine, 'B1').id, 'B1')).toEqual(sale);
  await engine.openRounds(['B2']);
  const fan = { key: 'ann', limit: 1 };
  const order = { ...orderFor(engine, 'B2'), fan };
  expect((await engine.run(order, 'COUNTER_ROW')).outcome).toBe('CONFIRMED');
  const another = { ...order, id: 'another', seatId: 'B1' };
  await engine.openRounds(['B1']);
  expect(await engine.run(another, 'NAIVE')).toMatchObject({
    outcome: 'REJECTED',
    rejectionReason: 'FAN_LIMIT',
  });
});

test.each(['us-east-1,eu-west-1', 'us-east-1', 'eu-west-1,eu-west-2,eu-west-3,eu-central-1'])(
  'Regions that cannot be strong together are refused by name: %s',
  async (regions) => {
    const opening = openingWith({ DYNAMODB_REGIONS: regions });
    await expect(openDynamoDbStrong(opening)).rejects.toThrow(
      /^dynamodb-strong is unavailable: .* two or three Regions of one of these sets: us-east-1/,
    );
    expect(opening.closers).toEqual([]);
  },
);

/** As a folder is that was made before the server knew these tables. */
async function removeTables(
  { embedded, config }: Opening,
  tables: readonly ('counters' | 'fanTickets')[],
): Promise<void> {
  const names = tableNames(config.dynamodb.tablePrefix);
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const clients = Object.entries(embedded.dynamodb?.endpoints ?? {}).map(
    ([region, endpoint]) => new RegionClient({ region, endpoint, credentials }, names, 1),
  );
  const [home, peer] = clients;
  for (const table of tables) {
    const TableName = names[table];
    const ReplicaUpdates = [{ Delete: { RegionName: 'us-east-2' } }];
    await home?.direct.updateTable({ TableName, ReplicaUpdates });
    await waitFor(() => isGone(peer, TableName), { what: 'the replica is gone' });
    await home?.direct.deleteTable({ TableName });
    await waitFor(() => isGone(home, TableName), { what: 'the table is gone' });
  }
  clients.forEach((client) => client.close());
}

async function isGone(client: RegionClient | undefined, name: string): Promise<boolean> {
  const { TableNames: names = [] } = (await client?.direct.listTables({})) ?? {};
  return !names.includes(name);
}
