// Whatever is written in both Regions, and however it is spelled, they end up the same.
import { seededRandom } from '@worldseat/schema/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  itemsOf,
  makeTable,
  openTestCloud,
  until,
  untilConverged,
  type TestCloud,
} from './testing.ts';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openTestCloud({ lagMs: 5, jitterMs: 5 });
});
afterAll(() => cloud.close());

const keyOf = (id: string) => ({ id: { S: id } });

test('keys may be numbers: every spelling is one item', async () => {
  const [first, second] = cloud.clients;
  const table = 'numbered';
  await first?.createTable({
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'id', AttributeType: 'S' },
      { AttributeName: 'n', AttributeType: 'N' },
    ],
    KeySchema: [
      { AttributeName: 'id', KeyType: 'HASH' },
      { AttributeName: 'n', KeyType: 'RANGE' },
    ],
  });
  await until('it is ACTIVE', async () => {
    const described = await first?.describeTable({ TableName: table });
    return described?.Table?.TableStatus === 'ACTIVE';
  });
  const ReplicaUpdates = [{ Create: { RegionName: 'us-east-2' } }];
  await first?.updateTable({ TableName: table, ReplicaUpdates });
  await untilConverged(cloud);
  const put = (client: typeof first, n: string) =>
    client?.putItem({ TableName: table, Item: { ...keyOf('a'), n: { N: n } } });
  await Promise.all([put(first, '1.0'), put(second, '1e0'), put(first, '01'), put(second, '2')]);
  await untilConverged(cloud);
  for (const client of cloud.clients) {
    const items = await itemsOf(client, table);
    expect(items.map(({ n }) => n)).toEqual([{ N: '1' }, { N: '2' }]);
  }
});

test('1,500 random writes of every kind from both Regions: no difference', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const table = 'random';
  await makeTable(cloud, table);
  let written = 0;
  const write = (): Promise<unknown> | undefined => {
    const client = cloud.clients[pick(2)];
    const Key = keyOf(`hot-${pick(13)}`);
    const v = { S: String(written) };
    const kinds = [
      () => client?.putItem({ TableName: table, Item: { ...Key, v } }),
      () => client?.deleteItem({ TableName: table, Key }),
      () =>
        client?.updateItem({
          TableName: table,
          Key,
          UpdateExpression: 'SET v = :v ADD n :one',
          ExpressionAttributeValues: { ':v': v, ':one': { N: '1' } },
        }),
      () => client?.batchWriteItem({ RequestItems: { [table]: [{ DeleteRequest: { Key } }] } }),
      () =>
        client?.transactWriteItems({
          TransactItems: [
            { Put: { TableName: table, Item: { ...Key, v } } },
            { Delete: { TableName: table, Key: keyOf(`cold-${pick(13)}`) } },
          ],
        }),
    ];
    return kinds[pick(kinds.length)]?.();
  };
  const lane = async () => {
    while (written < 1500) {
      written += 1;
      await write();
    }
  };
  await Promise.all(Array.from({ length: 24 }, lane));
  await untilConverged(cloud);
  const [first, second] = await Promise.all(cloud.clients.map((each) => itemsOf(each, table)));
  expect(second, `seed ${seed}`).toEqual(first);
});
