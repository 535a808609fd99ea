// The launcher against the real PostgreSQL: any account, any folder, any kind of crash. What needs
// root (running as another account, folders closed to it) is skipped, by name, where we are not.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reachableBy } from './account.ts';
import { PostgresFault, startPostgres } from './index.ts';
import { ask, runs, startAndKillProgram, until, untilAnswers } from './test-support.ts';

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

  test('an orphan of a killed program is stopped, and the folder opens', async () => {
    const orphan = await startAndKillProgram(folder, {});
    const server = await startPostgres({ dataDir: folder });
    const answer = await ask(server, 'SELECT 1');
    const { pid } = server;
    await server.stop();
    expect(answer).toEqual([1]);
    expect(pid).not.toBe(orphan);
    expect(runs(orphan)).toBe(false);
  });

  test('a stale pid file that names a stranger is cleared; the stranger lives', async () => {
    const first = await startPostgres({ dataDir: folder });
    const pidFile = join(folder, 'data/postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    await first.stop();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    writeFileSync(pidFile, [stranger.pid, ...lines.slice(1)].join('\n'));
    const second = await startPostgres({ dataDir: folder });
    const answer = await ask(second, 'SELECT 1');
    await second.stop();
    expect([answer, stranger.exitCode, stranger.signalCode]).toEqual([[1], null, null]);
    stranger.kill();
    await once(stranger, 'exit');
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

  test.skipIf(!reachableBy(NOBODY, repository))(
    'as nobody: starts on its own folder, is killed, and root goes on with the same data',
    async () => {
      const own = join(folder, 'own');
      mkdirSync(own);
      spawnSync('chown', [`${NOBODY.uid}:${NOBODY.gid}`, own]);
      const orphan = await startAndKillProgram(own, NOBODY);
      const server = await startPostgres({ dataDir: own });
      const answer = await ask(server, 'SELECT 1');
      await server.stop();
      expect(answer).toEqual([1]);
      expect(runs(orphan)).toBe(false);
      expect(statSync(join(own, 'data')).uid).toBe(NOBODY.uid);
    },
  );
});
