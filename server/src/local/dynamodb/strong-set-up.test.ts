// Set-up and tear-down of STRONG tables, and what their members do with a batch.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  itemsOf,
  makeLocalTable,
  makeStrongTable,
  openTestCloud,
  outcomeOf,
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

test('a STRONG table: empty at first, all at once, shown, and undone all at once', async () => {
  const TableName = 'strong';
  await makeLocalTable(cloud.clients[0], TableName);
  const [home] = cloud.clients;
  const strong = {
    MultiRegionConsistency: 'STRONG',
    ReplicaUpdates: [{ Create: { RegionName: 'us-east-2' } }],
    GlobalTableWitnessUpdates: [{ Create: { RegionName: 'us-west-2' } }],
  };
  await home?.putItem({ TableName, Item: { id: { S: 'a' } } });
  expect(await update(TableName, strong)).toContain('it must be empty');
  await home?.deleteItem({ TableName, Key: { id: { S: 'a' } } });
  expect(await update(TableName, strong)).toBe('done');
  await untilActive(home, TableName);
  for (const region of [0, 1]) {
    expect(await described(TableName, region)).toMatchObject({
      MultiRegionConsistency: 'STRONG',
      GlobalTableWitnesses: [{ RegionName: 'us-west-2', WitnessStatus: 'ACTIVE' }],
      Replicas: [{ RegionName: ['us-east-2', 'us-east-1'][region], ReplicaStatus: 'ACTIVE' }],
    });
    const deleted = outcomeOf(cloud.clients[region]?.deleteTable({ TableName }));
    expect(await deleted).toContain('Deletion of only one table replica is not supported');
  }
  await home?.putItem({ TableName, Item: { id: { S: 'kept' } } });
  const remove = { ReplicaUpdates: [{ Delete: { RegionName: 'us-east-2' } }] };
  expect(await update(TableName, remove)).toContain('does not include all witnesses');
  const all = {
    ...remove,
    GlobalTableWitnessUpdates: [{ Delete: { RegionName: 'us-west-2' } }],
  };
  expect(await update(TableName, all)).toBe('done');
  expect(await described(TableName)).not.toHaveProperty('MultiRegionConsistency');
  expect(await itemsOf(home, TableName)).toEqual([{ id: { S: 'kept' } }]);
  expect(await home?.putItem({ TableName, Item: { id: { S: 'single' } } })).toBeDefined();
  expect(await outcomeOf(described(TableName, 1))).toContain('ResourceNotFoundException');
  expect(await outcomeOf(home?.deleteTable({ TableName }))).toBe('done');
});

test('several STRONG tables made at once share a witness', async () => {
  const fresh = await openTestCloud({ strongDelayMs: 0 });
  try {
    const names = ['one', 'two', 'three', 'four'];
    await Promise.all(names.map((name) => makeStrongTable(fresh, name)));
    const Item = { id: { S: 'a' } };
    for (const TableName of names) await fresh.clients[1]?.putItem({ TableName, Item });
    for (const name of names) expect(await itemsOf(fresh.clients[0], name)).toEqual([Item]);
  } finally {
    await fresh.close();
  }
});

test('three replicas instead of a witness: any two agree', async () => {
  const regions = ['us-east-1', 'us-east-2', 'us-west-2'];
  const three = await openTestCloud({ regions, strongDelayMs: 0 });
  try {
    const TableName = 'three';
    const [home, , third] = three.clients;
    await makeLocalTable(home, TableName);
    const ReplicaUpdates = regions.slice(1).map((RegionName) => ({ Create: { RegionName } }));
    await home?.updateTable({ TableName, MultiRegionConsistency: 'STRONG', ReplicaUpdates });
    await untilActive(home, TableName);
    await three.tables.setReplication({ cuts: [{ from: 'us-east-1', to: '*' }] });
    const Item = { id: { S: 'a' } };
    const TOO_FAR = 'reaches no other member';
    expect(await outcomeOf(home?.putItem({ TableName, Item }))).toContain(TOO_FAR);
    await third?.putItem({ TableName, Item });
    await three.tables.setReplication({ cuts: [{ from: 'us-east-1', to: 'us-west-2' }] });
    const read = await home?.getItem({ TableName, Key: Item, ConsistentRead: true });
    expect(read?.Item).toEqual(Item);
  } finally {
    await three.close();
  }
});

test('STRONG: a batch in which an item is refused for a while says which', async () => {
  const TableName = 'batched';
  await makeStrongTable(cloud, TableName);
  await cloud.tables.setReplication({ cuts: [{ from: 'us-east-1', to: '*' }] });
  const requests = ['a', 'b'].map((id) => ({ PutRequest: { Item: { id: { S: id } } } }));
  const refused = cloud.clients[0]?.batchWriteItem({ RequestItems: { [TableName]: requests } });
  expect(await outcomeOf(refused)).toContain('reaches no other member');
  await makeLocalTable(cloud.clients[0], 'local');
  const mixed = { RequestItems: { [TableName]: requests, local: requests } };
  const done = await cloud.clients[0]?.batchWriteItem(mixed);
  await cloud.tables.setReplication({ cuts: [] });
  expect(done?.UnprocessedItems).toEqual({ [TableName]: requests });
  expect(await itemsOf(cloud.clients[0], 'local')).toHaveLength(2);
  await untilConverged(cloud);
});
