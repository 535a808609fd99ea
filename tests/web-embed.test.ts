// What stands in other people's pages over HTTP: who may frame it and load it, recordings of several
// bursts, and the report of one. Nothing else becomes open by it.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { readRecording, recordBursts, writeHistory } from '@worldseat/schema/history';
import { describe, expect, test } from 'vitest';
import { burstAtA1, HEADER } from '../schema/src/history/testing.ts';
import { leftovers } from './support/leftovers.ts';
import { request } from './support/request.ts';
import { tempFolder } from './support/temp-folder.ts';
import { openWebWorld } from './support/web-world.ts';

const later = leftovers();
/** Whatever a buyer may be called must stay text, in a script and in a page. */
const NASTY = '</script><img src=x onerror=alert(1)>`${1}\\u003c\r<!--';

function fileOf(id: string, engine: string, buyer: string): string {
  const history = burstAtA1([
    { name: buyer, outcome: 'CONFIRMED', from: 0, to: 4 },
    { name: 'Bo', outcome: 'CONFIRMED', from: 1, to: 5 },
  ]);
  const header = {
    ...HEADER,
    burst: { ...HEADER.burst, id },
    engine: { ...HEADER.engine, id: engine, components: NASTY },
  };
  return writeHistory({ ...history, header }).text;
}

const FILES: Readonly<Record<string, string>> = {
  'dsql-m1-1': fileOf('dsql-m1-1', 'dsql', NASTY),
  'dynamodb-m1-2': fileOf('dynamodb-m1-2', 'dynamodb', 'Ana'),
  damaged: 'PK\n',
  huge: 'x'.repeat(26_000_000),
  vast: 'x'.repeat(26_000_000),
};
const asked: string[] = [];
const burstFile = (id: string) => {
  asked.push(id);
  return Promise.resolve(FILES[id] ?? null);
};
const clientDir = join(await tempFolder(later), 'dist');
await mkdir(clientDir);
const EMBED = 'globalThis.embedded = "</script>";';
await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>WorldSeat</title>');
await writeFile(join(clientDir, 'embed.html'), '<!doctype html><title>Embed</title>');
await writeFile(join(clientDir, 'embed.js'), EMBED);
const web = await openWebWorld(later, { burstFile }, { clientDir });
const get = (path: string, headers = {}) => request(web.url, { path, headers });
const BOTH = '/recordings/dsql-m1-1+dynamodb-m1-2';
const RECORDING = recordBursts([FILES['dsql-m1-1'] ?? '', FILES['dynamodb-m1-2'] ?? ''], null);

describe('/embed', () => {
  test('may be framed by any page, also one on a disk; every other page only by its own', async () => {
    const embed = await get('/embed?seat=A1');
    expect({ status: embed.status, text: embed.text }).toEqual({
      ...{ status: 200, text: '<!doctype html><title>Embed</title>' },
    });
    const policy = embed.headers['content-security-policy'];
    expect(policy).toMatch(/default-src 'none'; script-src 'self'/);
    expect(policy).not.toMatch(/frame-ancestors|https?:|\*/);
    expect(embed.headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(embed.headers['x-frame-options']).toBeUndefined();
    for (const path of ['/', '/lab', '/bursts/dsql-m1-1', '/bursts/dsql-m1-1.html']) {
      const { headers } = await get(path);
      expect(headers['content-security-policy'], path).toContain("frame-ancestors 'self'");
      expect(headers['cross-origin-resource-policy'], path).toBe('same-origin');
    }
  });

  test('its script may be loaded by any page', async () => {
    const script = await get('/embed.js');
    expect({ status: script.status, text: script.text }).toEqual({ status: 200, text: EMBED });
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-cache',
    });
  });

  test('a foreign page still may not ask the server anything', async () => {
    for (const path of ['/embed', '/embed.js', '/graphql', `${BOTH}.ndjson`]) {
      expect(await get(path, { origin: 'https://evil.example' }), path).toMatchObject({
        status: 403,
      });
    }
  });

  test.each(['/embed', '/embed?seat=A1', '/embed.html'])('%s can be switched off', async (path) => {
    const closed = await openWebWorld(later, { burstFile }, { clientDir, embed: false });
    expect(await request(closed.url, { path })).toMatchObject({
      status: 404,
      text: 'This server does not let itself be embedded (WORLDSEAT_EMBED=off).\n',
    });
    expect(await request(closed.url, { path: '/' })).toMatchObject({ status: 200 });
  });
});

describe('a recording of several bursts', () => {
  test('is one file, in the order of time, with their bytes', async () => {
    const reply = await get(`${BOTH}.ndjson`);
    expect({ status: reply.status, text: reply.text }).toEqual({ status: 200, text: RECORDING });
    expect(reply.headers).toMatchObject({
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="recording.ndjson"',
      'content-length': String(Buffer.byteLength(RECORDING)),
    });
    const { etag } = reply.headers;
    expect(await get(`${BOTH}.ndjson`, { 'if-none-match': etag })).toMatchObject({ status: 304 });
    // As a browser may send it.
    expect((await get(`${BOTH.replace('+', '%2B')}.ndjson`)).text).toBe(RECORDING);
  });

  test('has the title that was asked for', async () => {
    const { text } = await get(`${BOTH}.ndjson?title=My%20talk`);
    expect(readRecording(text).title).toBe('My talk');
    const long = await get(`${BOTH}.ndjson?title=${'x'.repeat(1_000)}`);
    expect(readRecording(long.text).title).toBe('x'.repeat(200));
  });

  test('as a script it registers exactly these bytes, whatever is in them', async () => {
    const { text, headers } = await get(`${BOTH}.js`);
    expect(headers['content-disposition']).toBe('attachment; filename="recording.js"');
    expect(text).not.toMatch(/<[/!]/);
    const page: { worldSeatRecordings?: Record<string, string> } = {};
    runInNewContext(text, page);
    expect({ ...page.worldSeatRecordings }).toEqual({ recording: RECORDING });
    const single = await get('/recordings/dsql-m1-1.js');
    runInNewContext(single.text, page);
    expect(Object.keys(page.worldSeatRecordings ?? {})).toEqual(['recording', 'dsql-m1-1']);
  });

  test.each([
    ['/recordings/dsql-m1-1.csv', 'A recording is served as .ndjson, .js, .html.'],
    ['/recordings/dsql-m1-1', 'A recording is served as .ndjson, .js, .html.'],
    [
      '/recordings/.ndjson',
      'The id of a burst has at most 100 letters, digits, hyphens and underscores.',
    ],
    [
      '/recordings/a+../b.ndjson',
      'The id of a burst has at most 100 letters, digits, hyphens and underscores.',
    ],
    [
      '/bursts/%2e%2e.html',
      'The id of a burst has at most 100 letters, digits, hyphens and underscores.',
    ],
    [
      `/recordings/${Array.from({ length: 101 }, (_, at) => `b${at}`).join('+')}.ndjson`,
      'A recording has at most 100 bursts.',
    ],
  ])('%s leads nowhere, and nothing is looked up', async (path, words) => {
    asked.length = 0;
    expect(await get(path)).toMatchObject({ status: 404, text: `${words}\n` });
    expect(asked).toEqual([]);
  });

  test('of a burst that is not known, or damaged, it says so', async () => {
    expect(await get('/recordings/dsql-m1-1+nobody.ndjson')).toMatchObject({
      ...{ status: 404, text: 'There is no burst nobody, or it has no file (yet).\n' },
    });
    expect(await get('/recordings/huge+vast.ndjson')).toMatchObject({
      ...{ status: 413, text: expect.stringContaining('larger than 50 MB') as string },
    });
    const { status, text } = await get('/recordings/dsql-m1-1+damaged.js');
    expect(status).toBe(500);
    expect(text).toContain('These bursts cannot be one recording: line 1: expected a header');
  });
});

describe('a report', () => {
  test('may run its own two scripts and load nothing, over HTTP and from a disk', async () => {
    const { text, headers } = await get('/bursts/dsql-m1-1.html');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(headers['content-security-policy']);
    const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
    const hashes = scripts.map(
      (code) =>
        `'sha256-${createHash('sha256')
          .update(code ?? '')
          .digest('base64')}'`,
    );
    expect(hashes).toHaveLength(2);
    expect(policy).toBe(
      `default-src 'none'; script-src ${hashes.join(' ')}; style-src 'unsafe-inline'; ` +
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    const inside = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(text)?.[1];
    expect(`${inside}; frame-ancestors 'self'`).toBe(policy);
  });

  test('what a buyer is called stays text', async () => {
    const { text } = await get('/bursts/dsql-m1-1.html');
    const outside = text.replaceAll(/<script>[\s\S]*?<\/script>/g, '');
    expect(outside).not.toContain('<img');
    expect(outside).toContain('&lt;/script&gt;&lt;img src=x');
    expect(text.match(/<\/script>/g)).toHaveLength(2);
  });

  test('says what the Witness says of every burst', async () => {
    const { text } = await get(`${BOTH}.html`);
    expect(text.match(/<h3 class="VIOLATED">VIOLATED<\/h3>/g)).toHaveLength(2);
    expect(text).toContain('<td>2</td><th scope="row">buyers were told “yours”</th>');
    expect(text).toContain('<td>1</td><th scope="row">ticket too many</th>');
    expect(text).not.toContain('<ul></ul>');
  });

  test('without a built embed it says so', async () => {
    const bare = await openWebWorld(later, { burstFile });
    expect(await request(bare.url, { path: '/bursts/dsql-m1-1.html' })).toMatchObject({
      ...{ status: 503, text: 'The embed is not built; run npm start.\n' },
    });
  });
});
