// The launcher against the real PostgreSQL: any account, any folder, any kind of crash. What needs
// root (running as another account, folders closed to it) is skipped, by name, where we are not.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reachableBy } from './account.ts';
import { PostgresFault, startPostgres } from './index.ts';
import { ask, startAndStopProgram, until, untilAnswers } from './test-support.ts';

const isRoot = process.getuid?.() === 0;
const repository = new URL('../../../../', import.meta.url).pathname;
const NOBODY = { uid: 65_534, gid: 65_534 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('starts, keeps what it was told, stops, starts again; durable, and by socket only', async () => {
  const first = await startPostgres({ dataDir: folder, settings: { fsync: 'off' } });
  await ask(first, 'CREATE TABLE kept (id int)');
  await ask(first, 'INSERT INTO kept VALUES (7)');
  const names = `'fsync', 'synchronous_commit', 'listen_addresses', 'TimeZone', 'server_encoding'`;
  const shown = await ask(
    first,
    `SELECT name || '=' || setting FROM pg_settings WHERE name IN (${names}) ORDER BY 1`,
  );
  await first.stop();
  const second = await startPostgres({ dataDir: folder });
  const kept = await ask(second, 'SELECT id FROM kept');
  const collation = await ask(
    second,
    'SELECT datcollate FROM pg_database WHERE datname = current_database()',
  );
  const { mode } = statSync(second.socketDir);
  await second.stop();
  await second.stop();
  expect(shown).toEqual([
    'TimeZone=UTC',
    'fsync=on',
    'listen_addresses=',
    'server_encoding=UTF8',
    'synchronous_commit=on',
  ]);
  expect([kept, collation, mode & 0o777]).toEqual([[7], ['C'], 0o700]);
  expect(await second.exited).toEqual({ reason: 'STOPPED' });
});

test('a path too long for a socket gets a short private folder, gone after stop', async () => {
  const long = join(folder, 'x'.repeat(120));
  const server = await startPostgres({ dataDir: long });
  const answer = await ask(server, 'SELECT 1');
  const { socketDir } = server;
  await server.stop();
  expect(answer).toEqual([1]);
  expect(socketDir.startsWith(folder)).toBe(false);
  expect(existsSync(socketDir)).toBe(false);
});

describe('after a crash', () => {
  test('the server process killed: started again on the same socket, with its data', async () => {
    const server = await startPostgres({ dataDir: folder });
    await ask(server, 'CREATE TABLE kept (id int)');
    const { pid } = server;
    process.kill(pid, 'SIGKILL');
    await untilAnswers(server);
    const kept = await ask(server, 'SELECT count(*)::int FROM kept');
    const restarted = server.pid;
    await server.stop();
    expect(kept).toEqual([0]);
    expect(restarted).not.toBe(pid);
  });

  test('a server that keeps dying is given up, with its last words', async () => {
    const server = await startPostgres({ dataDir: folder });
    const deaths = new Set<number>();
    while (deaths.size < 6) {
      await untilAnswers(server);
      deaths.add(server.pid);
      process.kill(server.pid, 'SIGKILL');
      const restarted = (): Promise<boolean> => Promise.resolve(!deaths.has(server.pid));
      if (deaths.size < 6) await until('PostgreSQL is restarted', restarted);
    }
    const end = await server.exited;
    await server.stop();
    expect(end).toMatchObject({ reason: 'GAVE_UP', fault: { code: 'POSTGRES_GAVE_UP' } });
  });

  test('one backend killed: the server process lives on and answers', async () => {
    const server = await startPostgres({ dataDir: folder });
    const { pid } = server;
    const killed = ask(server, `SELECT pg_backend_pid(), pg_sleep(60)`).catch(() => 'lost');
    const sleepers = `SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'`;
    let backends: unknown[] = [];
    await until('a backend sleeps', async () => {
      backends = await ask(server, sleepers);
      return backends.length > 0;
    });
    for (const backend of backends) process.kill(Number(backend), 'SIGKILL');
    expect(await killed).toBe('lost');
    await untilAnswers(server);
    const samePid = server.pid;
    await server.stop();
    expect(samePid).toBe(pid);
  });

  test('drafts of installs that were killed are removed, others are kept', async () => {
    const server = await startPostgres({ dataDir: folder });
    await server.stop();
    const [installed = ''] = readdirSync(folder).filter((name) => name.startsWith('native-'));
    const [left, underWay] = [
      `${installed}.draft-${2 ** 22 + 1}`,
      `${installed}.draft-${process.ppid}`,
    ];
    for (const draft of [left, underWay])
      mkdirSync(join(folder, draft, 'bin'), { recursive: true });
    const again = await startPostgres({ dataDir: folder });
    await again.stop();
    const native = readdirSync(folder).filter((name) => name.startsWith('native-'));
    expect(native).toEqual([installed, underWay]);
  });

  test('an initdb that was interrupted leaves nothing that looks whole', async () => {
    mkdirSync(join(folder, 'data.new/base'), { recursive: true });
    writeFileSync(join(folder, 'data.new/PG_VERSION'), '16\n');
    const server = await startPostgres({ dataDir: folder });
    const answer = await ask(server, 'SELECT 1');
    await server.stop();
    expect(answer).toEqual([1]);
  });
});

test('a backend that does not let go of the pipes does not make a dead server look alive', async () => {
  const server = await startPostgres({ dataDir: folder });
  const lost = ask(server, 'SELECT pg_sleep(60)').catch(() => 'lost');
  const sleepers = `SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'`;
  let backend = 0;
  await until('a backend sleeps', async () => {
    backend = Number((await ask(server, sleepers))[0] ?? 0);
    return backend > 0;
  });
  process.kill(backend, 'SIGSTOP');
  const stopped = server.stop();
  process.kill(server.pid, 'SIGKILL');
  await stopped;
  process.kill(backend, 'SIGKILL');
  expect(await server.exited).toEqual({ reason: 'STOPPED' });
  expect(await lost).toBe('lost');
});

test('data of another PostgreSQL version is refused in words', async () => {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data/PG_VERSION'), '15\n');
  const refused = await startPostgres({ dataDir: folder }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(PostgresFault);
  expect(refused).toMatchObject({
    code: 'POSTGRES_DATA_UNUSABLE',
    message: expect.stringContaining('holds data of PostgreSQL 15, this is 16') as string,
  });
});

describe.skipIf(!isRoot)('as root', () => {
  test('runs as another account, also in a folder that is closed to it', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const server = await startPostgres({ dataDir: join(closed, 'deep') });
    const answer = await ask(server, 'SELECT 1');
    const uid = spawnSync('ps', ['-o', 'uid=', '-p', String(server.pid)], { encoding: 'utf8' });
    await server.stop();
    expect(answer).toEqual([1]);
    expect(Number(uid.stdout)).not.toBe(0);
    expect(statSync(closed).mode & 0o777).toBe(0o700);
  });
});

describe.skipIf(!isRoot || !reachableBy(NOBODY, repository))('as nobody', () => {
  test('data and folders of another account are refused in words', async () => {
    const data = join(folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    chmodSync(folder, 0o777);
    const ofAnother = await startAndStopProgram(folder, { account: NOBODY });
    chmodSync(folder, 0o755);
    const closed = await startAndStopProgram(join(folder, 'new'), { account: NOBODY });
    expect([ofAnother, closed]).toEqual([
      `POSTGRES_DATA_UNUSABLE: ${data} belongs to user 0: start as that user, or choose another data folder`,
      `POSTGRES_DATA_UNUSABLE: ${folder}/new cannot be written: choose another data folder`,
    ]);
  });
});
