// Last writer wins, over real HTTP: whatever both Regions write, they end up the same.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '@worldseat/schema/domain';
import {
  itemsOf,
  makeLocalTable,
  makeTable,
  openTestCloud,
  untilConverged,
  untilPending,
  type TestCloud,
} from './testing.ts';

const TABLE = 'things';
/** Jitter as large as the lag: writes overtake each other all the time. */
const DELAYS = { lagMs: 30, jitterMs: 30 };
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openTestCloud(DELAYS);
  await makeTable(cloud, TABLE);
});
afterAll(() => cloud.close());

const put = (region: number, id: string, value: string) =>
  cloud.clients[region]?.putItem({ TableName: TABLE, Item: { id: { S: id }, v: { S: value } } });

test('3,000 random puts from both Regions, most on 13 hot keys: no difference', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  let written = 0;
  const lane = async () => {
    while (written < 3000) {
      written += 1;
      const id = random() < 0.8 ? `hot-${pick(13)}` : `cold-${pick(500)}`;
      await put(pick(2), id, String(written));
    }
  };
  await Promise.all(Array.from({ length: 48 }, lane));
  await untilConverged(cloud);
  const [first, second] = await Promise.all(cloud.clients.map((each) => itemsOf(each, TABLE)));
  expect(second, `seed ${seed}`).toEqual(first);
  expect(first?.length).toBeGreaterThan(13);
});

test('paused, each Region keeps its own; healed, the later writer is everywhere', async () => {
  // Without a lag, so that nothing but the pause can hold a write.
  await cloud.tables.setReplication({ paused: true, lagMs: 0, jitterMs: 0 });
  await put(0, 'split', 'early');
  await put(1, 'split', 'late');
  await put(0, 'only-first', '1');
  const shown = () =>
    Promise.all(
      cloud.clients.map(async (client) => {
        const items = await itemsOf(client, TABLE);
        const named = items.filter(({ id }) => ['split', 'only-first'].includes(id?.S ?? ''));
        return named.map(({ id, v }) => `${id?.S}=${v?.S}`);
      }),
    );
  await untilPending(cloud, 3);
  expect(await shown()).toEqual([['only-first=1', 'split=early'], ['split=late']]);
  expect(await cloud.tables.replication()).toEqual({ pending: 3, repairing: 0 });
  await cloud.tables.setReplication({ paused: false });
  await untilConverged(cloud);
  await cloud.tables.setReplication(DELAYS);
  const both = ['only-first=1', 'split=late'];
  expect(await shown()).toEqual([both, both]);
});

test('paused, a new replica is CREATING and empty until the pause ends', async () => {
  const [home, peer] = cloud.clients;
  const TableName = 'replica-in-pause';
  await makeLocalTable(home, TableName);
  await home?.putItem({ TableName, Item: { id: { S: 'a' } } });
  await cloud.tables.setReplication({ paused: true });
  const RegionName = Object.keys(cloud.tables.endpoints)[1];
  await home?.updateTable({ TableName, ReplicaUpdates: [{ Create: { RegionName } }] });
  const status = async () => (await home?.describeTable({ TableName }))?.Table?.Replicas;
  expect(await cloud.tables.replication()).toEqual({ pending: 0, repairing: 1 });
  expect(await status()).toMatchObject([{ ReplicaStatus: 'CREATING' }]);
  expect(await itemsOf(peer, TableName)).toEqual([]);
  await cloud.tables.setReplication({ paused: false });
  await untilConverged(cloud);
  expect(await status()).toMatchObject([{ ReplicaStatus: 'ACTIVE' }]);
  expect(await itemsOf(peer, TableName)).toEqual([{ id: { S: 'a' } }]);
});

test('a condition is checked against the Region that is asked', async () => {
  await put(0, 'once', 'first');
  await untilConverged(cloud);
  const again = cloud.clients.map((client) =>
    client.putItem({
      TableName: TABLE,
      Item: { id: { S: 'once' } },
      ConditionExpression: 'attribute_not_exists(id)',
    }),
  );
  const results = await Promise.allSettled(again);
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
});

test('the items of a batch are replicated each for itself', async () => {
  const ids = Array.from({ length: 25 }, (_, index) => `batch-${index}`).toSorted();
  const puts = ids.map((id) => ({ PutRequest: { Item: { id: { S: id } } } }));
  await cloud.clients[1]?.batchWriteItem({ RequestItems: { [TABLE]: puts } });
  await untilConverged(cloud);
  const items = await itemsOf(cloud.clients[0], TABLE);
  expect(items.map(({ id }) => id?.S).filter((id) => id?.startsWith('batch-'))).toEqual(ids);
});

test('stamps never leak, whatever is asked', async () => {
  await put(0, 'stamped', '1');
  const [client] = cloud.clients;
  const Key = { id: { S: 'stamped' } };
  const projection = {
    ProjectionExpression: 'id, #t, #r',
    ExpressionAttributeNames: { '#t': 'aws:rep:updatetime', '#r': 'aws:rep:updateregion' },
  };
  const answers = [
    await client?.getItem({ TableName: TABLE, Key }),
    await client?.getItem({ TableName: TABLE, Key, ...projection }),
    await client?.scan({ TableName: TABLE }),
    await client?.query({
      TableName: TABLE,
      KeyConditionExpression: 'id = :id',
      ExpressionAttributeValues: { ':id': Key.id },
    }),
    await client?.batchGetItem({ RequestItems: { [TABLE]: { Keys: [Key] } } }),
    await client?.putItem({ TableName: TABLE, Item: Key, ReturnValues: 'ALL_OLD' }),
  ];
  for (const answer of answers) expect(JSON.stringify(answer)).toContain('stamped');
  expect(JSON.stringify(answers)).not.toContain('aws:rep');
});

test('a replica of a table that holds items already is filled before it is ACTIVE', async () => {
  const [home, peer] = cloud.clients;
  const TableName = 'late-replica';
  await makeLocalTable(home, TableName);
  const ids = Array.from({ length: 50 }, (_, index) => `item-${index}`).toSorted();
  for (const id of ids) await home?.putItem({ TableName, Item: { id: { S: id } } });
  const RegionName = Object.keys(cloud.tables.endpoints)[1];
  await home?.updateTable({ TableName, ReplicaUpdates: [{ Create: { RegionName } }] });
  await untilConverged(cloud);
  expect((await itemsOf(peer, TableName)).map(({ id }) => id?.S)).toEqual(ids);
  const { Table: shown } = (await peer?.describeTable({ TableName })) ?? {};
  expect(shown?.GlobalTableVersion).toBe('2019.11.21');
  expect(shown?.Replicas).toMatchObject([{ ReplicaStatus: 'ACTIVE' }]);
});
