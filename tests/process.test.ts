// The program as it is started from a shell: what it prints, how it stops, what it finds again, and
// what it says when it cannot start.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { graphql } from './support/graphql.ts';
import { leftovers } from './support/leftovers.ts';
import { BREAK_IT, WITNESS } from './support/operations.ts';
import { allGone, descendantsOf } from './support/processes.ts';
import { tempFolder } from './support/temp-folder.ts';
import { waitFor } from './support/wait-for.ts';

const later = leftovers();
const START = join(import.meta.dirname, '..', 'scripts', 'start.mjs');

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  readonly url: () => Promise<string>;
}

function start(settings: Readonly<Record<string, string>>): Run {
  const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', ...settings };
  // Started from another folder: nothing may depend on where the caller stands.
  const child = spawn(process.execPath, [START], { env, cwd: '/', stdio: 'pipe' });
  later(() => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = () =>
    waitFor(
      () => {
        if (child.exitCode !== null) throw new Error(`it ended before it was ready: ${output}`);
        return /ready: (\S+)/.exec(output)?.[1] ?? null;
      },
      { limitMs: 60_000, what: 'the server says that it is ready' },
    );
  return { child, output: () => output, ended, url };
}

async function ask(url: string, query: string, variables = {}) {
  const { data, errors } = await graphql(url, query, variables);
  expect(errors).toBeUndefined();
  return data;
}

describe('the program', () => {
  it('stops on Ctrl-C without leaving a process, and finds floor, ledger and bursts again', async () => {
    const settings = { WORLDSEAT_DATA: await tempFolder(later) };
    const first = start(settings);
    const url = await first.url();
    await ask(url, BREAK_IT, { seat: 'A1', buyers: 24, seed: 1 });
    const kept =
      '{ bursts { edges { node { id state reconciled scoreboard { confirmed told } } } } }';
    const purchase = `mutation { purchase(input: {
      engine: "dsql", seat: "B1", buyer: "Ana", orderId: "before-restart" }) {
      ... on Purchase { orderId outcome sale { id soldAt } } } }`;
    const bought = await ask(url, purchase);
    const before = {
      bursts: await ask(url, kept),
      dsql: await ask(url, WITNESS, { engine: 'dsql', seat: 'A1' }),
      dynamodb: await ask(url, WITNESS, { engine: 'dynamodb', seat: 'A1' }),
    };
    const children = descendantsOf(first.child.pid ?? 0);
    expect(children.length).toBeGreaterThan(2);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    await allGone(children);

    const second = start(settings);
    const again = await second.url();
    expect({
      bursts: await ask(again, kept),
      dsql: await ask(again, WITNESS, { engine: 'dsql', seat: 'A1' }),
      dynamodb: await ask(again, WITNESS, { engine: 'dynamodb', seat: 'A1' }),
    }).toEqual(before);
    expect(await ask(again, purchase)).toEqual(bought);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('finds a burst that kill -9 interrupted as FAILED, and says UNPROVEN because of it', async () => {
    const settings = { WORLDSEAT_DATA: await tempFolder(later), WORLDSEAT_ENGINES: 'dsql' };
    const first = start(settings);
    const url = await first.url();
    await ask(url, BREAK_IT, { buyers: 20_000, seed: 1, wait: false });
    const children = descendantsOf(first.child.pid ?? 0);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = start(settings);
    const again = await second.url();
    expect(await ask(again, '{ bursts { edges { node { state note } } } }')).toEqual({
      bursts: {
        edges: [
          {
            node: {
              state: 'FAILED',
              note: 'The server stopped during this burst of 20,000 buyers.',
            },
          },
        ],
      },
    });
    const verdict = await ask(again, WITNESS, { engine: 'dsql' });
    expect(verdict).toMatchObject({ witness: { result: 'UNPROVEN', doubleSells: 0 } });
    expect(JSON.stringify(verdict)).toContain('The server stopped during this burst');
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    await allGone(children);
  });

  it('leaves nothing behind when it is stopped while it starts', async () => {
    const run = start({ WORLDSEAT_DATA: await tempFolder(later) });
    const children = await waitFor(
      () => {
        const all = descendantsOf(run.child.pid ?? 0);
        return all.some(({ command }) => /postgres -D/.test(command)) ? all : null;
      },
      { limitMs: 60_000 },
    );
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    await allGone(children);
  });

  it('stops within its limit in the middle of a burst, which is FAILED afterwards', async () => {
    const settings = { WORLDSEAT_DATA: await tempFolder(later), WORLDSEAT_ENGINES: 'dsql' };
    const first = start(settings);
    const url = await first.url();
    const bursting = graphql(url, BREAK_IT, { buyers: 20_000, seed: 1 });
    await waitFor(async () => {
      const data = await ask(url, '{ bursts { edges { node { resolved } } } }');
      return /"resolved":[1-9]/.test(JSON.stringify(data));
    });
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(JSON.stringify(await bursting)).toContain('FAILED');
    const second = start(settings);
    const kept = await ask(await second.url(), '{ bursts { edges { node { state note } } } }');
    expect(JSON.stringify(kept)).toContain('The server stopped during this burst');
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('says in one line, with exit code 2, why it cannot start', async () => {
    const folder = await tempFolder(later);
    const file = join(folder, 'file');
    await writeFile(file, '');
    const blocked = start({ WORLDSEAT_DATA: join(file, 'data') });
    expect(await blocked.ended).toBe(2);
    expect(blocked.output()).toMatch(
      /^The data folder .+ cannot be written .+ WORLDSEAT_DATA .+\n$/,
    );

    const wrong = start({ PORT: 'http', WORLDSEAT_ENGINES: 'oracle' });
    expect(await wrong.ended).toBe(2);
    expect(wrong.output().trim().split('\n')).toHaveLength(2);
  });

  it('says whose port and whose folder it is', async () => {
    const dataDir = await tempFolder(later);
    const holder = start({ WORLDSEAT_DATA: dataDir, WORLDSEAT_ENGINES: 'dsql' });
    await holder.url();
    const second = start({ WORLDSEAT_DATA: dataDir, WORLDSEAT_ENGINES: 'dsql' });
    expect(await second.ended).toBe(2);
    expect(second.output()).toMatch(/^Another WorldSeat server uses the data folder .+\n$/);

    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    later(() => taken.close());
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const other = start({ WORLDSEAT_DATA: await tempFolder(later), PORT: String(port) });
    expect(await other.ended).toBe(2);
    expect(other.output()).toMatch(/^127\.0\.0\.1:\d+ is taken by another program; .+\n$/);
    holder.child.kill('SIGINT');
    expect(await holder.ended).toBe(0);
  });
});
