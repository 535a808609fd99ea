// PostgreSQL's own load generator, one process for each Region, each on its share of the
// connections. It retries what the database refuses with 40001, as the engine does.
import { spawn, spawnSync } from 'node:child_process';

export interface PgbenchTarget {
  readonly region: string;
  /** What libpq reads: PGHOST, PGPORT, PGUSER, PGPASSWORD, PGSSLMODE, … */
  readonly environment: Readonly<Record<string, string>>;
}

export interface PgbenchRun {
  readonly purchasesPerSecond: number;
  readonly retries: number;
}

const PGBENCH = 'pgbench';
const MAX_TRIES = 20;
/** For one run: a limit for what hangs. */
const RUN_LIMIT_MS = 300_000;

/** Its version line; null: it is not installed. */
export function pgbenchVersion(): string | null {
  const { status, stdout } = spawnSync(PGBENCH, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** @throws Error when one of them fails, or gives a purchase up */
export async function runPgbench(
  targets: readonly PgbenchTarget[],
  scriptFile: string,
  options: { readonly buyers: number; readonly connections: number; readonly seed: number },
): Promise<PgbenchRun> {
  const share = { ...options, connections: options.connections / targets.length };
  const perConnection = Math.floor(options.buyers / options.connections);
  const outputs = await Promise.all(
    targets.map((target, at) =>
      runOne(target, argumentsOf(target, scriptFile, perConnection, share, at)),
    ),
  );
  const ends = outputs.map((output) => endOf(output, perConnection * share.connections));
  // Both started together: the slower one ends the run.
  const seconds = Math.max(...ends.map(({ seconds }) => seconds));
  const sum = (pick: (end: End) => number) => ends.reduce((total, end) => total + pick(end), 0);
  return {
    purchasesPerSecond: sum((end) => end.purchases) / seconds,
    retries: sum((end) => end.retries),
  };
}

function argumentsOf(
  { region }: PgbenchTarget,
  scriptFile: string,
  perConnection: number,
  { connections, seed }: { readonly connections: number; readonly seed: number },
  at: number,
): string[] {
  return [
    ...['--no-vacuum', '--protocol=prepared', `--file=${scriptFile}`, `--max-tries=${MAX_TRIES}`],
    ...[`--client=${connections}`, `--transactions=${perConnection}`],
    ...[`--random-seed=${seed + at}`, `--define=region_name=${region}`],
  ];
}

function runOne({ environment }: PgbenchTarget, args: readonly string[]): Promise<string> {
  // Nothing of the caller's own PG* settings.
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', ...environment };
  return new Promise((resolve, reject) => {
    const child = spawn(PGBENCH, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const limit = setTimeout(() => child.kill('SIGKILL'), RUN_LIMIT_MS);
    let [output, errors] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    child.once('error', reject);
    child.once('close', (status, signal) => {
      clearTimeout(limit);
      if (status === 0) resolve(output);
      else reject(new Error(`pgbench ended with ${status ?? signal ?? ''}: ${errors.trim()}`));
    });
  });
}

interface End {
  readonly purchases: number;
  readonly retries: number;
  readonly seconds: number;
}

function endOf(output: string, expected: number): End {
  const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? NaN);
  const purchases = number(/transactions actually processed: (\d+)/);
  const failed = number(/number of failed transactions: (\d+)/);
  const tps = number(/^tps = ([\d.]+)/m);
  if (purchases !== expected || failed !== 0 || !(tps > 0)) {
    throw new Error(`pgbench did not make ${expected} purchases:\n${output}`);
  }
  return { purchases, retries: number(/total number of retries: (\d+)/), seconds: purchases / tps };
}
