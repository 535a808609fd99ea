// `bench purchase`: purchases per second through WorldSeat's own engine on each path, against
// pgbench's on PostgreSQL itself. What is missing from 1 is the engine, its pool, the driver and,
// where there is one, the gateway.
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { BURST_ORDER_PREFIX, seededRandom, type Order } from '@worldseat/schema/domain';
import type { Engine } from '../../server/src/engines/engine.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import { median, medianRatio, type Figure } from './figures.ts';
import { openFloor, soldOnce } from './floor.ts';
import type { RoundsOptions } from './gateway.ts';
import type { Path } from './paths.ts';
import { pgbenchVersion, runPgbench } from './pgbench.ts';
import { PGBENCH_SCRIPT, SEAT_IDS } from './workload.ts';

const BENCH = 'purchase';
const PGBENCH = 'pgbench direct';

export async function benchPurchase(
  paths: readonly Path[],
  options: RoundsOptions,
): Promise<Figure[]> {
  const hasPgbench = pgbenchVersion() !== null;
  if (!hasPgbench) {
    options.say('SKIPPED: the comparison with pgbench, which is not installed');
  }
  const scriptFile = join(options.folder, 'purchase.sql');
  await writeFile(scriptFile, PGBENCH_SCRIPT);
  const rates = new Map<string, number[]>();
  for (let round = 0; round <= options.rounds; round += 1) {
    const seed = options.seed + round * 10;
    for (const [name, run] of runsOf(paths, hasPgbench ? scriptFile : null, options)) {
      const rate = await run(seed);
      options.say(`round ${round}: ${name} ${Math.round(rate)} purchases/s`);
      // The first round warms caches and code, and is not counted.
      if (round > 0) rates.set(name, [...(rates.get(name) ?? []), rate]);
    }
  }
  const reference = rates.get(PGBENCH);
  return [...rates].map(([name, values]) => {
    const isAlone = reference === undefined || name === PGBENCH;
    return {
      bench: BENCH,
      name,
      value: median(values),
      unit: 'purchases/s',
      against: isAlone ? null : PGBENCH,
      ratio: isAlone ? null : medianRatio(values, reference),
    };
  });
}

type Run = (seed: number) => Promise<number>;

function runsOf(
  paths: readonly Path[],
  scriptFile: string | null,
  options: RoundsOptions,
): [string, Run][] {
  const ofEngine = paths.map(({ name, engine }): [string, Run] => [
    `engine ${name}`,
    (seed) => runEngine(engine, options, seed),
  ]);
  const direct = paths.find(({ name }) => name === 'direct');
  if (scriptFile === null || direct === undefined) return ofEngine;
  const pgbench: Run = async (seed) => {
    const scope = await openFloor(direct.engine);
    const run = await runPgbench(direct.pgbenchTargets, scriptFile, { ...options, seed });
    await soldOnce(direct.engine, scope);
    return run.purchasesPerSecond;
  };
  return [[PGBENCH, pgbench], ...ofEngine];
}

/** As many buyers are served at once as there are connections, in every Region. */
async function runEngine(engine: Engine, options: RoundsOptions, seed: number): Promise<number> {
  const scope = await openFloor(engine);
  await engine.warm();
  const orders = ordersOf(engine.regions, options.buyers, seed);
  const startMs = performance.now();
  await Promise.all(
    Array.from({ length: options.connections }, async (_, worker) => {
      for (let at = worker; at < orders.length; at += options.connections) {
        const order = orders[at];
        if (order === undefined) return;
        const { outcome, fault } = await engine.run(order, naive);
        if (outcome === 'FAILED' || outcome === 'INDETERMINATE') throw new Error(String(fault));
      }
    }),
  );
  const seconds = (performance.now() - startMs) / 1_000;
  await soldOnce(engine, scope);
  return options.buyers / seconds;
}

function ordersOf(regions: readonly string[], buyers: number, seed: number): Order[] {
  const random = seededRandom(seed);
  return Array.from({ length: buyers }, (_, at) => {
    const id = `${BURST_ORDER_PREFIX}bench-${process.pid}-${seed}-${at}`;
    const seatId = SEAT_IDS[Math.floor(random() * SEAT_IDS.length)] ?? '1';
    return { id, seatId, buyer: `b${at}`, region: regions[at % regions.length] ?? '' };
  });
}
