// Every kind of write of an item: done as DynamoDB does it, and the same in both Regions afterwards.
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  makeTable,
  openTestCloud,
  outcomeOf,
  restart,
  untilConverged,
  untilPending,
  type TestCloud,
} from './testing.ts';

const TableName = 'things';
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openTestCloud({ lagMs: 5, jitterMs: 5 });
  await makeTable(cloud, TableName);
});
afterAll(() => cloud.close());

const keyOf = (id: string) => ({ id: { S: id } });

async function everywhere(id: string): Promise<(Record<string, AttributeValue> | undefined)[]> {
  await untilConverged(cloud);
  const Key = keyOf(id);
  const shown = await Promise.all(cloud.clients.map((each) => each.getItem({ TableName, Key })));
  return shown.map(({ Item: item }) => item);
}

const both = (item: Record<string, AttributeValue> | undefined) => [item, item];

test('UpdateItem: every clause, and names that look like clauses', async () => {
  const [client] = cloud.clients;
  const Key = keyOf('clauses');
  const Item = { ...Key, gone: { S: 'x' }, n: { N: '4' }, tags: { SS: ['a', 'b'] } };
  await client?.putItem({ TableName, Item });
  const updated = await client?.updateItem({
    TableName,
    Key,
    UpdateExpression: 'set #set = :s, m = if_not_exists(m, :m) REMOVE gone ADD n :n DELETE tags :t',
    ExpressionAttributeNames: { '#set': 'SET a = b' },
    ExpressionAttributeValues: {
      ':s': { S: 'set' },
      ':m': { M: { set: { L: [{ BOOL: true }] } } },
      ':n': { N: '1' },
      ':t': { SS: ['a'] },
    },
    ReturnValues: 'ALL_NEW',
  });
  const expected = {
    ...Key,
    n: { N: '5' },
    tags: { SS: ['b'] },
    'SET a = b': { S: 'set' },
    m: { M: { set: { L: [{ BOOL: true }] } } },
  };
  expect(updated?.Attributes).toEqual(expected);
  expect(await everywhere('clauses')).toEqual(both(expected));
});

test('UpdateItem without an expression makes the item; the older AttributeUpdates work', async () => {
  const [, client] = cloud.clients;
  const Key = keyOf('plain');
  await client?.updateItem({ TableName, Key });
  expect(await everywhere('plain')).toEqual(both(Key));
  const AttributeUpdates = { v: { Action: 'PUT' as const, Value: { S: '1' } } };
  const { Attributes } = (await client?.updateItem({
    TableName,
    Key,
    AttributeUpdates,
    ReturnValues: 'UPDATED_NEW',
  })) ?? { Attributes: null };
  expect(Attributes).toEqual({ v: { S: '1' } });
  expect(await everywhere('plain')).toEqual(both({ ...Key, v: { S: '1' } }));
});

test('what a write may not name, and what is no update, is refused and changes nothing', async () => {
  const [client] = cloud.clients;
  const Key = keyOf('refused');
  const names = { ExpressionAttributeNames: { '#t': 'aws:rep:updatetime' } };
  const refused = [
    client?.putItem({ TableName, Item: { ...Key, 'aws:rep:updatetime': { N: '1' } } }),
    client?.updateItem({ TableName, Key, UpdateExpression: 'REMOVE #t', ...names }),
    client?.deleteItem({ TableName, Key, ConditionExpression: 'attribute_exists(#t)', ...names }),
    client?.updateItem({ TableName, Key, UpdateExpression: 'SET id = id' }),
    client?.updateItem({ TableName, Key, UpdateExpression: 'SET a' }),
    client?.putItem({ TableName, Item: { v: { S: 'no key' } } }),
    client?.deleteItem({ TableName, Key: { id: { N: '1' } } }),
  ];
  for (const outcome of await Promise.all(refused.map(outcomeOf))) {
    expect(outcome).toContain('ValidationException');
  }
  expect(await everywhere('refused')).toEqual(both(undefined));
});

test('a condition that fails changes nothing, and shows the item when asked to', async () => {
  const [client] = cloud.clients;
  const Item = { ...keyOf('held'), holder: { S: 'ann' } };
  await client?.putItem({ TableName, Item });
  const condition = {
    TableName,
    ConditionExpression: 'attribute_not_exists(id)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  const Key = keyOf('held');
  const failed = [
    client?.putItem({ ...condition, Item: keyOf('held') }),
    client?.updateItem({ ...condition, Key, UpdateExpression: 'REMOVE holder' }),
    client?.deleteItem({ ...condition, Key }),
  ];
  for (const each of failed) {
    await expect(each).rejects.toMatchObject({ name: 'ConditionalCheckFailedException', Item });
  }
  expect(await everywhere('held')).toEqual(both(Item));
});

test('deleted is deleted: in both Regions, over a restart, against older writes', async () => {
  const [first, second] = cloud.clients;
  const Key = keyOf('deleted');
  await first?.putItem({ TableName, Item: { ...Key, v: { S: 'old' } } });
  await untilConverged(cloud);
  await cloud.tables.setReplication({ paused: true });
  await second?.putItem({ TableName, Item: { ...Key, v: { S: 'late' } } });
  const old = await first?.deleteItem({ TableName, Key, ReturnValues: 'ALL_OLD' });
  expect(old?.Attributes).toEqual({ ...Key, v: { S: 'old' } });
  await untilPending(cloud, 2);
  await restart(cloud);
  await cloud.tables.setReplication({ paused: false });
  expect(await everywhere('deleted')).toEqual(both(undefined));
  await second?.putItem({ TableName, Item: { ...Key, v: { S: 'new' } } });
  expect(await everywhere('deleted')).toEqual(both({ ...Key, v: { S: 'new' } }));
});

test('a deletion that changes nothing is no write', async () => {
  const [first, second] = cloud.clients;
  const Key = keyOf('elsewhere');
  await cloud.tables.setReplication({ paused: true });
  await second?.putItem({ TableName, Item: Key });
  expect(await first?.deleteItem({ TableName, Key, ReturnValues: 'ALL_OLD' })).not.toHaveProperty(
    'Attributes',
  );
  await cloud.tables.setReplication({ paused: false });
  expect(await everywhere('elsewhere')).toEqual(both(Key));
});

test('tombstones are in no count, page or scan', async () => {
  const [client] = cloud.clients;
  const table = 'counted';
  await makeTable(cloud, table);
  const ids = Array.from({ length: 20 }, (_, index) => `item-${index}`);
  for (const id of ids) await client?.putItem({ TableName: table, Item: keyOf(id) });
  for (const id of ids.slice(5)) await client?.deleteItem({ TableName: table, Key: keyOf(id) });
  await untilConverged(cloud);
  for (const each of cloud.clients) {
    expect(await each.scan({ TableName: table, Select: 'COUNT' })).toMatchObject({
      Count: 5,
      ScannedCount: 5,
    });
    const page = await each.scan({ TableName: table, Limit: 5 });
    expect(page.Items).toHaveLength(5);
    const rest = await each.scan({ TableName: table, ExclusiveStartKey: page.LastEvaluatedKey });
    expect(rest).toMatchObject({ Count: 0, ScannedCount: 0 });
  }
});

test('BatchWriteItem puts and deletes each for itself; one wrong request stops it whole', async () => {
  const [client] = cloud.clients;
  await client?.putItem({ TableName, Item: keyOf('batch-old') });
  const requests = [
    { DeleteRequest: { Key: keyOf('batch-old') } },
    { PutRequest: { Item: keyOf('batch-new') } },
  ];
  const done = await client?.batchWriteItem({ RequestItems: { [TableName]: requests } });
  expect(done?.UnprocessedItems).toEqual({});
  expect(await everywhere('batch-old')).toEqual(both(undefined));
  expect(await everywhere('batch-new')).toEqual(both(keyOf('batch-new')));
  const put = { PutRequest: { Item: keyOf('batch-never') } };
  const wrong = [
    [put, put],
    [put, { PutRequest: { Item: { id: { N: '1' } } } }],
    [put, { PutRequest: { Item: { ...keyOf('x'), v: { N: 'NaN' } } } }],
    Array.from({ length: 26 }, (_, n) => ({ PutRequest: { Item: keyOf(`batch-${n}`) } })),
  ];
  for (const each of wrong) {
    const outcome = await outcomeOf(
      client?.batchWriteItem({ RequestItems: { [TableName]: each } }),
    );
    expect(outcome).toContain('ValidationException');
  }
  expect(await everywhere('batch-never')).toEqual(both(undefined));
});
