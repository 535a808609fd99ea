// TransactWriteItems and TransactGetItems: all or nothing in one Region, whatever is in the way.
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '@worldseat/schema/domain';
import {
  itemsOf,
  makeStrongTable,
  makeTable,
  openTestCloud,
  outcomeOf,
  until,
  untilConverged,
  type TestCloud,
} from './testing.ts';

const TableName = 'accounts';
let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openTestCloud({ lagMs: 0, jitterMs: 0 });
  await makeTable(cloud, TableName);
});
afterAll(() => cloud.close());

const keyOf = (id: string) => ({ id: { S: id } });
const amount = (id: string, n: number) => ({ ...keyOf(id), n: { N: String(n) } });
const put = (id: string, n: number): TransactWriteItem => ({
  Put: { TableName, Item: amount(id, n) },
});
const add = (id: string, n: number): TransactWriteItem => ({
  Update: {
    TableName,
    Key: keyOf(id),
    UpdateExpression: 'SET n = n + :n',
    ConditionExpression: 'n >= :least',
    ExpressionAttributeValues: { ':n': { N: String(n) }, ':least': { N: String(-n) } },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  },
});
const write = (...TransactItems: TransactWriteItem[]) =>
  cloud.clients[0]?.transactWriteItems({ TransactItems });

test('every kind of action together, and in the other Region afterwards', async () => {
  await write(put('a', 10), put('b', 10), put('old', 1));
  const check = {
    TableName,
    Key: keyOf('b'),
    ConditionExpression: 'n = :n',
    ExpressionAttributeValues: { ':n': { N: '10' } },
  };
  const Delete = { TableName, Key: keyOf('old') };
  await write(add('a', -3), put('c', 3), { Delete }, { ConditionCheck: check });
  await untilConverged(cloud);
  for (const client of cloud.clients) {
    const expected = [amount('a', 7), amount('b', 10), amount('c', 3)];
    expect(await itemsOf(client, TableName)).toEqual(expected);
  }
});

test('one condition that fails cancels all, with a reason for each', async () => {
  await write(put('rich', 100), put('poor', 1));
  const cancelled = write(add('rich', 5), add('poor', -5), put('receipt', 5));
  await expect(cancelled).rejects.toMatchObject({
    name: 'TransactionCanceledException',
    message: expect.stringContaining('[None, ConditionalCheckFailed, None]') as string,
    CancellationReasons: [
      { Code: 'None' },
      {
        Code: 'ConditionalCheckFailed',
        Message: 'The conditional request failed',
        Item: amount('poor', 1),
      },
      { Code: 'None' },
    ],
  });
  const keys = ['rich', 'poor', 'receipt'].map((id) => ({ Get: { TableName, Key: keyOf(id) } }));
  const read = await cloud.clients[0]?.transactGetItems({ TransactItems: keys });
  expect(read?.Responses).toEqual([{ Item: amount('rich', 100) }, { Item: amount('poor', 1) }, {}]);
});

test('the same token is done once; with another request it is a mistake', async () => {
  await write(put('once', 0));
  const twice = { TransactItems: [add('once', 1)], ClientRequestToken: 'token-1' };
  const [client] = cloud.clients;
  await client?.transactWriteItems(twice);
  await client?.transactWriteItems(twice);
  const { Item: item } =
    (await client?.getItem({ TableName, Key: keyOf('once'), ConsistentRead: true })) ?? {};
  expect(item).toEqual(amount('once', 1));
  const other = { ...twice, TransactItems: [add('once', 2)] };
  expect(await outcomeOf(client?.transactWriteItems(other))).toMatch(
    /^IdempotentParameterMismatch/,
  );
});

test('its answer lost, it is repeated by the SDK and done once', async () => {
  await write(put('lost', 0));
  await cloud.tables.setFaults({ dropAnswers: 1 }, 'us-east-1');
  await write(add('lost', 1));
  const lost = (await itemsOf(cloud.clients[0], TableName)).find(({ id }) => id?.S === 'lost');
  expect(lost).toEqual(amount('lost', 1));
});

test('what is no transaction is refused by name', async () => {
  await makeStrongTable(cloud, 'strong');
  const Item = keyOf('x');
  const many = Array.from({ length: 101 }, (_, n) => put(`many-${n}`, n));
  const outcomes = await Promise.all(
    [
      write(put('same', 1), add('same', 1)),
      write(...many),
      write(),
      write({ Put: { TableName, Item: { ...Item, 'aws:rep:x': { S: '' } } } }),
      write({ Put: { TableName: 'missing', Item } }),
      write({ Put: { TableName: 'strong', Item } }),
      cloud.clients[1]?.transactGetItems({
        TransactItems: [{ Get: { TableName: 'strong', Key: Item } }],
      }),
      write(put('big', 1), {
        Put: { TableName, Item: { ...Item, v: { S: 'x'.repeat(399_000) } } },
      }),
    ].map(outcomeOf),
  );
  expect(outcomes).toEqual([
    'ValidationException: Transaction request cannot include multiple operations on one item',
    'ValidationException: TransactItems takes 1 to 100 actions, not 101',
    'ValidationException: TransactItems takes 1 to 100 actions, not 0',
    'ValidationException: Attribute name aws:rep:x is reserved: not aws:rep:*',
    'ResourceNotFoundException: Requested resource not found',
    expect.stringContaining('MultiRegionConsistency set to STRONG'),
    expect.stringContaining('MultiRegionConsistency set to STRONG'),
    'ValidationException: The items of a transaction may have 379 kB together here',
  ]);
});

test('transfers between accounts from many clients, killed again and again: no money is lost', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const accounts = Array.from({ length: 6 }, (_, index) => `account-${index}`);
  await write(...accounts.map((id) => put(id, 100)));
  let transfers = 0;
  let done = false;
  const lane = async () => {
    while (!done) {
      const [from, to] = [pick(6), pick(5)];
      const other = to < from ? to : to + 1;
      const sum = 1 + pick(20);
      const moved = write(add(accounts[from] ?? '', -sum), add(accounts[other] ?? '', sum));
      if ((await outcomeOf(moved)) === 'done') transfers += 1;
    }
  };
  const lanes = Array.from({ length: 8 }, lane);
  for (let kill = 1; kill <= 3; kill += 1) {
    await until('some are made', () => Promise.resolve(transfers > kill * 40));
    const { pid } = cloud.tables;
    process.kill(pid ?? 0, 'SIGKILL');
    await until('it is back', () => Promise.resolve(![null, pid].includes(cloud.tables.pid)));
  }
  done = true;
  await Promise.all(lanes);
  await untilConverged(cloud);
  for (const client of cloud.clients) {
    const items = (await itemsOf(client, TableName)).filter(({ id }) =>
      id?.S?.startsWith('account-'),
    );
    const total = items.reduce((sum, { n }) => sum + Number(n?.N), 0);
    expect({ accounts: items.length, total }, `seed ${seed}`).toEqual({ accounts: 6, total: 600 });
  }
});
