// Runs an order to its receipt: attempt after attempt while the database answers 40001, and no
// other error. Each one runs the whole strategy anew, on a new snapshot.
import type { Order, SeatRow } from '@worldseat/schema/domain';
import type { PurchaseStrategy, Receipt } from '../engine.ts';
import { attemptOrder } from './attempt.ts';
import { backOff, type Retry } from './backoff.ts';
import type { RegionPool } from './region-pool.ts';

/** Does not throw. */
export async function runOrder(
  pool: RegionPool,
  retry: Retry,
  order: Order,
  strategy: PurchaseStrategy,
): Promise<Receipt> {
  const conflicts: string[] = [];
  let read: SeatRow | null = null;
  for (let attempt = 1; attempt <= retry.maxAttempts; attempt += 1) {
    const end = await attemptOrder(pool, order, strategy, attempt);
    if (end.kind === 'ANSWERED') return { ...end.answer, attempts: attempt, conflicts };
    if (end.kind === 'NOT_STARTED') return { ...end.answer, attempts: attempt - 1, conflicts };
    conflicts.push(end.code);
    read = end.read;
    if (attempt < retry.maxAttempts) await backOff(attempt, retry);
  }
  const fault = `refused by conflicts ${retry.maxAttempts} times, the limit`;
  return { outcome: 'FAILED', sale: null, read, attempts: retry.maxAttempts, conflicts, fault };
}
