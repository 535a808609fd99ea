// STRONG tables (MRSC): one truth for both Regions, as long as two of the three members agree.
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cut } from './index.ts';
import {
  itemsOf,
  makeStrongTable,
  openTestCloud,
  outcomeOf,
  until,
  untilConverged,
  type TestCloud,
} from './testing.ts';

const TableName = 'strong';
const A = 'us-east-1';
const B = 'us-east-2';
const WITNESS = 'us-west-2';
let cloud: TestCloud;
/** The same without retries, to see each answer. */
let direct: DynamoDB[];

beforeAll(async () => {
  cloud = await openTestCloud({ strongDelayMs: 1 });
  direct = Object.entries(cloud.tables.endpoints).map(
    ([region, endpoint]) =>
      new DynamoDB({
        region,
        endpoint,
        maxAttempts: 1,
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      }),
  );
  await makeStrongTable(cloud, TableName);
});
afterAll(async () => {
  direct.forEach((client) => client.destroy());
  await cloud.close();
});

const keyOf = (id: string) => ({ id: { S: id } });
const put = (region: number, id: string, v: string, clients: readonly DynamoDB[] = direct) =>
  clients[region]?.putItem({ TableName, Item: { ...keyOf(id), v: { S: v } } });
const read = async (region: number, id: string, ConsistentRead = true) => {
  const given = await direct[region]?.getItem({ TableName, Key: keyOf(id), ConsistentRead });
  return given?.Item?.['v']?.S;
};
const add = (region: number, id: string, clients: readonly DynamoDB[]) =>
  clients[region]?.updateItem({
    TableName,
    Key: keyOf(id),
    UpdateExpression: 'ADD n :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  });
const cuts = (...pairs: [string, string][]) =>
  cloud.tables.setReplication({
    cuts: pairs.flatMap(([from, to]): Cut[] => [
      { from, to },
      { from: to, to: from },
    ]),
  });

test('a write is in the other Region when it is answered; a condition sees it there', async () => {
  for (const region of [0, 1, 0, 1]) {
    const v = `by ${region}`;
    await put(region, 'shared', v);
    expect(await read(1 - region, 'shared')).toBe(v);
    const late = direct[1 - region]?.putItem({
      TableName,
      Item: keyOf('shared'),
      ConditionExpression: 'attribute_not_exists(id)',
    });
    expect(await outcomeOf(late)).toMatch(/^ConditionalCheckFailedException/);
  }
  await direct[1]?.deleteItem({ TableName, Key: keyOf('shared') });
  expect(await read(0, 'shared')).toBeUndefined();
});

test('what one Region was seen to have, the other has, while writes go on', async () => {
  await cloud.tables.setReplication({ strongDelayMs: 0 });
  const state = { done: false };
  const writing = (async () => {
    for (let v = 1; v <= 300; v += 1) await put(v % 2, 'rising', String(v));
    state.done = true;
  })();
  const seen: [number, number][] = [];
  while (!state.done) {
    for (const region of [0, 1]) {
      const earlier = Number((await read(region, 'rising')) ?? 0);
      seen.push([earlier, Number((await read(1 - region, 'rising')) ?? 0)]);
    }
  }
  await writing;
  await cloud.tables.setReplication({ strongDelayMs: 1 });
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.filter(([earlier, later]) => later < earlier)).toEqual([]);
});

test('while one Region modifies an item, the other hears a conflict, and the SDK repeats it', async () => {
  await cloud.tables.setReplication({ strongDelayMs: 200 });
  const first = put(0, 'contested', 'first');
  let seen = '';
  await until('the other Region is refused', async () => {
    seen = await outcomeOf(put(1, 'contested', 'second'));
    return seen !== 'done';
  });
  expect(seen).toBe(
    'ReplicatedWriteConflictException: The request was rejected because one or more items in the ' +
      'request are being modified by a request in another Region.',
  );
  await first;
  await cloud.tables.setReplication({ strongDelayMs: 20 });
  const writes = Array.from({ length: 10 }, (_, index) => add(index % 2, 'count', cloud.clients));
  const done = (await Promise.all(writes.map(outcomeOf))).filter((each) => each === 'done').length;
  await cloud.tables.setReplication({ strongDelayMs: 1 });
  const { Item: item } = (await direct[1]?.getItem({ TableName, Key: keyOf('count') })) ?? {};
  expect(done).toBeGreaterThan(1);
  expect(item?.['n']).toEqual({ N: String(done) });
});

test('naive read-then-write oversells here too; with a condition one wins', async () => {
  await put(0, 'seat', 'free');
  const naive = async (region: number) => {
    const seen = await read(region, 'seat');
    await until('both have read', () => Promise.resolve((readers += 1) > 1));
    if (seen === 'free') await put(region, 'seat', `sold by ${region}`, cloud.clients);
    return seen === 'free';
  };
  let readers = 0;
  expect(await Promise.all([naive(0), naive(1)])).toEqual([true, true]);
  await put(0, 'seat', 'free');
  const conditional = [0, 1].map((region) =>
    cloud.clients[region]?.putItem({
      TableName,
      Item: { ...keyOf('seat'), v: { S: 'sold' } },
      ConditionExpression: 'v = :free',
      ExpressionAttributeValues: { ':free': { S: 'free' } },
    }),
  );
  const outcomes = await Promise.all(conditional.map(outcomeOf));
  expect(outcomes.filter((each) => each === 'done')).toHaveLength(1);
});

test('an isolated Region refuses writes and consistent reads; the other goes on', async () => {
  await put(0, 'island', 'before');
  await cloud.tables.setReplication({ cuts: [{ from: B, to: '*' }] });
  const refused = [
    put(1, 'island', 'never'),
    read(1, 'island'),
    direct[1]?.scan({ TableName, ConsistentRead: true }),
    direct[1]?.batchGetItem({
      RequestItems: { [TableName]: { Keys: [keyOf('island')], ConsistentRead: true } },
    }),
  ];
  for (const outcome of await Promise.all(refused.map(outcomeOf))) {
    expect(outcome).toContain('us-east-2 reaches no other member');
  }
  await put(0, 'island', 'meanwhile');
  expect(await read(0, 'island')).toBe('meanwhile');
  expect(await read(1, 'island', false)).toBe('before');
  await cuts();
  expect(await read(1, 'island')).toBe('meanwhile');
  await untilConverged(cloud);
});

test('with the Regions cut from each other, both go on through the witness, with one truth', async () => {
  await cuts([A, B]);
  await put(0, 'witnessed', 'by the first');
  expect(await read(1, 'witnessed', false)).toBeUndefined();
  expect(await read(1, 'witnessed')).toBe('by the first');
  const condition = { ConditionExpression: 'v = :v', TableName };
  await direct[1]?.putItem({
    ...condition,
    Item: { ...keyOf('witnessed'), v: { S: 'by the second' } },
    ExpressionAttributeValues: { ':v': { S: 'by the first' } },
  });
  const items = await itemsOf(direct[0], TableName);
  expect(items.find(({ id }) => id?.S === 'witnessed')?.['v']?.S).toBe('by the second');
  await cuts();
  await untilConverged(cloud);
});

test('without the witness both go on together; it fetches what it missed', async () => {
  await cuts([A, WITNESS], [B, WITNESS]);
  await put(0, 'unwitnessed', '1');
  await put(1, 'unwitnessed', '2');
  expect(await read(0, 'unwitnessed')).toBe('2');
  expect((await cloud.tables.replication()).pending).toBeGreaterThan(0);
  // Heard by the witness only now, and from the witness by the first Region.
  await cuts([A, WITNESS], [A, B]);
  await until('the witness has it', async () => (await cloud.tables.replication()).pending === 0);
  await cuts([A, B]);
  expect(await read(0, 'unwitnessed')).toBe('2');
  await cuts();
  await untilConverged(cloud);
});

test('killed in the middle of writes: what was answered is there, the same in both Regions', async () => {
  const answered = new Map<string, string>();
  let writes = 0;
  const lane = async (lane: number) => {
    for (let index = 0; index < 60; index += 1) {
      const [id, v] = [`crash-${lane}-${index % 5}`, String(index)];
      writes += 1;
      if ((await outcomeOf(put(lane % 2, id, v))) === 'done') answered.set(id, v);
    }
  };
  const writing = Promise.all(Array.from({ length: 12 }, (_, index) => lane(index)));
  await until('a third is asked', () => Promise.resolve(writes > 240));
  const pid = cloud.tables.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  await writing;
  await until('it is back', () => Promise.resolve(![null, pid].includes(cloud.tables.pid)));
  // At once, without waiting for any repair: the answer itself must be right.
  const [first, second] = await Promise.all(direct.map((client) => itemsOf(client, TableName)));
  expect(second).toEqual(first);
  const shown = new Map(first?.map(({ id, v }) => [id?.S ?? '', Number(v?.S)]));
  const lost = [...answered].filter(([id, v]) => (shown.get(id) ?? -1) < Number(v));
  expect({ lost, some: answered.size > 0 }).toEqual({ lost: [], some: true });
  await untilConverged(cloud);
});

test('killed while a Region was cut off: afterwards it has what was answered meanwhile', async () => {
  await put(1, 'during', 'before');
  await cuts([A, B], [B, WITNESS]);
  await put(0, 'during', 'meanwhile');
  const pid = cloud.tables.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  await until('it is back', () => Promise.resolve(![null, pid].includes(cloud.tables.pid)));
  expect(await read(0, 'during')).toBe('meanwhile');
  expect(await outcomeOf(read(1, 'during'))).toContain('reaches no other member');
  // The witness alone tells it.
  await cuts([A, B]);
  expect(await read(1, 'during')).toBe('meanwhile');
  await cuts();
  await untilConverged(cloud);
});
