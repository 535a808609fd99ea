// How long a Region takes to show what another has acknowledged, measured with one small row: the
// first Region writes it, the others read it again and again.
import type { FloorRecord } from '../engine.ts';
import type { Retry } from './backoff.ts';
import { LAG_LIMIT_MS } from './options.ts';
import type { RegionPool } from './region-pool.ts';
import { readLagProbe, writeLagProbe } from './statements.ts';
import { inTransaction } from './transaction.ts';

/** Its round goes up by one each time. */
type Probe = Pick<FloorRecord, 'round'>;

/** A Region did not show the write for LAG_LIMIT_MS. */
export class LagUnmeasured extends Error {
  override readonly name = 'LagUnmeasured';
  readonly code = 'LAG_UNMEASURED';
}

/** @returns milliseconds; 0 of a single Region. @throws LagUnmeasured, what the database answers */
export async function measureLagMs(pools: readonly RegionPool[], retry: Retry): Promise<number> {
  const [first, ...others] = pools;
  if (first === undefined || others.length === 0) return 0;
  // A connection that has to be opened first is no lag.
  await Promise.all(others.map((pool) => pool.query(readLagProbe)));
  const written = await inTransaction(first, retry, async (client) => {
    const { rows } = await client.query<Probe>(writeLagProbe);
    return rows[0]?.round ?? 0;
  });
  const acknowledgedMs = performance.now();
  const lags = others.map(async (pool) => {
    await untilShown(pool, written, acknowledgedMs + LAG_LIMIT_MS);
    return performance.now() - acknowledgedMs;
  });
  return Math.max(...(await Promise.all(lags)));
}

/** Each reading waits for its answer, so the next one is no burden. */
async function untilShown(pool: RegionPool, written: number, untilMs: number): Promise<void> {
  for (;;) {
    const [probe] = await pool.query<Probe>(readLagProbe);
    if (probe !== undefined && probe.round >= written) return;
    if (performance.now() > untilMs) {
      const limit = `within ${LAG_LIMIT_MS / 1_000} s`;
      throw new LagUnmeasured(`${pool.region} does not show an acknowledged write ${limit}`);
    }
  }
}
