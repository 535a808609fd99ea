// Where an order's sale is: a pointer, so that a repeated order finds its first answer. It is
// written after the sale and may be missing after a crash: an index, never evidence.
import type { Order, Sale } from '@worldseat/schema/domain';
import { reasonOf } from './faults.ts';
import { text, whole, type LedgerRow } from './items.ts';
import type { LedgerKey } from './ledger-key.ts';
import { findRow } from './ledger-rows.ts';
import type { RegionClient } from './region-client.ts';
import { findSeat } from './seats.ts';

/** Which orders get a pointer, and are looked up before they run. */
export type RememberOrder = (order: Pick<Order, 'id'>) => boolean;

/** Orders of a burst have fresh ids, so nobody repeats them. */
export const rememberUnlessBurst: RememberOrder = ({ id }) => !id.startsWith('burst-');

/** Durable in this Region when it returns. @throws the SDK's errors */
export async function writePointer(client: RegionClient, sale: Sale): Promise<void> {
  await client.call((db) =>
    db.putItem({
      TableName: client.tables.orders,
      Item: {
        order_id: { S: sale.id },
        seat_id: { S: sale.seatId },
        round: { N: String(sale.round) },
        buyer: { S: sale.buyer },
      },
    }),
  );
}

export interface OrderLookup {
  /** The order's row: a sale before a VOID, in whatever round a pointer or the seat names. */
  readonly row: LedgerRow | null;
  /** Why some Region could not be asked; null: all were. */
  readonly fault: string | null;
}

/** Asks every Region; those that do not answer are named in the result. */
export async function lookUpOrder(
  regions: readonly RegionClient[],
  orderId: string,
  seatId: string,
): Promise<OrderLookup> {
  const places = await settle(
    regions.flatMap((client) => [pointedKey(client, orderId), currentKey(client, orderId, seatId)]),
  );
  const keys = new Map(places.values.map((key) => [`${key.round}#${key.seatId}`, key]));
  const rows = await settle(
    [...keys.values()].flatMap((key) => regions.map((client) => findRow(client, key))),
  );
  return {
    row: rows.values.find(({ outcome }) => outcome === 'CONFIRMED') ?? rows.values[0] ?? null,
    fault: places.fault ?? rows.fault,
  };
}

async function pointedKey(client: RegionClient, orderId: string): Promise<LedgerKey | null> {
  const { Item: item } = await client.call((db) =>
    db.getItem({
      TableName: client.tables.orders,
      Key: { order_id: { S: orderId } },
      ConsistentRead: true,
    }),
  );
  if (item === undefined) return null;
  return { orderId, seatId: text(item, 'seat_id'), round: whole(item, 'round') };
}

async function currentKey(
  client: RegionClient,
  orderId: string,
  seatId: string,
): Promise<LedgerKey | null> {
  const seat = await findSeat(client, seatId);
  return seat === null ? null : { orderId, seatId, round: seat.round };
}

/** All values that are not null, and the reason of one failure if any failed. */
async function settle<Value>(
  tasks: readonly Promise<Value | null>[],
): Promise<{ values: Value[]; fault: string | null }> {
  const results = await Promise.allSettled(tasks);
  const failed = results.find((result) => result.status === 'rejected');
  return {
    values: results.flatMap((result) =>
      result.status === 'fulfilled' && result.value !== null ? [result.value] : [],
    ),
    fault: failed === undefined ? null : reasonOf(failed.reason),
  };
}
