// Faults on demand: what a client meets, and what was done or not when it did.
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_FAULTS, type Throttling } from './index.ts';
import {
  itemsOf,
  makeTable,
  openTestCloud,
  outcomeOf,
  restart,
  untilConverged,
  untilPending,
  type TestCloud,
} from './testing.ts';

const TableName = 'things';
const A = 'us-east-1';
const B = 'us-east-2';
let cloud: TestCloud;
/** Without retries: each fault shows. */
let direct: DynamoDB[];

beforeAll(async () => {
  cloud = await openTestCloud({ lagMs: 0, jitterMs: 0, seed: 7 });
  await makeTable(cloud, TableName);
  direct = Object.entries(cloud.tables.endpoints).map(
    ([region, endpoint]) =>
      new DynamoDB({
        region,
        endpoint,
        maxAttempts: 1,
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      }),
  );
});
afterAll(async () => {
  direct.forEach((client) => client.destroy());
  await cloud.close();
});
beforeEach(() => cloud.tables.setFaults(NO_FAULTS));

const put = (id: string, clients: readonly DynamoDB[] = direct, region = 0) =>
  clients[region]?.putItem({ TableName, Item: { id: { S: id } } });
const idsIn = async (region: number) =>
  (await itemsOf(direct[region], TableName)).map(({ id }) => id?.S);

test.each<[Throttling, string]>([
  ['ProvisionedThroughputExceededException', 'The level of configured provisioned throughput'],
  ['ThrottlingException', 'Rate of requests exceeds the allowed throughput'],
  ['RequestLimitExceeded', 'Throughput exceeds the current throughput limit'],
])('the next two requests are throttled with %s, and nothing is done', async (name, message) => {
  await cloud.tables.setFaults({ throttleRequests: 2, throttleAs: name }, A);
  const outcomes = [await outcomeOf(put(`no-${name}`)), await outcomeOf(put(`no-${name}`))];
  for (const outcome of outcomes) expect(outcome).toContain(`${name}: ${message}`);
  expect(await outcomeOf(direct[1]?.scan({ TableName }))).toBe('done');
  expect(await idsIn(0)).not.toContain(`no-${name}`);
});

test('set-up calls are not throttled; the SDK repeats what is', async () => {
  await cloud.tables.setFaults({ throttleRequests: 1 }, A);
  expect(await outcomeOf(direct[0]?.describeTable({ TableName }))).toBe('done');
  expect(await outcomeOf(put('repeated', cloud.clients))).toBe('done');
  expect(await idsIn(0)).toContain('repeated');
});

test('a fraction is throttled: all of it at 1, none at 0, some in between', async () => {
  const throttledOf = async (throttleFraction: number) => {
    await cloud.tables.setFaults({ throttleFraction }, A);
    const calls = Array.from({ length: 60 }, () => outcomeOf(put('some')));
    return (await Promise.all(calls)).filter((outcome) => outcome !== 'done').length;
  };
  expect([await throttledOf(1), await throttledOf(0)]).toEqual([60, 0]);
  const some = await throttledOf(0.5);
  expect(some, 'seed 7').toBeGreaterThan(0);
  expect(some, 'seed 7').toBeLessThan(60);
});

test('an answer is lost: done, and the client does not know', async () => {
  await cloud.tables.setFaults({ dropAnswers: 1 }, A);
  expect(await outcomeOf(direct[0]?.getItem({ TableName, Key: { id: { S: 'a' } } }))).toBe('done');
  expect(await outcomeOf(put('unanswered'))).not.toBe('done');
  expect(await outcomeOf(put('answered'))).toBe('done');
  expect(await idsIn(0)).toEqual(expect.arrayContaining(['unanswered', 'answered']));
});

test('an endpoint is cut, also over a restart, and comes back; the other one answers', async () => {
  await cloud.tables.setFaults({ cut: true }, B);
  const outcomes = async () => [
    await outcomeOf(put('cut', direct, 0)),
    await outcomeOf(put('cut', direct, 1)),
  ];
  expect(await outcomes()).toEqual(['done', expect.not.stringMatching(/^done$/)]);
  await restart(cloud);
  expect(await outcomes()).toEqual(['done', expect.not.stringMatching(/^done$/)]);
  await cloud.tables.setFaults({ cut: false });
  expect(await outcomes()).toEqual(['done', 'done']);
});

test('one way is cut: writes pass the other way; healed, both are the same', async () => {
  await untilConverged(cloud);
  await cloud.tables.setReplication({ cuts: [{ from: A, to: B }] });
  await put('held', direct, 0);
  await put('passed', direct, 1);
  await untilPending(cloud, 1);
  expect(await idsIn(0)).toEqual(expect.arrayContaining(['held', 'passed']));
  expect(await idsIn(1)).not.toContain('held');
  await cloud.tables.setReplication({ cuts: [] });
  await untilConverged(cloud);
  expect(await idsIn(1)).toEqual(await idsIn(0));
});

test('an unknown Region is refused by name', async () => {
  await expect(cloud.tables.setFaults({ cut: true }, 'mars-1')).rejects.toThrow(
    'There is no Region mars-1: only us-east-1, us-east-2',
  );
});
