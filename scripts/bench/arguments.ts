// The command line of `npm run bench`, read once.
import { parseArgs } from 'node:util';

export const BENCH_NAMES = [
  'fanout',
  'floor',
  'gateway',
  'latency',
  'purchase',
  'start',
  'witness',
] as const;
export type BenchName = (typeof BENCH_NAMES)[number];

export const USAGE = `Usage: npm run bench -- NAME [--json]
  fanout     1,000 viewers of one floor, against raw ws sending the same bytes: the server's CPU
  floor      two floors of 80,000 seats in a browser: a frame's work under 20,000 changes/s each
  gateway    pgbench against PostgreSQL itself and through the gateways, and where the time goes
  latency    from a sale's commit to its seat's pixel in a browser: driven at 5,000 sales a second
             without databases, then by purchases in both databases
  purchase   the engine on each of these paths against pgbench
  start      the local cloud, cold and warm, against PostgreSQL alone
  witness    the verdict on millions of entries, against one plain look at each
  --rounds 5             that are counted; one more is run first
  --buyers 20000         of a run, for 5,000 seats                     gateway, purchase
  --connections 20       of both Regions together                      gateway, purchase
  --commit-delay-ms 0    of the gateways; 0: their own cost alone      gateway, purchase
  --seed 1`;

export interface BenchArguments {
  readonly name: BenchName;
  readonly json: boolean;
  readonly rounds: number;
  readonly buyers: number;
  readonly connections: number;
  readonly commitDelayMs: number;
  readonly seed: number;
}

export class BenchUsageError extends Error {
  override readonly name = 'BenchUsageError';
  readonly code = 'USAGE';
}

const OPTIONS = {
  json: { type: 'boolean', default: false },
  rounds: { type: 'string', default: '5' },
  buyers: { type: 'string', default: '20000' },
  connections: { type: 'string', default: '20' },
  'commit-delay-ms': { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
} as const;

/** @throws BenchUsageError */
export function readBenchArguments(args: readonly string[]): BenchArguments {
  const { values, positionals } = parse(args);
  const name = BENCH_NAMES.find((known) => known === positionals[0]);
  if (name === undefined || positionals.length !== 1) {
    throw new BenchUsageError(`one bench of ${BENCH_NAMES.join(', ')} must be named`);
  }
  const connections = whole('connections', values.connections, 2, 400);
  if (connections % 2 !== 0) throw new BenchUsageError('--connections must be an even number');
  return {
    name,
    json: values.json,
    rounds: whole('rounds', values.rounds, 1, 1_000),
    buyers: whole('buyers', values.buyers, connections, 10_000_000),
    connections,
    commitDelayMs: whole('commit-delay-ms', values['commit-delay-ms'], 0, 10_000),
    seed: whole('seed', values.seed, 0, 2 ** 31),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new BenchUsageError(words, { cause: error });
  }
}

function whole(name: string, given: string, min: number, max: number): number {
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= min && value <= max) return value;
  throw new BenchUsageError(
    `--${name} must be a whole number from ${min} to ${max}, not "${given}"`,
  );
}
