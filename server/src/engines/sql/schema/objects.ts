// What an engine needs in the database, by the rules of Aurora DSQL: one DDL statement a transaction,
// no SERIAL. The ledger is append-only: its buyers may add rows to op_log and fan_tickets and read
// them, and nothing else. An outcome is CONFIRMED (a sale) or VOID (a fence, never a sale).

export const TABLE_NAMES = ['seats', 'op_log', 'floors', 'fan_tickets', 'counters'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

const COLUMNS: Readonly<Record<TableName, string>> = {
  seats: `seat_id text PRIMARY KEY, round int NOT NULL, status text NOT NULL,
    owner text, order_id text, region text`,
  op_log: `id text PRIMARY KEY, round int NOT NULL, seat_id text NOT NULL, buyer text NOT NULL,
    region text NOT NULL, outcome text NOT NULL, attempts int NOT NULL,
    t_start bigint NOT NULL, t_end bigint NOT NULL`,
  floors: `id text PRIMARY KEY, venue text NOT NULL, round int NOT NULL`,
  fan_tickets: `fan_key text, order_id text, seat_id text NOT NULL, round int NOT NULL,
    PRIMARY KEY (fan_key, order_id)`,
  counters: `id text PRIMARY KEY, taken int NOT NULL`,
};

export const INDEX_NAME = 'op_log_by_seat';

/** What a buyer's role may do with each table. */
export const PRIVILEGES: Readonly<Record<TableName, readonly string[]>> = {
  seats: ['SELECT', 'INSERT', 'UPDATE'],
  op_log: ['SELECT', 'INSERT'],
  floors: ['SELECT', 'INSERT', 'UPDATE'],
  fan_tickets: ['SELECT', 'INSERT'],
  counters: ['SELECT', 'INSERT', 'UPDATE'],
};

// IF NOT EXISTS, although only what is missing is made: another server may make it just now.
export const createSchema = (schema: string): string => `CREATE SCHEMA IF NOT EXISTS ${schema}`;

export const createTable = (schema: string, name: TableName): string =>
  `CREATE TABLE IF NOT EXISTS ${schema}.${name} (${COLUMNS[name]})`;

export const indexOf = (schema: string): string =>
  `${INDEX_NAME} ON ${schema}.op_log (seat_id, round)`;

export const adoptTable = (schema: string, name: TableName): string =>
  `ALTER TABLE public.${name} SET SCHEMA ${schema}`;
