// What ends a PostgreSQL whose program is gone: a shell that waits for the end of a pipe, which comes
// when the program ends, however it ends. Without it a program that was killed would leave the server
// process, which has a session of its own, on the machine for ever.
// It signals nobody while the program lives: that is the program's business.
import { spawn, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import type { Account } from './account.ts';

/** `read` returns at the end of the pipe: nobody ever writes to it. */
const STOP_AT_THE_END = 'read -r nothing; kill -INT "$1"';

/** @param child was just started; its guard ends with it. @param account what it runs as */
export function guard(child: ChildProcess, account: Account | null): void {
  if (child.pid === undefined) return;
  const words = ['-c', STOP_AT_THE_END, 'guard-of-postgres', String(child.pid)];
  const shell = spawn('/bin/sh', words, {
    ...account,
    cwd: '/',
    // A session of its own: what ends the program must not end the guard.
    detached: true,
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Where there is no shell, the next start on the same folder stops what was left.
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  // It must not keep the program alive.
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  // Another process may get the number: nobody may be left who would signal it.
  child.once('exit', () => shell.kill('SIGKILL'));
}
