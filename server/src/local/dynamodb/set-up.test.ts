// The calls of set-up and tear-down, as code for AWS makes them, over real HTTP.
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  itemsOf,
  makeLocalTable,
  makeTable,
  openTestCloud,
  outcomeOf,
  restart,
  tableOf,
  until,
  untilActive,
  untilConverged,
  type TestCloud,
} from './testing.ts';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openTestCloud({ lagMs: 0, jitterMs: 0, strongDelayMs: 0 });
});
afterAll(() => cloud.close());

const described = async (TableName: string, region = 0) =>
  (await cloud.clients[region]?.describeTable({ TableName }))?.Table;
const update = (TableName: string, change: object, region = 0) =>
  outcomeOf(cloud.clients[region]?.updateTable({ TableName, ...change }));

test('a stream, tags and protection are shown as asked for, and can be changed', async () => {
  const [home] = cloud.clients;
  const TableName = 'settings';
  const StreamSpecification = { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' as const };
  const Tags = [{ Key: 'team', Value: 'seats' }];
  const created = await home?.createTable({
    TableName,
    ...tableOf('S'),
    StreamSpecification,
    Tags,
    DeletionProtectionEnabled: true,
  });
  expect(created?.TableDescription).toMatchObject({ TableStatus: 'CREATING', StreamSpecification });
  await until('ACTIVE', async () => (await described(TableName))?.TableStatus === 'ACTIVE');
  const table = await described(TableName);
  expect(table).toMatchObject({ StreamSpecification, DeletionProtectionEnabled: true });
  expect(table?.LatestStreamArn).toBe(`${table?.TableArn}/stream/${table?.LatestStreamLabel}`);
  expect((await home?.listTagsOfResource({ ResourceArn: table?.TableArn }))?.Tags).toEqual(Tags);
  await restart(cloud);
  expect(await outcomeOf(home?.deleteTable({ TableName }))).toContain('protected against deletion');
  expect(await update(TableName, { StreamSpecification })).toContain('already has an enabled');
  const off = { StreamSpecification: { StreamEnabled: false } };
  expect(await update(TableName, off)).toBe('done');
  expect(await update(TableName, off)).toContain('Table has no stream to disable');
  expect(await described(TableName)).not.toHaveProperty('StreamSpecification');
  expect(await update(TableName, { DeletionProtectionEnabled: false })).toBe('done');
  expect(await outcomeOf(home?.deleteTable({ TableName }))).toBe('done');
  expect(await outcomeOf(described(TableName))).toContain('ResourceNotFoundException');
});

test('what would be ignored is refused by name', async () => {
  const wrong: Partial<CreateTableCommandInput>[] = [
    { SSESpecification: { Enabled: true } },
    { TableClass: 'STANDARD' },
    { StreamSpecification: { StreamEnabled: true } },
    { TableName: 'aws.rep.mine' },
  ];
  for (const each of wrong) {
    const outcome = outcomeOf(
      cloud.clients[0]?.createTable({ TableName: 'never', ...tableOf('S'), ...each }),
    );
    expect(await outcome).toContain('ValidationException');
  }
  expect(await outcomeOf(described('never'))).toContain('ResourceNotFoundException');
});

test('an EVENTUAL table: made, shown in each Region, removed, made again', async () => {
  const TableName = 'eventual';
  await makeTable(cloud, TableName);
  const Item = { id: { S: 'a' } };
  await cloud.clients[0]?.putItem({ TableName, Item });
  const shown = await Promise.all([described(TableName, 0), described(TableName, 1)]);
  expect(shown.map((table) => table?.Replicas)).toEqual([
    [{ RegionName: 'us-east-2', ReplicaStatus: 'ACTIVE' }],
    [{ RegionName: 'us-east-1', ReplicaStatus: 'ACTIVE' }],
  ]);
  for (const table of shown) {
    expect(table?.StreamSpecification).toEqual({
      StreamEnabled: true,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    });
    expect(table).toMatchObject({ GlobalTableVersion: '2019.11.21', TableStatus: 'ACTIVE' });
    // As AWS: only STRONG is said.
    expect(table).not.toHaveProperty('MultiRegionConsistency');
  }
  const off = { StreamSpecification: { StreamEnabled: false } };
  expect(await update(TableName, off)).toContain('Disabling Stream is not allowed');
  const [home] = cloud.clients;
  expect(await outcomeOf(home?.deleteTable({ TableName }))).toContain('acted as a source region');
  const remove = { ReplicaUpdates: [{ Delete: { RegionName: 'us-east-2' } }] };
  expect(await update(TableName, remove)).toBe('done');
  await untilActive(home, TableName);
  expect(await outcomeOf(described(TableName, 1))).toContain('ResourceNotFoundException');
  expect(await described(TableName)).not.toHaveProperty('Replicas');
  const again = { ReplicaUpdates: [{ Create: { RegionName: 'us-east-2' } }] };
  expect(await update(TableName, again)).toBe('done');
  await untilConverged(cloud);
  expect(await itemsOf(cloud.clients[1], TableName)).toEqual([Item]);
  // A replica that is not the source may be deleted by itself.
  expect(await outcomeOf(cloud.clients[1]?.deleteTable({ TableName }))).toBe('done');
  expect(await described(TableName)).not.toHaveProperty('Replicas');
  expect(await outcomeOf(home?.deleteTable({ TableName }))).toBe('done');
});

test('made anew under its name, a table has nothing of the old one', async () => {
  const TableName = 'renewed';
  await makeTable(cloud, TableName);
  const [home] = cloud.clients;
  await cloud.tables.setReplication({ lagMs: 2000 });
  await home?.putItem({ TableName, Item: { id: { S: 'on its way' } } });
  await cloud.tables.setReplication({ paused: true, lagMs: 0 });
  await home?.putItem({ TableName, Item: { id: { S: 'held' } } });
  await home?.putItem({ TableName, Item: { id: { S: 'deleted' } } });
  await home?.deleteItem({ TableName, Key: { id: { S: 'deleted' } } });
  await update(TableName, { ReplicaUpdates: [{ Delete: { RegionName: 'us-east-2' } }] });
  await home?.deleteTable({ TableName });
  await cloud.tables.setReplication({ paused: false });
  await makeTable(cloud, TableName);
  await untilConverged(cloud);
  for (const client of cloud.clients) expect(await itemsOf(client, TableName)).toEqual([]);
});

test('a table in use, an unknown one, a provisioned one and one that is there already', async () => {
  const [home, peer] = cloud.clients;
  const ReplicaUpdates = [{ Create: { RegionName: 'us-east-2' } }];
  expect(await update('missing', { ReplicaUpdates })).toContain('ResourceNotFoundException');
  await makeLocalTable(home, 'taken');
  await makeLocalTable(peer, 'taken');
  expect(await update('taken', { ReplicaUpdates })).toContain('already existed as tables');
  const ProvisionedThroughput = { ReadCapacityUnits: 1, WriteCapacityUnits: 1 };
  const { AttributeDefinitions, KeySchema } = tableOf('S');
  await home?.createTable({
    TableName: 'provisioned',
    AttributeDefinitions,
    KeySchema,
    ProvisionedThroughput,
  });
  expect(await update('provisioned', { ReplicaUpdates })).toContain(
    'Pay-Per-Request or AutoScaled',
  );
  await makeLocalTable(home, 'busy');
  await cloud.tables.setReplication({ paused: true });
  expect(await update('busy', { ReplicaUpdates })).toBe('done');
  const inUse = [
    update('busy', { ReplicaUpdates: [{ Delete: { RegionName: 'us-east-2' } }] }),
    update('busy', { DeletionProtectionEnabled: true }),
    outcomeOf(home?.deleteTable({ TableName: 'busy' })),
  ];
  for (const outcome of await Promise.all(inUse)) expect(outcome).toContain('ResourceInUse');
  await cloud.tables.setReplication({ paused: false });
  await untilConverged(cloud);
});
