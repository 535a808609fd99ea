// What a killed server leaves, against the real PostgreSQL. What needs root, or a repository that
// the account nobody can read, is skipped, by name, where we have not got it.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reachableBy } from './account.ts';
import { startPostgres } from './index.ts';
import { ask, runs, startAndKillProgram, startAndStopProgram, until } from './test-support.ts';

const isRoot = process.getuid?.() === 0;
const repository = new URL('../../../../', import.meta.url).pathname;
const NOBODY = { uid: 65_534, gid: 65_534 };
const WITHOUT_PTRACE = ['setpriv', '--bounding-set=-sys_ptrace', '--inh-caps=-sys_ptrace'];
const [runner = '', ...options] = WITHOUT_PTRACE;
const canDropPtrace = isRoot && spawnSync(runner, [...options, 'true']).status === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function expectStarts(): Promise<void> {
  const server = await startPostgres({ dataDir: folder });
  const answer = await ask(server, 'SELECT 1');
  await server.stop();
  expect(answer).toEqual([1]);
}

test('an orphan of a killed program is stopped, and the folder opens', async () => {
  const orphan = await startAndKillProgram(folder);
  await expectStarts();
  expect(runs(orphan)).toBe(false);
});

test.skipIf(!canDropPtrace)(
  'without the right to see other accounts, the orphan is stopped all the same',
  async () => {
    const orphan = await startAndKillProgram(folder);
    const said = await startAndStopProgram(folder, { runner: WITHOUT_PTRACE });
    expect(said).toMatch(/^\d+$/);
    expect(runs(orphan)).toBe(false);
  },
);

test('files left that name a stranger are cleared; the stranger lives', async () => {
  const orphan = await startAndKillProgram(folder);
  const { uid, gid } = statSync(join(folder, 'data'));
  process.kill(orphan, 'SIGKILL');
  await until('the orphan is gone', () => Promise.resolve(!runs(orphan)));
  // Of PostgreSQL's account: to another's number it would pay no heed.
  const account = isRoot ? { uid, gid } : {};
  const stranger = spawn('sleep', ['1000'], { ...account, cwd: '/' });
  for (const name of ['data/postmaster.pid', 'run/.s.PGSQL.5432.lock']) {
    const path = join(folder, name);
    const [, ...lines] = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, [stranger.pid, ...lines].join('\n'));
  }
  await expectStarts();
  expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
  stranger.kill();
  await once(stranger, 'exit');
});

test.skipIf(!isRoot || !reachableBy(NOBODY, repository))(
  'as nobody: starts on its own folder, is killed, and root goes on with the same data',
  async () => {
    const own = join(folder, 'own');
    mkdirSync(own);
    spawnSync('chown', [`${NOBODY.uid}:${NOBODY.gid}`, own]);
    const orphan = await startAndKillProgram(own, { account: NOBODY });
    const server = await startPostgres({ dataDir: own });
    const answer = await ask(server, 'SELECT 1');
    await server.stop();
    expect(answer).toEqual([1]);
    expect(runs(orphan)).toBe(false);
    expect(statSync(join(own, 'data')).uid).toBe(NOBODY.uid);
  },
);
