// PostgreSQL does not outlive the program that started it, however that ends, and its guard does not
// outlive PostgreSQL.
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPostgres } from './index.ts';
import { ask, guardsOf, runs, startProgram, until, untilAnswers } from './test-support.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

const isGone = (pid: number) => Promise.resolve(!runs(pid) && guardsOf(pid).length === 0);

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a program ended by %s: so is its PostgreSQL',
  async (signal) => {
    const { program, pid } = await startProgram(folder);
    expect(runs(pid)).toBe(true);
    program.kill(signal);
    expect(await once(program, 'exit')).toEqual([null, signal]);
    await until('PostgreSQL is gone', () => isGone(pid));
    // In order: what it knew is there without a recovery.
    const lines: string[] = [];
    const server = await startPostgres({ dataDir: folder, log: (line) => lines.push(line) });
    await server.stop();
    expect(lines.filter((line) => /not properly shut down/.test(line))).toEqual([]);
  },
);

test('one that was started again is guarded as the first was; a stop ends the guard', async () => {
  const server = await startPostgres({ dataDir: folder });
  const { pid } = server;
  expect(guardsOf(pid)).toHaveLength(1);
  process.kill(pid, 'SIGKILL');
  await untilAnswers(server);
  await until('the guard of the dead one is gone', () => isGone(pid));
  const restarted = server.pid;
  expect(guardsOf(restarted)).toHaveLength(1);
  expect(await ask(server, 'SELECT 1')).toEqual([1]);
  await server.stop();
  await until('nothing is left', () => isGone(restarted));
});
