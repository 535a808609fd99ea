// Against a server that speaks DynamoDB's protocol and refuses as many writes as it is told to.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countingConflicts, noteConflicts } from './conflict-tally.ts';
import { RegionClient } from './region-client.ts';
import { tableNames } from './table-names.ts';

let refusals = 0;
let requests = 0;
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    requests += 1;
    const refused = refusals > 0;
    refusals -= 1;
    const type = 'com.amazonaws.dynamodb.v20120810#ReplicatedWriteConflictException';
    response.writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(refused ? JSON.stringify({ __type: type, message: 'being modified' }) : '{}');
  });
});
let client: RegionClient;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const endpoint = `http://127.0.0.1:${port}`;
  client = new RegionClient({ region: 'us-east-1', endpoint, credentials }, tableNames('t'), 4);
  noteConflicts(client.direct);
});
beforeEach(() => {
  requests = 0;
});
afterAll(() => {
  client.close();
  server.close();
});

const put = () =>
  client.call((db) => db.putItem({ TableName: 't_seats', Item: { seat_id: { S: 'A1' } } }));

test('a write that the SDK sends again after a conflict is told once for each refusal', async () => {
  refusals = 2;
  const { conflicts } = await countingConflicts(client.direct, put);
  expect(conflicts).toEqual(Array.from({ length: 2 }, () => 'ReplicatedWriteConflictException'));
  expect(requests).toBe(3);
});

test('orders at the same time count their own only, and none when nobody is in the way', async () => {
  refusals = 1;
  const counted = [1, 2, 3].map(() => countingConflicts(client.direct, put));
  const found = (await Promise.all(counted)).map(({ conflicts }) => conflicts.length);
  expect(found.toSorted()).toEqual([0, 0, 1]);
});
