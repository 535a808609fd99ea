// An engine on a database that speaks SQL and has transactions: the strategy runs inside BEGIN…COMMIT
// and is run again, whole, when the database refuses it. What a purchase is promised comes from the
// database's isolation level, and from nothing that is added here.
import { seededRandom, type SeatRow } from '@worldseat/schema/domain';
import { SeatUnknown, type Engine } from '../engine.ts';
import { failed } from './answers.ts';
import type { Retry } from './backoff.ts';
import { openRounds, readFloor, readTables, writeFloor } from './floor.ts';
import { measureLagMs } from './lag.ts';
import { readBack, readLedger, recallSale, resolveOrder } from './ledger.ts';
import type { RegionAddress, SqlOptions } from './options.ts';
import { NO_REGIONS, Regions } from './regions.ts';
import { openRegionPool, type RegionPool, type RegionPoolOptions } from './region-pool.ts';
import { runOrder } from './run.ts';
import { prepare } from './schema/prepare.ts';
import * as statements from './statements.ts';

/** Connects, makes what is missing, reads the version. @throws EngineUnavailable */
export async function openSqlEngine(options: SqlOptions): Promise<Engine> {
  const { facts, deployment, maxAttempts = 20, seed = 1 } = options;
  const retry: Retry = { maxAttempts, random: seededRandom(seed) };
  const pools = options.regions.map((at) => openRegionPool(poolOptions(at, options, retry)));
  const regions = new Regions(facts.id, pools);
  const close = async (): Promise<void> => {
    await Promise.all(pools.map((pool) => pool.close()));
  };
  try {
    const version = await prepared(regions, options, retry);
    const components = options.components(version);
    return { ...facts, ...engineOver(regions, retry), components, deployment, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function poolOptions(at: RegionAddress, options: SqlOptions, retry: Retry): RegionPoolOptions {
  const { dialect, clientClass, connectionsPerRegion = 64, connectionLifetimeMs } = options;
  return {
    at,
    dialect,
    user: options.role ?? at.user,
    ...(clientClass === undefined ? {} : { Client: clientClass() }),
    connections: connectionsPerRegion,
    connectionLifetimeMs,
    retry,
    log: options.log ?? (() => undefined),
  };
}

type EngineCore = Omit<Engine, keyof SqlOptions['facts'] | 'components' | 'deployment' | 'close'>;

function engineOver(regions: Regions, retry: Retry): EngineCore {
  const { pools } = regions;
  const poolOf = (region: string): RegionPool | undefined =>
    pools.find((pool) => pool.region === region);
  return {
    regions: pools.map(({ region }) => region),
    run: async (order, strategy) => {
      const pool = poolOf(order.region);
      if (pool !== undefined) return runOrder(pool, retry, order, strategy);
      const answer = failed(`no Region ${order.region}`, null);
      return { ...answer, attempts: 0, conflicts: [], trace: [] };
    },
    resolve: (order, round) => regions.any((pool) => resolveOrder(pool, retry, order, round)),
    recall: (orderId) => regions.any((pool) => recallSale(pool, orderId)),
    readBack: (keys) => regions.any((pool) => readBack(pool, keys)),
    readLedger: (scope) => readLedger(pools, scope),
    readTables: (seatIds) => readTables(pools, seatIds),
    readSeat: (seatId) => regions.any((pool) => readSeat(pool, seatId)),
    readFloor: () => regions.any(readFloor),
    writeFloor: (floor) => regions.any((pool) => writeFloor(pool, retry, floor)),
    openRounds: (seatIds) => regions.any((pool) => openRounds(pool, retry, seatIds)),
    measureLagMs: () => regions.together(() => measureLagMs(pools, retry)),
    warm: () => regions.each((pool) => pool.warm()),
    health: () => regions.each((pool) => pool.query(statements.PING)),
  };
}

/** @returns the server's version */
function prepared(regions: Regions, options: SqlOptions, retry: Retry): Promise<string> {
  const { role, makeIndex, howToLetIn, adoptsPublicTables } = options;
  const log = options.log ?? (() => undefined);
  const [at] = options.regions;
  const [pool] = regions.pools;
  return regions.together(async () => {
    if (at === undefined || pool === undefined) throw new Error(NO_REGIONS);
    const admin = { ...poolOptions(at, options, retry), user: at.user, connections: 1 };
    // Admin's rights are not kept open.
    const openAdminPool = () => openRegionPool(admin);
    await prepare(pool, openAdminPool, { role, makeIndex, howToLetIn, adoptsPublicTables, log });
    const [row] = await pool.query<{ server_version: string }>(statements.SERVER_VERSION);
    return row?.server_version ?? 'of unknown version';
  });
}

async function readSeat(pool: RegionPool, seatId: string): Promise<SeatRow> {
  const [row] = await pool.query<SeatRow>(statements.readSeat(seatId));
  if (row === undefined) throw new SeatUnknown(`no seat ${seatId} is on sale`);
  return row;
}
