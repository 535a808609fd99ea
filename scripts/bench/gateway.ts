// `bench gateway`: the naive purchase as a pgbench script, against PostgreSQL's Unix socket itself
// and through the gateways; where the time of a purchase goes. Rounds are interleaved, because a
// shared machine has better and worse minutes, and compared within each round.
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { canReadCpu, cpuMs, cpuOfEndedChildrenMs, cpuOfFamilyMs } from './cpu.ts';
import { median, medianRatio, type Figure } from './figures.ts';
import { openFloor, soldOnce } from './floor.ts';
import type { Path, PathName } from './paths.ts';
import { pgbenchVersion, runPgbench } from './pgbench.ts';
import { PGBENCH_SCRIPT, type Workload } from './workload.ts';

const BENCH = 'gateway';

export interface RoundsOptions extends Workload {
  readonly rounds: number;
  readonly seed: number;
  /** Where the pgbench script is written. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** One run of one path. */
interface Sample {
  readonly purchasesPerSecond: number;
  readonly retries: number;
  /** Processor time of each part, in µs for one purchase; empty where it cannot be read. */
  readonly cpuUs: Readonly<Record<string, number>>;
}

export async function benchGateway(
  paths: readonly Path[],
  options: RoundsOptions,
): Promise<Figure[]> {
  if (pgbenchVersion() === null) {
    options.say('SKIPPED: pgbench is not installed (Debian: apt-get install postgresql-contrib)');
    return [];
  }
  if (!canReadCpu) options.say('No processor times: they are read from /proc, which is not here.');
  const scriptFile = join(options.folder, 'purchase.sql');
  await writeFile(scriptFile, PGBENCH_SCRIPT);
  const samples = new Map<PathName, Sample[]>(paths.map(({ name }) => [name, []]));
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const path of paths) {
      const sample = await measure(path, scriptFile, options, options.seed + round * 10);
      options.say(
        `round ${round}: ${path.name} ${Math.round(sample.purchasesPerSecond)} purchases/s`,
      );
      // The first round warms caches and code, and is not counted.
      if (round > 0) samples.get(path.name)?.push(sample);
    }
  }
  return [...samples].flatMap(([name, own]) => figuresOf(name, own, samples.get('direct') ?? []));
}

async function measure(
  path: Path,
  scriptFile: string,
  { buyers, connections }: RoundsOptions,
  seed: number,
): Promise<Sample> {
  const scope = await openFloor(path.engine);
  const before = readCpu(path);
  const run = await runPgbench(path.pgbenchTargets, scriptFile, { buyers, connections, seed });
  const after = readCpu(path);
  await soldOnce(path.engine, scope);
  const parts = Object.entries(after).map(([part, ms]) => {
    return [part, ((ms - (before[part] ?? 0)) * 1_000) / buyers];
  });
  return { ...run, cpuUs: Object.fromEntries(parts) as Record<string, number> };
}

function readCpu({ pids }: Path): Record<string, number> {
  if (!canReadCpu) return {};
  const gateways = pids.gateways.reduce((sum, pid) => sum + cpuMs(pid), 0);
  return {
    pgbench: cpuOfEndedChildrenMs(),
    ...(pids.gateways.length === 0 ? {} : { gateways }),
    PostgreSQL: cpuOfFamilyMs(pids.postgres),
  };
}

function figuresOf(name: PathName, own: readonly Sample[], direct: readonly Sample[]): Figure[] {
  const rates = (samples: readonly Sample[]) => samples.map((each) => each.purchasesPerSecond);
  const against = name === 'direct' ? null : 'direct';
  const ratio = against === null ? null : medianRatio(rates(own), rates(direct));
  const value = median(rates(own));
  const retries = median(own.map((sample) => sample.retries));
  return [
    { bench: BENCH, name, value, unit: 'purchases/s', against, ratio },
    ...Object.keys(own[0]?.cpuUs ?? {}).map((part) => cpuFigure(name, part, own, direct)),
    {
      bench: BENCH,
      name: `${name}: retries`,
      value: retries,
      unit: '',
      against: null,
      ratio: null,
    },
  ];
}

function cpuFigure(
  name: PathName,
  part: string,
  own: readonly Sample[],
  direct: readonly Sample[],
): Figure {
  const times = (samples: readonly Sample[]) => samples.map(({ cpuUs }) => cpuUs[part] ?? NaN);
  const isAlike = name !== 'direct' && part !== 'gateways';
  return {
    bench: BENCH,
    name: `${name}: CPU of ${part}`,
    value: median(times(own)),
    unit: 'µs/purchase',
    against: isAlike ? `direct: CPU of ${part}` : null,
    ratio: isAlike ? medianRatio(times(own), times(direct)) : null,
  };
}
