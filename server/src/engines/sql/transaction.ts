// How transactions begin and end, and those that are not a purchase: raising rounds, fencing an
// order. These are run whole, and whole again after a refusal, a bounded number of times. All they
// do may be done twice, so a lost answer is no reason to stop.
import type { PoolClient } from 'pg';
import { backOff, type Retry } from './backoff.ts';
import { beginOf, type Dialect } from './dialect.ts';
import { faultKind, NotCommitted, RULES } from './faults.ts';
import type { RegionPool } from './region-pool.ts';
import { COMMIT, ROLLBACK } from './statements.ts';

/** @throws the database's error: when attempts are used up, or when none can help */
export async function inTransaction<Result>(
  pool: RegionPool,
  retry: Retry,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect();
    try {
      await client.query(beginOf(pool.dialect));
      const result = await work(client);
      await commit(client);
      client.release();
      return result;
    } catch (error) {
      const again = RULES[faultKind(error, pool.dialect)].repeatable === 'AGAIN';
      await giveBack(client, again);
      if (!again || attempt >= retry.maxAttempts) throw error;
    }
    await backOff(attempt, retry);
  }
}

/**
 * Sends BEGIN together with the statement that follows in the same turn: one round trip less, and
 * the snapshot is the first statement's in any case. Await the answer before anything is written.
 */
export function begin(client: PoolClient, dialect: Dialect): Promise<unknown> {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  const begun = client.query(beginOf(dialect));
  // Whoever awaits it hears of a failure; nobody may be left to.
  begun.catch(() => undefined);
  return begun;
}

/** @throws NotCommitted when the server answers that it rolled back */
export async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query(COMMIT);
  if (command !== 'COMMIT') throw new NotCommitted(`COMMIT was answered with ${command}`);
}

/** Ends what is left of a transaction. @returns whether the connection is clean */
export async function rollBack(client: PoolClient): Promise<boolean> {
  try {
    if (client.getTransactionStatus() !== 'I') await client.query(ROLLBACK);
    return client.getTransactionStatus() === 'I';
  } catch {
    return false;
  }
}

/** Returns a connection to its pool: clean, or closed when that is not certain. */
export async function giveBack(client: PoolClient, usable: boolean): Promise<void> {
  client.release(!(usable && (await rollBack(client))));
}
