// The tables, and the shape that CreateTable gives each.
import type { KeySchemaElement, AttributeDefinition } from '@aws-sdk/client-dynamodb';

export interface TableNames {
  /** One item a seat: what everyone looks at. */
  readonly seats: string;
  /** The ledger: one item an order and round. */
  readonly opLog: string;
  /** Where an order's row is: an index for recall, never evidence. */
  readonly orders: string;
  /** What is on sale. */
  readonly floors: string;
  /** What is left of whatever is counted: one item a counter. */
  readonly counters: string;
  /** One item a ticket of a fan whose seats are limited. */
  readonly fanTickets: string;
}

/** @param prefix such as "worldseat": letters, digits, underscore, dot, hyphen */
export function tableNames(prefix: string): TableNames {
  return {
    seats: `${prefix}_seats`,
    opLog: `${prefix}_op_log`,
    orders: `${prefix}_orders`,
    floors: `${prefix}_floors`,
    counters: `${prefix}_counters`,
    fanTickets: `${prefix}_fan_tickets`,
  };
}

/** Partition key, then sort key if any; all are strings. */
export const TABLE_KEYS: Readonly<Record<keyof TableNames, readonly string[]>> = {
  seats: ['seat_id'],
  opLog: ['pk', 'sk'],
  orders: ['order_id'],
  floors: ['id'],
  counters: ['id'],
  fanTickets: ['fan_key', 'order_id'],
};

export function keySchema(keys: readonly string[]): {
  KeySchema: KeySchemaElement[];
  AttributeDefinitions: AttributeDefinition[];
} {
  return {
    KeySchema: keys.map((AttributeName, index) => ({
      AttributeName,
      KeyType: index === 0 ? 'HASH' : 'RANGE',
    })),
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  };
}
