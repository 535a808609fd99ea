// How records become DynamoDB items and come back. Pure; the names are those of the SQL columns.
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Sale, SeatRow } from '@worldseat/schema/domain';

export type Attributes = Record<string, AttributeValue>;

/** VOID: an order that was given up before it had a sale; it can never have one afterwards. */
export type LedgerOutcome = 'CONFIRMED' | 'VOID';

/** One item of the ledger. */
export interface LedgerRow {
  readonly outcome: LedgerOutcome;
  readonly sale: Sale;
}

/** The item is not what this program writes; somebody else did. */
export class ItemFault extends Error {
  override readonly name = 'ItemFault';
  readonly code = 'ITEM_FAULT';
}

export function seatItem(row: SeatRow): Attributes {
  return {
    seat_id: { S: row.seatId },
    round: { N: String(row.round) },
    status: { S: row.status },
    ...(row.owner === null ? {} : { owner: { S: row.owner } }),
    ...(row.orderId === null ? {} : { order_id: { S: row.orderId } }),
    ...(row.region === null ? {} : { region: { S: row.region } }),
  };
}

/** @throws ItemFault */
export function seatRow(item: Attributes): SeatRow {
  return {
    seatId: text(item, 'seat_id'),
    round: whole(item, 'round'),
    status: oneOf(item, 'status', ['AVAILABLE', 'SOLD']),
    owner: item['owner']?.S ?? null,
    orderId: item['order_id']?.S ?? null,
    region: item['region']?.S ?? null,
  };
}

/** @param startMs when the purchase began; both times in milliseconds since the epoch */
export function ledgerItem(row: LedgerRow, startMs: number): Attributes {
  const { sale, outcome } = row;
  return {
    id: { S: sale.id },
    round: { N: String(sale.round) },
    seat_id: { S: sale.seatId },
    buyer: { S: sale.buyer },
    region: { S: sale.region },
    outcome: { S: outcome },
    attempts: { N: String(sale.attempts) },
    t_start: { N: String(startMs) },
    t_end: { N: String(sale.soldAtMs) },
  };
}

/** @throws ItemFault */
export function ledgerRow(item: Attributes): LedgerRow {
  return {
    outcome: oneOf(item, 'outcome', ['CONFIRMED', 'VOID']),
    sale: {
      id: text(item, 'id'),
      seatId: text(item, 'seat_id'),
      round: whole(item, 'round'),
      buyer: text(item, 'buyer'),
      region: text(item, 'region'),
      attempts: whole(item, 'attempts'),
      soldAtMs: whole(item, 't_end'),
    },
  };
}

/** @throws ItemFault */
export function text(item: Attributes, name: string): string {
  const value = item[name]?.S;
  if (value === undefined) throw new ItemFault(`${name} should be a string in ${shown(item)}`);
  return value;
}

/** @throws ItemFault */
export function whole(item: Attributes, name: string): number {
  const value = Number(item[name]?.N ?? Number.NaN);
  if (!Number.isSafeInteger(value)) {
    throw new ItemFault(`${name} should be a whole number in ${shown(item)}`);
  }
  return value;
}

function oneOf<Value extends string>(
  item: Attributes,
  name: string,
  allowed: readonly Value[],
): Value {
  const given = text(item, name);
  const value = allowed.find((word) => word === given);
  if (value === undefined) throw new ItemFault(`${name} should be of ${allowed.join(', ')}`);
  return value;
}

function shown(item: Attributes): string {
  return JSON.stringify(item).slice(0, 200);
}
