// What a front does with requests that no SDK would send, and with operations that it refuses.
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTable, openTestCloud, tableOf, type TestCloud } from './testing.ts';

let cloud: TestCloud;
let endpoint: URL;
let pid: number | null;

beforeAll(async () => {
  cloud = await openTestCloud();
  await makeTable(cloud, 'things');
  endpoint = new URL(Object.values(cloud.tables.endpoints)[0] ?? '');
  pid = cloud.tables.pid;
});
afterAll(() => cloud.close());

const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.GetItem',
  authorization: 'AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=s',
  'x-amz-date': '20260101T000000Z',
};

async function send(body: string, headers: Record<string, string> = {}) {
  const response = await fetch(endpoint, {
    method: 'POST',
    body,
    headers: { ...HEADERS, ...headers },
  });
  const text = await response.text();
  return `${response.status} ${/#?(\w+)"/.exec(text.split('__type":"')[1] ?? '')?.[1] ?? text}`;
}

test.each([
  ['null', '400 SerializationException'],
  ['[]', '400 SerializationException'],
  ['"text"', '400 SerializationException'],
  ['', '400 SerializationException'],
  ['{"TableName":', '400 SerializationException'],
  ['{}', '400 ValidationException'],
  ['{"TableName":null,"Key":7}', '400 SerializationException'],
])('the body %s is answered %s', async (body, expected) => {
  expect(await send(body)).toBe(expected);
  expect(await send(body, { 'x-amz-target': 'DynamoDB_20120810.PutItem' })).toMatch(/^400 /);
  expect(await send(body, { 'x-amz-target': 'DynamoDB_20120810.UpdateTable' })).toMatch(/^400 /);
});

test('a body past the limit, a foreign host, a wrong type and an unknown operation', async () => {
  expect(await send('x'.repeat(1024 * 1024 + 1))).toBe('413 RequestEntityTooLarge');
  expect(await send('{}', { 'content-type': 'text/plain' })).toBe('400 UnknownOperationException');
  const unknown = { 'x-amz-target': 'DynamoDB_20120810.Nonsense' };
  expect(await send('{}', unknown)).toBe('400 UnknownOperationException');
});

test('half-sent requests and clients that hang up do not end the process', async () => {
  const head = Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}\r\n`);
  const start = `POST / HTTP/1.1\r\nHost: ${endpoint.host}\r\n${head.join('')}`;
  const pieces = [
    'POST / HT',
    start,
    `${start}Content-Length: 500\r\n\r\n{"TableName":`,
    `${start}Content-Length: 25\r\n\r\n{"TableName":"things","Ke`,
  ];
  for (const piece of [...pieces, ...pieces]) {
    await new Promise<void>((resolve, reject) => {
      const socket = connect(Number(endpoint.port), endpoint.hostname, () => {
        socket.write(piece, () => socket.destroy());
      });
      socket.once('close', () => resolve());
      socket.once('error', reject);
    });
  }
  expect(await send('{}')).toBe('400 ValidationException');
  expect(cloud.tables.pid).toBe(pid);
});

test('writes that could not be replicated truthfully are refused by name', async () => {
  const [client] = cloud.clients;
  if (client === undefined) throw new Error('no client');
  const TableName = 'things';
  const Key = { id: { S: 'a' } };
  const put = { PutRequest: { Item: Key } };
  const Statement = "DELETE FROM things WHERE id = 'a'";
  const refused = [
    client.deleteItem({ TableName, Key }),
    client.updateItem({ TableName, Key }),
    client.transactWriteItems({ TransactItems: [{ Delete: { TableName, Key } }] }),
    client.executeStatement({ Statement }),
    client.batchWriteItem({ RequestItems: { things: [{ DeleteRequest: { Key } }] } }),
    client.batchWriteItem({ RequestItems: { things: [put, put] } }),
    client.batchWriteItem({ RequestItems: { things: Array.from({ length: 26 }, () => put) } }),
    client.deleteTable({ TableName }),
    client.createTable({ TableName: 'numbers', ...tableOf('N') }),
    client.createTable({ TableName: 'binaries', ...tableOf('B') }),
    client.putItem({ TableName, Item: { ...Key, 'aws:rep:updatetime': { N: '1' } } }),
    client.updateTable({ TableName, ReplicaUpdates: [{ Create: { RegionName: 'eu-west-1' } }] }),
    client.updateTable({ TableName, MultiRegionConsistency: 'STRONG', ReplicaUpdates: [] }),
  ];
  const results = await Promise.allSettled(refused);
  expect(
    results.map((result) =>
      result.status === 'rejected' && result.reason instanceof Error ? result.reason.name : 'done',
    ),
  ).toEqual(refused.map(() => 'ValidationException'));
});
