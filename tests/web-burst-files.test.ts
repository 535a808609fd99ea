// The files of a burst over HTTP: the history byte for byte, the same for other checkers, and the
// pages that have their addresses.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportHistory, EXPORT_FORMATS, writeHistory } from '@worldseat/schema/history';
import { expect, test } from 'vitest';
import { burstAtA1 } from '../schema/src/history/testing.ts';
import { leftovers } from './support/leftovers.ts';
import { request } from './support/request.ts';
import { tempFolder } from './support/temp-folder.ts';
import { openWebWorld } from './support/web-world.ts';

const later = leftovers();
const history = burstAtA1([
  { name: 'Zoë', outcome: 'CONFIRMED', from: 0, to: 4 },
  { name: '東京', outcome: 'REJECTED', from: 1, to: 5, changes: { readOrderId: 'order-Zoë' } },
]);
const { text, sha256 } = writeHistory(history);
const asked: string[] = [];
const clientDir = join(await tempFolder(later), 'dist');
await mkdir(clientDir);
await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>WorldSeat</title>');
const burstFile = (id: string) => {
  asked.push(id);
  const kept = new Map([
    ['dsql-m1-1', text],
    ['damaged', text.slice(1)],
  ]);
  return Promise.resolve(kept.get(id) ?? null);
};
const web = await openWebWorld(later, { burstFile }, { clientDir });
const get = (path: string, headers = {}) => request(web.url, { path, headers });

test('the history is served byte for byte, with its hash as the entity tag', async () => {
  const reply = await get('/bursts/dsql-m1-1.ndjson');
  expect({ status: reply.status, text: reply.text }).toEqual({ status: 200, text });
  expect(reply.headers).toMatchObject({
    'content-type': 'application/x-ndjson; charset=utf-8',
    'content-disposition': 'attachment; filename="dsql-m1-1.ndjson"',
    'content-length': String(Buffer.byteLength(text)),
    'cache-control': 'no-cache',
    etag: `"${sha256}"`,
  });
  const again = await get('/bursts/dsql-m1-1.ndjson', { 'if-none-match': `"${sha256}"` });
  expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
});

test.each(EXPORT_FORMATS)('the same history as .%s', async (format) => {
  const reply = await get(`/bursts/dsql-m1-1.${format}`);
  const body = exportHistory(history, format);
  const etag = createHash('sha256').update(body).digest('hex');
  expect({ status: reply.status, text: reply.text }).toEqual({ status: 200, text: body });
  expect(reply.headers).toMatchObject({
    'content-disposition': `attachment; filename="dsql-m1-1.${format}"`,
    etag: `"${etag}"`,
  });
});

test('HEAD has the headers of the file and no body', async () => {
  const head = await request(web.url, { method: 'HEAD', path: '/bursts/dsql-m1-1.ndjson' });
  expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: '' });
  expect(head.headers).toMatchObject({
    'content-length': String(Buffer.byteLength(text)),
    etag: `"${sha256}"`,
  });
});

test('a burst that is not known, or has no file yet, is 404 in words', async () => {
  for (const format of ['ndjson', ...EXPORT_FORMATS]) {
    expect(await get(`/bursts/dsql-m1-2.${format}`)).toMatchObject({
      status: 404,
      text: 'There is no burst dsql-m1-2, or it has no file (yet).\n',
    });
  }
});

test('a file that is damaged is served as it is, and in no other form', async () => {
  expect(await get('/bursts/damaged.ndjson')).toMatchObject({ status: 200, text: text.slice(1) });
  expect(await get('/bursts/damaged.edn')).toMatchObject({
    status: 500,
    text: 'The file of burst damaged is damaged.\n',
  });
});

test.each([
  '/bursts/../secret.ndjson',
  '/bursts/%2e%2e%2fsecret.ndjson',
  '/bursts/.ndjson',
  '/bursts/-a.ndjson',
  '/bursts/a/b.ndjson',
  '/bursts/a.b.ndjson',
  `/bursts/${'a'.repeat(101)}.ndjson`,
])('%s is no name of a burst and is not looked up', async (path) => {
  asked.length = 0;
  expect(await get(path)).toMatchObject({
    status: 404,
    text: 'The id of a burst has at most 100 letters, digits, hyphens and underscores.\n',
  });
  expect(asked).toEqual([]);
});

test('another form of a burst is 404 and names those there are', async () => {
  expect(await get('/bursts/dsql-m1-1.csv')).toMatchObject({
    status: 404,
    text: 'A burst is served as .ndjson, .edn, .elle.json, .ops.jsonl.\n',
  });
});

test.each(['/lab', '/lab?run=1', '/bursts/dsql-m1-1', '/bursts/unknown?x=1'])(
  '%s is the page',
  async (path) => {
    const reply = await get(path);
    expect(reply).toMatchObject({ status: 200, text: (await get('/')).text });
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("script-src 'self'") as string,
    });
  },
);
