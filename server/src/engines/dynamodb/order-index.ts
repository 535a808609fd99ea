// Where an order's row is: a pointer, so that a repeated order finds its first answer. It is
// written after the row and may be missing after a crash: an index, never evidence.
import { isBurstOrder, type Order, type Sale } from '@worldseat/schema/domain';
import { isConditionFailed, reasonOf } from './faults.ts';
import { text, whole, type Attributes, type LedgerRow } from './items.ts';
import type { LedgerKey } from './ledger-key.ts';
import { findRow } from './ledger-rows.ts';
import type { RegionClient } from './region-client.ts';
import { findSeat } from './seats.ts';

/** Which orders get a pointer, and are looked up before they run. */
export type RememberOrder = (order: Pick<Order, 'id'>) => boolean;

/** Orders of a burst have fresh ids, so nobody repeats them. */
export const rememberUnlessBurst: RememberOrder = ({ id }) => !isBurstOrder(id);

/**
 * Acknowledged by this Region when it returns. On AWS that is durable; the embedded store does not
 * fsync, so there it outlives the process but not a power cut.
 * @throws the SDK's errors
 */
export async function writePointer(client: RegionClient, sale: Sale): Promise<void> {
  await client.call((db) =>
    db.putItem({ TableName: client.tables.orders, Item: pointerItem(sale) }),
  );
}

/** As writePointer(), for a VOID: a pointer that is there stays, it may lead to a sale. */
export async function writeVoidPointer(client: RegionClient, fenced: Sale): Promise<void> {
  try {
    await client.call((db) =>
      db.putItem({
        TableName: client.tables.orders,
        Item: pointerItem(fenced),
        ConditionExpression: 'attribute_not_exists(order_id)',
      }),
    );
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
  }
}

function pointerItem({ id, seatId, round, buyer }: Sale): Attributes {
  return {
    order_id: { S: id },
    seat_id: { S: seatId },
    round: { N: String(round) },
    buyer: { S: buyer },
  };
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
