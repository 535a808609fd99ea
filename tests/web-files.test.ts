// The built page: what is in its folder is served with the right type and policy, and nothing else.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { leftovers } from './support/leftovers.ts';
import { request } from './support/request.ts';
import { tempFolder } from './support/temp-folder.ts';
import { openWebWorld } from './support/web-world.ts';

const later = leftovers();
const folder = await tempFolder(later);
const FILES: Readonly<Record<string, string>> = {
  'secret.txt': 'outside',
  'dist/index.html': '<!doctype html><title>WorldSeat</title>',
  'dist/assets/index-B7fGq0Zk.js': 'export {};',
  'dist/assets/index-Cx12_-ab.css': 'body {}',
  'dist/favicon.svg': '<svg/>',
  'dist/.stamp': 'of the builder',
};
for (const [path, text] of Object.entries(FILES)) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}
await symlink(join(folder, 'secret.txt'), join(folder, 'dist', 'link.txt'));
const web = await openWebWorld(later, {}, { clientDir: join(folder, 'dist') });
const get = (path: string, headers = {}) => request(web.url, { path, headers });

test('/ is the page, with a policy that loads nothing from elsewhere', async () => {
  const page = await get('/');
  expect({ status: page.status, text: page.text, type: page.headers['content-type'] }).toEqual({
    status: 200,
    text: FILES['dist/index.html'],
    type: 'text/html; charset=utf-8',
  });
  const policy = page.headers['content-security-policy'];
  expect(policy).toMatch(/default-src 'none'; script-src 'self'/);
  expect(policy).not.toMatch(/https?:|\*/);
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(await get('/?seat=A1')).toMatchObject({ status: 200, text: page.text });
});

test('a file with a hash in its name may be kept for ever; the rest is asked for again', async () => {
  const script = await get('/assets/index-B7fGq0Zk.js');
  expect(script.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await get('/assets/index-Cx12_-ab.css')).headers['content-type']).toMatch('text/css');
  const icon = await get('/favicon.svg');
  expect(icon.headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'cache-control': 'no-cache',
  });
  const again = await get('/favicon.svg', { 'if-none-match': icon.headers.etag });
  expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
  const tag = icon.headers.etag ?? '';
  for (const known of [`W/${tag}`, `"other", ${tag}`, `"other",W/${tag}`]) {
    expect(await get('/favicon.svg', { 'if-none-match': known }), known).toMatchObject({
      status: 304,
    });
  }
  expect(await get('/favicon.svg', { 'if-none-match': '"other"' })).toMatchObject({ status: 200 });
});

test('an address that ends with a slash leads to the page, and nowhere else', async () => {
  for (const page of ['/lab', '/join', '/replay', '/embed', '/graphql', '/bursts/dsql-1']) {
    expect(await get(`${page}/?seat=A1`), page).toMatchObject({
      ...{ status: 308, headers: { location: `${page}?seat=A1` } },
    });
  }
  for (const path of ['//evil.example/', '//evil.example/lab/', '/assets/', '/nothing/']) {
    expect(await get(path), path).toMatchObject({ status: 404 });
  }
});

test.each([
  '/.stamp',
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..\\secret.txt',
  '/%2e%2e%5csecret.txt',
  '//secret.txt',
  '/link.txt',
  '/index.html%00.js',
  '/assets',
  '/nowhere',
  'http://127.0.0.1/../secret.txt',
])('%s leads nowhere', async (path) => {
  const response = await get(path);
  expect({ status: response.status, text: response.text }).toEqual({
    status: 404,
    text: 'There is nothing here.\n',
  });
});

test('HEAD has the headers and no body; nothing else than reading is served', async () => {
  const head = await request(web.url, { method: 'HEAD', path: '/' });
  const length = String(FILES['dist/index.html']?.length);
  expect({ text: head.text, length: head.headers['content-length'] }).toEqual({ text: '', length });
  const post = await request(web.url, { method: 'POST', path: '/', body: 'x' });
  expect({ status: post.status, allow: post.headers.allow }).toEqual({
    status: 405,
    allow: 'GET, HEAD',
  });
});

test('a page that is not built says so', async () => {
  const bare = await openWebWorld(later, {}, { clientDir: join(folder, 'no-such-folder') });
  const page = await request(bare.url, { path: '/' });
  expect(page).toMatchObject({ status: 503, text: 'The page is not built; run npm start.\n' });
});
