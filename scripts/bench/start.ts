// `bench start`: from the command to the moment when every endpoint of the local cloud answers, the
// first time in an empty folder (cold) and again (warm), against a bare PostgreSQL that is started
// the same two ways inside this process.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../server/src/local/postgres/index.ts';
import { median, medianRatio, type Figure } from './figures.ts';

const BENCH = 'start';
/** For one start: a limit for what hangs. */
const START_LIMIT_MS = 60_000;
const KINDS = ['cold', 'warm'] as const;

export interface StartOptions {
  readonly rounds: number;
  readonly say: (line: string) => void;
}

export async function benchStart({ rounds, say }: StartOptions): Promise<Figure[]> {
  const times: Record<string, number[]> = {};
  // The first round puts files into the system's cache and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'worldseat-bench-'));
    try {
      for (const kind of KINDS) {
        const cloudMs = await startCloudOnce(join(folder, 'cloud'));
        const postgresMs = await startPostgresOnce(join(folder, 'postgres'));
        say(`round ${round}: ${kind} ${ms(cloudMs)}, PostgreSQL alone ${ms(postgresMs)}`);
        if (round === 0) continue;
        (times[`${kind} local cloud`] ??= []).push(cloudMs);
        (times[`${kind} PostgreSQL`] ??= []).push(postgresMs);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return KINDS.flatMap((kind) => figuresOf(kind, times));
}

function figuresOf(kind: string, times: Readonly<Record<string, readonly number[]>>): Figure[] {
  const [cloud, postgres] = [`${kind} local cloud`, `${kind} PostgreSQL`];
  const [own, bare] = [times[cloud] ?? [], times[postgres] ?? []];
  return [
    { bench: BENCH, name: postgres, value: median(bare), unit: 'ms', against: null, ratio: null },
    {
      bench: BENCH,
      name: cloud,
      value: median(own),
      unit: 'ms',
      against: postgres,
      ratio: medianRatio(own, bare),
    },
  ];
}

async function startPostgresOnce(dataDir: string): Promise<number> {
  const startMs = performance.now();
  const postgres = await startPostgres({ dataDir });
  const tookMs = performance.now() - startMs;
  await postgres.stop();
  return tookMs;
}

/** The whole program, from its spawn to its line. */
function startCloudOnce(dataDir: string): Promise<number> {
  const script = join(import.meta.dirname, '..', 'local-cloud.ts');
  const env = { ...process.env, WORLDSEAT_DATA: dataDir };
  const startMs = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--json'], {
    cwd: import.meta.dirname,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let tookMs: number | null = null;
  child.stdout.once('data', () => {
    tookMs = performance.now() - startMs;
    child.kill('SIGTERM');
  });
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(limit);
      if (tookMs !== null && status === 0) resolve(tookMs);
      else reject(new Error(`the local cloud ended with ${String(status)}`));
    });
  });
}

const ms = (value: number): string => `${Math.round(value)} ms`;
