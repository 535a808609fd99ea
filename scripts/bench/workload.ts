// What every measured path has to do: so many buyers want so many seats of one floor. Seats that
// are wanted again are rejected after one read, as in an on-sale.
import { AURORA_DSQL } from '../../server/src/engines/dsql/dialect.ts';

export const SEATS = 5_000;
/** The ids are numbers, so that pgbench can draw them. */
export const SEAT_IDS: readonly string[] = Array.from({ length: SEATS }, (_, at) => String(at + 1));

export interface Workload {
  readonly buyers: number;
  /** Connections of all Regions together, shared equally. */
  readonly connections: number;
}

/**
 * The naive purchase with the SQL of the engine's statements, for pgbench. The last column of the
 * SELECT is for pgbench's own decision, which the engine makes in its code; the schema is named,
 * because pgbench has no place to set a search path once.
 */
export const PGBENCH_SCRIPT = `\\set seat random(1, ${SEATS})
\\set order random(1, 9007199254740991)
BEGIN ISOLATION LEVEL REPEATABLE READ;
SELECT seat_id AS "seatId", round, status, owner, order_id AS "orderId", region, \
status = 'AVAILABLE' AS available FROM ${AURORA_DSQL.schema}.seats WHERE seat_id = :seat \\gset
\\if :available
UPDATE ${AURORA_DSQL.schema}.seats SET round = :round, status = 'SOLD', owner = :order, order_id = :order, \
region = :region_name WHERE seat_id = :seat;
INSERT INTO ${AURORA_DSQL.schema}.op_log (id, round, seat_id, buyer, region, outcome, attempts, t_start, t_end) \
VALUES (:order, :round, :seat, :order, :region_name, 'CONFIRMED', 1, 0, 0);
COMMIT;
\\else
ROLLBACK;
\\endif
`;
