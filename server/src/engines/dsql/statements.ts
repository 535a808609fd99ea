// Every SQL statement of the engine that reads or writes rows. Those of the purchase are named, so
// that each connection parses them once. Columns come back under the names of the records.
import type { Order, Sale, SeatRow } from '@worldseat/schema/domain';
import type { QueryConfig } from 'pg';

const SEAT = `seat_id AS "seatId", round, status, owner, order_id AS "orderId", region`;
const SALE = `id, seat_id AS "seatId", round, buyer, region, attempts, t_end::float8 AS "soldAtMs"`;

/** Answered by LedgerRow. */
const LEDGER_ROW = `SELECT ${SALE}, outcome FROM op_log`;

export interface LedgerRow extends Sale {
  readonly outcome: 'CONFIRMED' | 'VOID';
}

export const BEGIN: QueryConfig = { text: 'BEGIN ISOLATION LEVEL REPEATABLE READ' };
export const COMMIT: QueryConfig = { text: 'COMMIT' };
export const ROLLBACK: QueryConfig = { text: 'ROLLBACK' };

export const readSeat = (seatId: string): QueryConfig => ({
  name: 'read_seat',
  text: `SELECT ${SEAT} FROM seats WHERE seat_id = $1`,
  values: [seatId],
});

export const writeSeat = (row: SeatRow): QueryConfig => ({
  name: 'write_seat',
  text: `UPDATE seats SET round = $2, status = $3, owner = $4, order_id = $5, region = $6
    WHERE seat_id = $1`,
  values: [row.seatId, row.round, row.status, row.owner, row.orderId, row.region],
});

export const appendSale = (sale: Sale, startMs: number): QueryConfig => ({
  name: 'append_sale',
  text: `INSERT INTO op_log (id, round, seat_id, buyer, region, outcome, attempts, t_start, t_end)
    VALUES ($1, $2, $3, $4, $5, 'CONFIRMED', $6, $7, $8)`,
  values: [
    sale.id,
    sale.round,
    sale.seatId,
    sale.buyer,
    sale.region,
    sale.attempts,
    startMs,
    sale.soldAtMs,
  ],
});

export const appendVoid = (order: Order, round: number, nowMs: number): QueryConfig => ({
  text: `INSERT INTO op_log (id, round, seat_id, buyer, region, outcome, attempts, t_start, t_end)
    VALUES ($1, $2, $3, $4, $5, 'VOID', 0, $6, $6) ON CONFLICT (id) DO NOTHING`,
  values: [order.id, round, order.seatId, order.buyer, order.region, nowMs],
});

export const readOrder = (orderId: string): QueryConfig => ({
  name: 'read_order',
  text: `${LEDGER_ROW} WHERE id = $1`,
  values: [orderId],
});

export const readSales = (orderIds: readonly string[]): QueryConfig => ({
  text: `SELECT ${SALE} FROM op_log WHERE id = ANY($1) AND outcome = 'CONFIRMED'`,
  values: [orderIds],
});

export const readSalesOfRounds = (
  seatIds: readonly string[],
  rounds: readonly number[],
): QueryConfig => ({
  text: `SELECT ${SALE} FROM op_log
    JOIN unnest($1::text[], $2::int[]) AS wanted (wanted_seat, wanted_round)
      ON seat_id = wanted_seat AND round = wanted_round
    WHERE outcome = 'CONFIRMED'`,
  values: [seatIds, rounds],
});

export const readSeats: QueryConfig = { text: `SELECT ${SEAT} FROM seats` };

export const openRound = (seatIds: readonly string[]): QueryConfig => ({
  text: `INSERT INTO seats (seat_id, round, status)
    SELECT wanted, 1, 'AVAILABLE' FROM unnest($1::text[]) AS wanted
    ON CONFLICT (seat_id) DO UPDATE SET round = seats.round + 1, status = 'AVAILABLE',
      owner = NULL, order_id = NULL, region = NULL
    RETURNING seat_id AS "seatId", round`,
  values: [seatIds],
});

export const readFloor: QueryConfig = {
  text: `SELECT venue, round FROM floors WHERE id = 'floor'`,
};

export const writeFloor = (venue: string, round: number): QueryConfig => ({
  text: `INSERT INTO floors (id, venue, round) VALUES ('floor', $1, $2)
    ON CONFLICT (id) DO UPDATE SET venue = excluded.venue, round = excluded.round`,
  values: [venue, round],
});

export const PING: QueryConfig = { text: 'SELECT 1' };
export const SERVER_VERSION: QueryConfig = { text: 'SHOW server_version' };
