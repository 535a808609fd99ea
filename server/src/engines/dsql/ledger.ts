// Reading the committed ledger back, and settling an order whose answer was lost. All Regions are
// one logical database, strongly consistent: whichever answers, answers for all.
import type { Order, Sale, Scope } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';
import type { Retry } from './backoff.ts';
import { messageOf } from './faults.ts';
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

export const readSales = (pool: RegionPool, orderIds: readonly string[]): Promise<Sale[]> =>
  pool.query<Sale>(statements.readSales(orderIds));

/** From every Region, united; a Region that does not answer is reported. Does not throw. */
export async function readLedger(
  pools: readonly RegionPool[],
  scope: Scope,
): Promise<LedgerReading> {
  const statement = statements.readSalesOfRounds([...scope.keys()], [...scope.values()]);
  const sales = new Map<string, Sale>();
  const unreachable: { region: string; reason: string }[] = [];
  await Promise.all(
    pools.map(async (pool) => {
      try {
        for (const sale of await pool.query<Sale>(statement)) sales.set(sale.id, sale);
      } catch (error) {
        unreachable.push({ region: pool.region, reason: messageOf(error) });
      }
    }),
  );
  return { sales: [...sales.values()], converged: true, unreachable };
}

function saleOf({ outcome, ...sale }: statements.LedgerRow): Sale | null {
  return outcome === 'CONFIRMED' ? sale : null;
}
