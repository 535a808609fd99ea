// `npm run bench -- NAME`: measures, and compares with a reference that runs on the same machine in
// the same minutes. Figures go to standard output, progress to standard error. No figure is written
// down anywhere before it was measured.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeAll, type Closers } from '../server/src/close-all.ts';
import { openLog } from '../server/src/log.ts';
import {
  BenchUsageError,
  readBenchArguments,
  USAGE,
  type BenchArguments,
  type BenchName,
} from './bench/arguments.ts';
import { benchFanout } from './bench/fanout.ts';
import { jsonLine, wordsOf, type Figure } from './bench/figures.ts';
import { benchFloor } from './bench/floor-frames.ts';
import { benchGateway, type RoundsOptions } from './bench/gateway.ts';
import { benchLatency } from './bench/latency.ts';
import { openPaths, type Path } from './bench/paths.ts';
import { benchPurchase } from './bench/purchase.ts';
import { benchStart } from './bench/start.ts';
import { benchWitness } from './bench/witness.ts';

const say = (line: string) => console.error(line);

const BENCHES: Readonly<Record<BenchName, (given: BenchArguments) => Promise<Figure[]>>> = {
  fanout: ({ rounds }) => benchFanout({ rounds, say }),
  floor: ({ rounds, seed }) => benchFloor({ rounds, seed, say }),
  gateway: (given) => onPaths(given, benchGateway),
  latency: ({ rounds, seed }) => benchLatency({ rounds, seed, say }),
  purchase: (given) => onPaths(given, benchPurchase),
  start: ({ rounds }) => benchStart({ rounds, say }),
  witness: ({ rounds, seed }) => benchWitness({ rounds, seed, say }),
};

async function onPaths(
  given: BenchArguments,
  bench: (paths: readonly Path[], options: RoundsOptions) => Promise<Figure[]>,
): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'worldseat-bench-'));
  const closers: Closers = [() => rm(folder, { recursive: true, force: true })];
  const { buyers, connections, commitDelayMs } = given;
  say(
    `${buyers} buyers on ${connections} connections, seed ${given.seed}; a writing COMMIT waits ${commitDelayMs} ms`,
  );
  try {
    const options = { folder, connections, commitDelayMs, log: openLog('warn') };
    const paths = await openPaths(options, closers);
    return await bench(paths, { ...given, folder, say });
  } finally {
    await closeAll(closers);
  }
}

try {
  const given = readBenchArguments(process.argv.slice(2));
  for (const figure of await BENCHES[given.name](given)) {
    console.log(given.json ? jsonLine(figure) : wordsOf(figure));
  }
} catch (error) {
  if (!(error instanceof BenchUsageError)) throw error;
  console.error(`${error.message}\n${USAGE}`);
  process.exitCode = 2;
}
