// One row of the ledger: appended under the condition that this Region has none, and read back by
// key. The condition holds in one Region only: between Regions the last writer wins here as well.
import { isConditionFailed } from './faults.ts';
import { ledgerItem, ledgerRow, type LedgerRow } from './items.ts';
import { ledgerKey, type LedgerKey } from './ledger-key.ts';
import type { Caller } from './region-client.ts';

export interface AppendOptions {
  readonly row: LedgerRow;
  /** When the purchase began, in milliseconds since the epoch. */
  readonly startMs: number;
}

/**
 * Appends a row unless its order has one in that round already.
 * @returns the row that the ledger holds now: the given one, or the one that was there before
 * @throws the SDK's errors: the row may be there or not
 */
export async function appendRow(client: Caller, options: AppendOptions): Promise<LedgerRow> {
  const { row, startMs } = options;
  const key = keyOfRow(row);
  try {
    await client.call((db) =>
      db.putItem({
        TableName: client.tables.opLog,
        Item: { ...ledgerKey(key), ...ledgerItem(row, startMs) },
        ConditionExpression: 'attribute_not_exists(sk)',
      }),
    );
    return row;
  } catch (error) {
    // Also when the SDK's second try meets what its first one wrote.
    const existing = isConditionFailed(error) ? await findRow(client, key) : null;
    if (existing === null) throw error;
    return existing;
  }
}

/** A strong read in this Region. @returns null when there is none. @throws the SDK's errors */
export async function findRow(client: Caller, key: LedgerKey): Promise<LedgerRow | null> {
  const { Item: item } = await client.call((db) =>
    db.getItem({ TableName: client.tables.opLog, Key: ledgerKey(key), ConsistentRead: true }),
  );
  return item === undefined ? null : ledgerRow(item);
}

function keyOfRow({ sale }: LedgerRow): LedgerKey {
  return { round: sale.round, seatId: sale.seatId, orderId: sale.id };
}
