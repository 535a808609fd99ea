// Runs an order to its receipt: attempt after attempt while the database refuses it for certain and
// asks to come again. Each one runs the whole strategy anew, on a new snapshot.
import type { Attempt, Order, SeatRow } from '@worldseat/schema/domain';
import type { PoolClient } from 'pg';
import type { PurchaseStrategy, Receipt } from '../engine.ts';
import { failed } from './answers.ts';
import { attemptOrder } from './attempt.ts';
import { backOff, type Retry } from './backoff.ts';
import { messageOf } from './faults.ts';
import type { RegionPool } from './region-pool.ts';

/** How often an order goes on after a connection that was gone before its transaction began. */
const MAX_LOST = 3;

/** Does not throw. */
export async function runOrder(
  pool: RegionPool,
  retry: Retry,
  order: Order,
  strategy: PurchaseStrategy,
): Promise<Receipt> {
  const conflicts: string[] = [];
  const trace: Attempt[] = [];
  let read: SeatRow | null = null;
  let lost = 0;
  let client: PoolClient | null = null;
  const give = (fault: string): Receipt => {
    return { ...failed(fault, read), attempts: conflicts.length, conflicts, trace };
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      client ??= await pool.connect();
    } catch (error) {
      return give(`no connection to ${order.region}: ${messageOf(error)}`);
    }
    const end = await attemptOrder(pool, client, order, strategy, attempt);
    trace.push(end.trace);
    if (end.kind === 'ANSWERED') return { ...end.answer, attempts: attempt, conflicts, trace };
    conflicts.push(end.code);
    read = end.read;
    client = end.kept;
    lost += end.wasLost ? 1 : 0;
    if (attempt >= retry.maxAttempts || lost > MAX_LOST) {
      client?.release();
      return give(`refused ${attempt} times, the limit: at last by ${end.code}`);
    }
    await backOff(attempt, retry);
  }
}
