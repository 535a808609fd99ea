// What a front does with requests that no SDK would send, and with operations that it refuses.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTable, openTestCloud, outcomeOf, type TestCloud } from './testing.ts';

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

const TARGET = (operation: string) => `DynamoDB_20120810.${operation}`;

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

test.each<[string, Record<string, string>, string]>([
  ['a wrong type', { 'content-type': 'text/plain' }, '404 <UnknownOperationException/>\n'],
  ['no such operation', { 'x-amz-target': TARGET('Nonsense') }, '400 UnknownOperationException'],
  ['no target', { 'x-amz-target': '' }, '400 UnknownOperationException'],
  ['a stream', { 'x-amz-target': 'DynamoDBStreams_20120810.X' }, '400 UnknownOperationException'],
  ['no signature', { authorization: '' }, '400 MissingAuthenticationTokenException'],
  ['half a signature', { authorization: 'AWS4-X Signature=s' }, '400 IncompleteSignatureException'],
  [
    'another type',
    { 'content-type': 'application/json; charset=utf-8' },
    '400 ValidationException',
  ],
])('%s is answered as by AWS', async (_what, headers, expected) => {
  expect(await send('{}', headers)).toBe(expected);
});

test('a body past the limit is refused, and a foreign host', async () => {
  expect(await send('x'.repeat(1024 * 1024 + 1))).toBe('413 RequestEntityTooLarge');
  const page = `POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 2\r\n\r\n{}`;
  const socket = connect(Number(endpoint.port), endpoint.hostname, () => socket.write(page));
  const [head] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(head.toString().split('\r\n')[0]).toBe('HTTP/1.1 403 Forbidden');
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

test('what could not be done truthfully is refused by name', async () => {
  const [client] = cloud.clients;
  const TableName = 'things';
  const Statement = "DELETE FROM things WHERE id = 'a'";
  const Limit = { TimeToLiveSpecification: { Enabled: true, AttributeName: 'ttl' } };
  const refused = [
    client?.executeStatement({ Statement }),
    client?.batchExecuteStatement({ Statements: [{ Statement }] }),
    client?.executeTransaction({ TransactStatements: [{ Statement }] }),
    client?.updateTimeToLive({ TableName, ...Limit }),
    client?.describeContinuousBackups({ TableName }),
  ];
  expect(await Promise.all(refused.map(outcomeOf))).toEqual([
    expect.stringMatching(/^ValidationException: ExecuteStatement \(PartiQL\) is not supported/),
    expect.stringMatching(/^ValidationException: BatchExecuteStatement \(PartiQL\) is not supp/),
    expect.stringMatching(/^ValidationException: ExecuteTransaction \(PartiQL\) is not supported/),
    expect.stringMatching(/^ValidationException: UpdateTimeToLive is not supported/),
    expect.stringMatching(/^ValidationException: DescribeContinuousBackups is not supported/),
  ]);
});

test("a Region's own table is not there for any client", async () => {
  const [client] = cloud.clients;
  const TableName = 'aws.rep.system';
  const Key = { partition: { S: 'tombstones' }, name: { S: 'things' } };
  expect((await client?.listTables())?.TableNames).toEqual(['things']);
  expect(await client?.listTables({ Limit: 1 })).toMatchObject({ TableNames: ['things'] });
  const calls = [
    client?.scan({ TableName }),
    client?.getItem({ TableName, Key }),
    client?.putItem({ TableName, Item: Key }),
    client?.batchGetItem({ RequestItems: { [TableName]: { Keys: [Key] } } }),
    client?.transactGetItems({ TransactItems: [{ Get: { TableName, Key } }] }),
    client?.describeTable({ TableName }),
    client?.deleteTable({ TableName }),
  ];
  for (const outcome of await Promise.all(calls.map(outcomeOf))) {
    expect(outcome).toContain('ResourceNotFoundException');
  }
});
