// The seats that are on sale and the floor record: opening rounds in transactions of bounded size,
// and the seats table as each Region shows it.
import type { RegionTable, Scope, SeatRow } from '@worldseat/schema/domain';
import { chunksOf, mapBounded } from '../bounded.ts';
import type { FloorRecord } from '../engine.ts';
import type { Retry } from './backoff.ts';
import { messageOf } from './faults.ts';
import { ROWS_PER_TRANSACTION } from './options.ts';
import type { RegionPool } from './region-pool.ts';
import * as statements from './statements.ts';
import { inTransaction } from './transaction.ts';

/** Transactions side by side: their seats differ, so that none can meet another. */
const MAX_PARALLEL = 4;

/**
 * Chunk by chunk, each of them whole or not at all; repeating it raises the rounds again.
 * @throws the first fault, when no transaction of it is under way any more
 */
export async function openRounds(
  pool: RegionPool,
  retry: Retry,
  seatIds: readonly string[],
): Promise<Scope> {
  const rounds = new Map([...seatIds].map((seatId) => [seatId, 0]));
  const distinct = [...rounds.keys()];
  await mapBounded(chunksOf(distinct, ROWS_PER_TRANSACTION), MAX_PARALLEL, async (chunk) => {
    const statement = statements.openRound(chunk);
    const rows = await inTransaction(pool, retry, async (client) => {
      const result = await client.query<{ seatId: string; round: number }>(statement);
      return result.rows;
    });
    for (const { seatId, round } of rows) rounds.set(seatId, round);
  });
  return rounds;
}

/** Does not throw: a Region that does not answer says so in its place. */
export function readTables(
  pools: readonly RegionPool[],
  seatIds: readonly string[],
): Promise<readonly RegionTable[]> {
  const statement = statements.readSeats(seatIds);
  return Promise.all(
    pools.map(async (pool): Promise<RegionTable> => {
      const { region } = pool;
      try {
        return { region, rows: await pool.query<SeatRow>(statement) };
      } catch (error) {
        return { region, unreachable: messageOf(error) };
      }
    }),
  );
}

export async function readFloor(pool: RegionPool): Promise<FloorRecord | null> {
  const [floor] = await pool.query<FloorRecord>(statements.readFloor);
  return floor ?? null;
}

export async function writeFloor(
  pool: RegionPool,
  retry: Retry,
  { venue, round }: FloorRecord,
): Promise<void> {
  await inTransaction(pool, retry, (client) => client.query(statements.writeFloor(venue, round)));
}
