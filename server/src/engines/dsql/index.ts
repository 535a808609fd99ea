// The `dsql` engine: snapshot isolation (REPEATABLE READ) over one database with an endpoint per
// Region, as Aurora DSQL offers it. Its promise, at most one sale per seat and round, comes from the
// database refusing the second writer of a row, and from nothing the engine adds.
import { seededRandom } from '@worldseat/schema/domain';
import { EngineUnavailable, SeatUnknown, type Engine } from '../engine.ts';
import type { Retry } from './backoff.ts';
import { messageOf } from './faults.ts';
import { openRounds, readFloor, readTables, writeFloor } from './floor.ts';
import { readBack, readLedger, recallSale, resolveOrder } from './ledger.ts';
import { CONNECTION_LIFETIME_MS, type DsqlOptions, type DsqlRegionOptions } from './options.ts';
import { openRegionPool, type RegionPool, type RegionPoolOptions } from './region-pool.ts';
import { runOrder } from './run.ts';
import * as statements from './statements.ts';
import { prepare } from './schema/prepare.ts';
import type { SeatRow } from '@worldseat/schema/domain';

export { reach, type DsqlAccess, type DsqlEndpoint } from './access.ts';
export type { DsqlOptions } from './options.ts';

const ID = 'dsql';

/** Connects, makes what is missing, reads the version. @throws EngineUnavailable */
export async function openDsqlEngine(options: DsqlOptions): Promise<Engine> {
  const { maxAttempts = 20, seed = 1 } = options;
  const retry: Retry = { maxAttempts, random: seededRandom(seed) };
  const pools = options.regions.map((at) => openRegionPool(poolOptions(at, options, retry)));
  const close = async (): Promise<void> => {
    await Promise.all(pools.map((pool) => pool.close()));
  };
  try {
    const version = await prepared(pools, options, retry);
    const components = options.components(version);
    return { ...engineOver(pools, retry), components, deployment: options.deployment, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function poolOptions(at: DsqlRegionOptions, options: DsqlOptions, retry: Retry): RegionPoolOptions {
  const { connectionsPerRegion = 64, connectionLifetimeMs = CONNECTION_LIFETIME_MS } = options;
  return {
    at,
    user: options.role ?? at.user,
    connections: connectionsPerRegion,
    connectionLifetimeMs,
    retry,
    log: options.log ?? (() => undefined),
  };
}

type EngineCore = Omit<Engine, 'components' | 'deployment' | 'close'>;

function engineOver(pools: readonly RegionPool[], retry: Retry): EngineCore {
  const poolOf = (region: string): RegionPool | undefined =>
    pools.find((pool) => pool.region === region);
  return {
    id: ID,
    name: 'Aurora DSQL',
    consistency: 'snapshot isolation',
    regions: pools.map(({ region }) => region),
    run: async (order, strategy) => {
      const pool = poolOf(order.region);
      if (pool !== undefined) return runOrder(pool, retry, order, strategy);
      const fault = `no Region ${order.region}`;
      return { outcome: 'FAILED', sale: null, read: null, attempts: 0, conflicts: [], fault };
    },
    resolve: (order, round) => fromAny(pools, (pool) => resolveOrder(pool, retry, order, round)),
    recall: (orderId) => fromAny(pools, (pool) => recallSale(pool, orderId)),
    readBack: (keys) => fromAny(pools, (pool) => readBack(pool, keys)),
    readLedger: (scope) => readLedger(pools, scope),
    readTables: () => readTables(pools),
    readSeat: (seatId) => fromAny(pools, (pool) => readSeat(pool, seatId)),
    readFloor: () => fromAny(pools, readFloor),
    writeFloor: (floor) => fromAny(pools, (pool) => writeFloor(pool, retry, floor)),
    openRounds: (seatIds) => fromAny(pools, (pool) => openRounds(pool, retry, seatIds)),
    warm: () => onEach(pools, (pool) => pool.warm()),
    health: () => onEach(pools, (pool) => pool.query(statements.PING)),
  };
}

/** @returns the server's version */
async function prepared(
  pools: readonly RegionPool[],
  options: DsqlOptions,
  retry: Retry,
): Promise<string> {
  const { asynchronousIndexes = true, adoptsPublicTables = false, role = null } = options;
  const log = options.log ?? (() => undefined);
  return fromAny(pools.slice(0, 1), async (pool) => {
    const openAdminPool = () => {
      const [at] = options.regions;
      if (at === undefined) throw new Error('it has no Regions');
      // Admin's rights are not kept open.
      return openRegionPool({ ...poolOptions(at, options, retry), user: at.user, connections: 1 });
    };
    await prepare(pool, openAdminPool, { role, asynchronousIndexes, adoptsPublicTables, log });
    const [row] = await pool.query<{ server_version: string }>(statements.SERVER_VERSION);
    return row?.server_version ?? 'of unknown version';
  });
}

async function readSeat(pool: RegionPool, seatId: string): Promise<SeatRow> {
  const [row] = await pool.query<SeatRow>(statements.readSeat(seatId));
  if (row === undefined) throw new SeatUnknown(`no seat ${seatId} is on sale`);
  return row;
}

/** Asks the Regions in turn until one answers: each speaks for the same database. */
async function fromAny<Result>(
  pools: readonly RegionPool[],
  ask: (pool: RegionPool) => Promise<Result>,
): Promise<Result> {
  let refusal: unknown = new Error('it has no Regions');
  for (const pool of pools) {
    try {
      return await ask(pool);
    } catch (error) {
      if (error instanceof SeatUnknown || error instanceof RangeError) throw error;
      refusal = error;
    }
  }
  throw new EngineUnavailable(ID, messageOf(refusal), refusal);
}

/** @throws EngineUnavailable naming the first Region that does not answer */
async function onEach(
  pools: readonly RegionPool[],
  ask: (pool: RegionPool) => Promise<unknown>,
): Promise<void> {
  const ends = await Promise.allSettled(pools.map(ask));
  ends.forEach((end, index) => {
    if (end.status === 'fulfilled') return;
    const region = pools[index]?.region ?? '';
    throw new EngineUnavailable(ID, `${region}: ${messageOf(end.reason)}`, end.reason);
  });
}
