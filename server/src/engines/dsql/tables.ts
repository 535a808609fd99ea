// The tables, by the rules of Aurora DSQL: no SERIAL, one DDL statement per transaction, indexes
// created asynchronously there. The ledger is append-only: nothing here or elsewhere updates or
// deletes a row of op_log. An outcome is CONFIRMED (a sale) or VOID (a fence, never a sale).
import type { RegionPool } from './region-pool.ts';

const TABLES = [
  `CREATE TABLE IF NOT EXISTS seats (
    seat_id text PRIMARY KEY, round int NOT NULL, status text NOT NULL,
    owner text, order_id text, region text)`,
  `CREATE TABLE IF NOT EXISTS op_log (
    id text PRIMARY KEY, round int NOT NULL, seat_id text NOT NULL, buyer text NOT NULL,
    region text NOT NULL, outcome text NOT NULL, attempts int NOT NULL,
    t_start bigint NOT NULL, t_end bigint NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS floors (
    id text PRIMARY KEY, venue text NOT NULL, round int NOT NULL)`,
];

/** Makes what is missing. @param asynchronous whether indexes are to be built in the background */
export async function makeTables(pool: RegionPool, asynchronous: boolean): Promise<void> {
  for (const text of TABLES) await pool.query({ text });
  const text = createIndex('op_log_by_seat', 'op_log (seat_id, round)', asynchronous);
  await pool.query({ text });
}

function createIndex(name: string, columns: string, asynchronous: boolean): string {
  return `CREATE INDEX ${asynchronous ? 'ASYNC ' : ''}IF NOT EXISTS ${name} ON ${columns}`;
}
