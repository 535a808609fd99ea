// Programs of others that tests drive: found where they are installed; where not, their tests are
// skipped with one loud line, but under CI they fail.
import { execFile, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

export interface Tool {
  readonly name: string;
  /** Prints its version and ends with 0 where it can be used. */
  readonly probe: readonly [command: string, ...args: string[]];
  /** How it is installed, in words. */
  readonly install: string;
}

export function describeWith(tool: Tool, tests: () => void): void {
  const [command, ...args] = tool.probe;
  const isThere = spawnSync(command, args).status === 0;
  if (!isThere && process.env['CI'] !== 'true') {
    console.warn(`SKIPPED: ${tool.name} is not installed (${tool.install})`);
    describe.skip(tool.name, tests);
    return;
  }
  describe(tool.name, () => {
    it(`is installed (${tool.install})`, () => expect(isThere).toBe(true));
    tests();
  });
}

export interface Ending {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** It ended well, and had nothing to complain of. */
export const ok = (output: string): Ending => ({ code: 0, output, errors: '' });

/** For one program: a limit for what hangs. */
const RUN_LIMIT_MS = 60_000;

/** Runs a program to its end. @param environment added to this process's own */
export function runTool(
  [command, ...args]: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>>,
  input = '',
): Promise<Ending> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      { env: { ...process.env, LC_ALL: 'C', ...environment }, timeout: RUN_LIMIT_MS },
      (error, output, errors) => {
        const code = error === null ? 0 : Number(error.code ?? -1);
        resolve({ code, output, errors });
      },
    );
    child.stdin?.end(input);
  });
}
