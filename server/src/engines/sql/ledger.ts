// Reading the committed ledger back, and settling an order whose answer was lost. All Regions are
// one logical database, strongly consistent: whichever answers, answers for all.
import type { Order, Sale, Scope } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';
import type { SaleKey } from '../engine.ts';
import { uniteLedgers, type RegionReading } from '../unite-ledgers.ts';
import type { Retry } from './backoff.ts';
import { messageOf } from './faults.ts';
import { READ_BACK_KEYS } from './options.ts';
import type { RegionPool } from './region-pool.ts';
import * as statements from './statements.ts';
import { inTransaction } from './transaction.ts';

/** The order's sale; or null, after a VOID row has made sure that it never gets one. */
export async function resolveOrder(
  pool: RegionPool,
  retry: Retry,
  order: Order,
  round: number,
): Promise<Sale | null> {
  const row = await inTransaction(pool, retry, async (client) => {
    await client.query(statements.appendVoid(order, round, Date.now()));
    const { rows } = await client.query<statements.LedgerRow>(statements.readOrder(order.id));
    return rows[0];
  });
  if (row === undefined) throw new Error(`order ${order.id} has no ledger row after its fence`);
  return saleOf(row);
}

export async function recallSale(pool: RegionPool, orderId: string): Promise<Sale | null> {
  const [row] = await pool.query<statements.LedgerRow>(statements.readOrder(orderId));
  return row === undefined ? null : saleOf(row);
}

/** @param keys at most READ_BACK_KEYS. @throws RangeError */
export async function readBack(pool: RegionPool, keys: readonly SaleKey[]): Promise<Sale[]> {
  if (keys.length > READ_BACK_KEYS) {
    const limit = `at most ${READ_BACK_KEYS} are read back in one call`;
    throw new RangeError(`${keys.length} keys; ${limit}`);
  }
  return pool.query<Sale>(statements.readSales(keys.map(({ id }) => id)));
}

/** From every Region, united; a Region that does not answer is reported. Does not throw. */
export async function readLedger(
  pools: readonly RegionPool[],
  scope: Scope,
): Promise<LedgerReading> {
  const statement = statements.readSalesOfRounds([...scope.keys()], [...scope.values()]);
  const readings = pools.map(async (pool): Promise<RegionReading> => {
    const { region } = pool;
    try {
      return { region, sales: await pool.query<Sale>(statement) };
    } catch (error) {
      return { region, reason: messageOf(error) };
    }
  });
  return uniteLedgers(await Promise.all(readings));
}

function saleOf({ outcome, ...sale }: statements.LedgerRow): Sale | null {
  return outcome === 'CONFIRMED' ? sale : null;
}
