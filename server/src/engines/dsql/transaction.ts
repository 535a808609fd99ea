// A transaction that is not a purchase: raising rounds, fencing an order. Run whole, and whole
// again after a conflict, a bounded number of times. Everything it does can be repeated, so a
// lost answer is simply an error.
import type { PoolClient } from 'pg';
import { backOff, type Retry } from './backoff.ts';
import { conflictCode, NotCommitted } from './faults.ts';
import type { RegionPool } from './region-pool.ts';
import { BEGIN, COMMIT, ROLLBACK } from './statements.ts';

/** @throws the database's error: a conflict when attempts are used up, or any other at once */
export async function inTransaction<Result>(
  pool: RegionPool,
  retry: Retry,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect();
    try {
      await client.query(BEGIN);
      const result = await work(client);
      await commit(client);
      client.release();
      return result;
    } catch (error) {
      const again = conflictCode(error) !== null;
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
export function begin(client: PoolClient): Promise<unknown> {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  const begun = client.query(BEGIN);
  // Whoever awaits it hears of a failure; nobody may be left to.
  begun.catch(() => undefined);
  return begun;
}

/** @throws NotCommitted when the server answers that it rolled back */
export async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query(COMMIT);
  if (command !== 'COMMIT') throw new NotCommitted(`COMMIT was answered with ${command}`);
}

/** Returns a connection to its pool: clean, or closed when that is not certain. */
export async function giveBack(client: PoolClient, usable: boolean): Promise<void> {
  try {
    if (usable && client.getTransactionStatus() !== 'I') await client.query(ROLLBACK);
    client.release(!usable);
  } catch {
    client.release(true);
  }
}
