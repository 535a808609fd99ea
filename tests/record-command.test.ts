// `npm run record` as a process, against a whole server: the latest burst of every engine or those
// named, as the server makes them, and one clear line where it cannot.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readRecording } from '@worldseat/schema/history';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundled } from './support/bundled.ts';
import { leftovers } from './support/leftovers.ts';
import { openTestServer, type TestServer } from './support/server.ts';
import { tempFolder } from './support/temp-folder.ts';

const later = leftovers();
const folder = await tempFolder(later);
const program = bundled(later, 'record.ts');
let server: TestServer;

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the script as npm does: INIT_CWD is where its caller stands. */
function record(...args: readonly string[]): Promise<Result> {
  const env = { ...process.env, npm_lifecycle_event: 'record', INIT_CWD: folder };
  const child = spawn(process.execPath, [program, ...args], { env });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => void out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => void err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

async function breakIt(buyers: number): Promise<string[]> {
  const { breakIt: fired } = await server.ask<{ breakIt: { bursts: { id: string }[] } }>(
    `mutation { breakIt(input: { seat: "A1", buyers: ${buyers}, wait: true }) {
      ... on BreakIt { bursts { id } } } }`,
  );
  return fired.bursts.map(({ id }) => id);
}

const written = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
const served = async (path: string): Promise<string> =>
  (await fetch(`${server.url}${path}`)).text();

beforeAll(async () => {
  server = await openTestServer(later);
});

describe('npm run record', () => {
  it('without a burst says so, and writes nothing', async () => {
    const result = await record('--url', server.url, '--out', 'talk.ndjson');
    expect(result).toEqual({
      ...{ code: 69, out: '', err: 'This server has no burst yet: press Break it first.\n' },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes the latest burst of every engine, as one take, where the caller stands', async () => {
    await breakIt(4);
    const ids = await breakIt(5);
    const result = await record('--url', server.url, '--out', 'talk.ndjson', '--title', 'Mine');
    expect(result).toMatchObject({ code: 0, err: '' });
    for (const id of ids) expect(result.out).toContain(id);
    const text = await written('talk.ndjson');
    expect(text).toBe(await served(`/recordings/${ids.join('+')}.ndjson?title=Mine`));
    const { title, takes } = readRecording(text);
    expect({ title, takes: takes.map(({ histories }) => histories.length) }).toEqual({
      ...{ title: 'Mine', takes: [2] },
    });
  });

  it('takes those that are named, as a script or as a page', async () => {
    const [one = '', other = ''] = await breakIt(3);
    await record('--url', server.url, '--js', '--out', 'talk.js', one, other);
    expect(await written('talk.js')).toBe(await served(`/recordings/${one}+${other}.js`));
    await record('--url', server.url, '--html', '--out', 'talk.html', one);
    expect(await written('talk.html')).toBe(await served(`/bursts/${one}.html`));
  });

  it.each([
    [['--out', 'x', 'nobody'], 69, 'There is no burst nobody, or it has no file (yet).'],
    [['--out', 'x', '--url', 'http://127.0.0.1:9'], 69, 'http://127.0.0.1:9 does not answer.'],
    [['--js'], 64, '--out FILE is needed'],
    [['--out', 'no/folder'], 73, 'no/folder cannot be written: there is no such folder.'],
    [['--out', '.'], 73, '. cannot be written: it is a folder.'],
  ])('%j is one clear line', async (args, code, words) => {
    const result = await record('--url', server.url, ...args);
    expect({ code: result.code, first: result.err.split('\n')[0] }).toEqual({ code, first: words });
  });

  it('takes nothing from a server that is another program', async () => {
    const other = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Welcome</p>');
    }).listen(0, '127.0.0.1');
    later(() => void other.close());
    await once(other, 'listening');
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const none = `is no WorldSeat server.\n`;
    for (const ids of [[], ['dsql-1']]) {
      const { code, err } = await record('--url', url, '--out', 'x.ndjson', ...ids);
      expect({ code, err }).toEqual({
        ...{
          code: 69,
          err: `What answers at ${url}${ids.length === 0 ? '' : ' (HTTP 200)'} ${none}`,
        },
      });
    }
  });
});
