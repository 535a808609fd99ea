// Every SQL statement of the engines that reads or writes rows. Those of the purchase are named, so
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

export const COMMIT: QueryConfig = { text: 'COMMIT' };
export const ROLLBACK: QueryConfig = { text: 'ROLLBACK' };

export const readSeat = (seatId: string): QueryConfig => ({
  name: 'read_seat',
  text: `SELECT ${SEAT} FROM seats WHERE seat_id = $1`,
  values: [seatId],
});

export const lockSeat = (seatId: string): QueryConfig => ({
  name: 'lock_seat',
  text: `SELECT ${SEAT} FROM seats WHERE seat_id = $1 FOR UPDATE`,
  values: [seatId],
});

export const writeSeat = (row: SeatRow): QueryConfig => ({
  name: 'write_seat',
  text: `UPDATE seats SET round = $2, status = $3, owner = $4, order_id = $5, region = $6
    WHERE seat_id = $1`,
  values: [row.seatId, row.round, row.status, row.owner, row.orderId, row.region],
});

/** Changes no row when the seat is not AVAILABLE any more, or in another round. */
export const writeSeatIfAvailable = (row: SeatRow): QueryConfig => ({
  name: 'write_seat_if_available',
  text: `UPDATE seats SET status = $3, owner = $4, order_id = $5, region = $6
    WHERE seat_id = $1 AND round = $2 AND status = 'AVAILABLE'`,
  values: [row.seatId, row.round, row.status, row.owner, row.orderId, row.region],
});

export const countTickets = (fanKey: string): QueryConfig => ({
  name: 'count_tickets',
  text: 'SELECT count(*)::int AS tickets FROM fan_tickets WHERE fan_key = $1',
  values: [fanKey],
});

export const appendTicket = (fanKey: string, { id, seatId, round }: Sale): QueryConfig => ({
  name: 'append_ticket',
  text: 'INSERT INTO fan_tickets (fan_key, order_id, seat_id, round) VALUES ($1, $2, $3, $4)',
  values: [fanKey, id, seatId, round],
});

/** Returns a row when one was taken. Full, the row is left as it is. */
export const takeFromCounter = (counterId: string, limit: number): QueryConfig => ({
  name: 'take_from_counter',
  text: `INSERT INTO counters (id, taken) SELECT $1, 1 WHERE $2::int > 0
    ON CONFLICT (id) DO UPDATE SET taken = counters.taken + 1 WHERE counters.taken < $2::int
    RETURNING taken`,
  values: [counterId, limit],
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

export const readSeats = (seatIds: readonly string[]): QueryConfig => ({
  text: `SELECT ${SEAT} FROM seats WHERE seat_id = ANY($1)`,
  values: [seatIds],
});

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

/** Of its own row in the table of floors, which no floor is read from. */
export const writeLagProbe: QueryConfig = {
  text: `INSERT INTO floors (id, venue, round) VALUES ('lag-probe', '', 1)
    ON CONFLICT (id) DO UPDATE SET round = floors.round + 1 RETURNING round`,
};

export const readLagProbe: QueryConfig = {
  text: `SELECT round FROM floors WHERE id = 'lag-probe'`,
};

export const PING: QueryConfig = { text: 'SELECT 1' };
export const SERVER_VERSION: QueryConfig = { text: 'SHOW server_version' };
