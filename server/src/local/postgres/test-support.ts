// What the launcher's tests share: asking a server something, waiting for it, and a program that is
// killed with its server running.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import type { PostgresServer } from './index.ts';

/** The values of one statement's rows, in one list, over a connection of its own. */
export async function ask(server: PostgresServer, text: string): Promise<unknown[]> {
  const { socketDir: host, port, superuser: user, database } = server;
  const client = new pg.Client({ host, port, user, database });
  // A test kills servers under its connection; the statement reports that by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' });
    return rows.flat();
  } finally {
    await client.end();
  }
}

export async function untilAnswers(server: PostgresServer): Promise<void> {
  await until('PostgreSQL answers', () =>
    ask(server, 'SELECT 1').then(
      () => true,
      () => false,
    ),
  );
}

/** @throws after 20 s, naming what was awaited */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const giveUpAtMs = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > giveUpAtMs) throw new Error(`waited 20 s until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** False also for a process that is dead and not yet waited for by its parent. */
export function runs(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z]/.test(stdout.trim());
}

export interface ProgramOptions {
  readonly account?: { readonly uid: number; readonly gid: number };
  /** A command that runs the program, such as setpriv with its options. */
  readonly runner?: readonly string[];
}

/** Starts PostgreSQL in a program of its own, and answers both. */
export async function startProgram(
  dataDir: string,
  options: ProgramOptions = {},
): Promise<{ readonly program: ChildProcess; readonly pid: number }> {
  const program = spawnProgram(dataDir, options);
  const [line] = (await once(createInterface({ input: program.stdout }), 'line')) as [string];
  return { program, pid: Number(line) };
}

/** The same, kills the program and what would end its PostgreSQL, and answers the orphan's pid. */
export async function startAndKillProgram(
  dataDir: string,
  options: ProgramOptions = {},
): Promise<number> {
  const { program, pid } = await startProgram(dataDir, options);
  for (const guard of guardsOf(pid)) process.kill(guard, 'SIGKILL');
  program.kill('SIGKILL');
  await once(program, 'exit');
  return pid;
}

/** Process ids of the guards of that PostgreSQL, from the process list. */
export function guardsOf(pid: number): readonly number[] {
  const columns = ['-A', '-o', 'pid=', '-o', 'stat=', '-o', 'args='];
  const { stdout } = spawnSync('ps', columns, { encoding: 'utf8' });
  const guard = new RegExp(`^\\s*(\\d+) +[^Z ]\\S* +.* guard-of-postgres ${pid}$`, 'gm');
  return [...stdout.matchAll(guard)].map(([, id]) => Number(id));
}

/** Starts PostgreSQL in a program of its own and stops it; answers its pid, or the error. */
export async function startAndStopProgram(
  dataDir: string,
  options: ProgramOptions,
): Promise<string> {
  const child = spawnProgram(dataDir, options);
  child.stdin.end();
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return said.trim();
}

function spawnProgram(dataDir: string, { account, runner = [] }: ProgramOptions) {
  const launcher = new URL('./index.ts', import.meta.url).href;
  const program = `const { startPostgres } = await import(${JSON.stringify(launcher)});
    try {
      const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
      console.log(server.pid);
      for await (const nothing of process.stdin);
      await server.stop();
    } catch (error) {
      console.log(error.code + ': ' + error.message);
    }`;
  const node = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const [command = process.execPath, ...words] = [...runner, process.execPath, ...node];
  return spawn(command, words, {
    ...account,
    cwd: import.meta.dirname,
    env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}
