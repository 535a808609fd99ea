// A child process of this project, with a channel to its parent. Its standard error is the parent's to
// read; it has no standard input and output.
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { programOf } from '../../compiled.mjs';

/** @param entry a file of TypeScript within this package */
export function forkTypeScript(entry: URL): ChildProcess {
  const { file, execArgv } = programOf(entry);
  // NODE_OPTIONS of a debugger or a test runner are meant for the parent.
  const env = { ...process.env };
  delete env['NODE_OPTIONS'];
  // The argument is for people who look at the processes.
  return fork(file, [fileURLToPath(entry)], {
    execArgv: [...execArgv],
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}
