// Where the tables are. Not in `public`: there only admin may do as it likes on Aurora DSQL, and
// purchases are made by a role with fewer rights. Each connection names the schema once, so that
// statements need not, and are the same everywhere.
import type { QueryConfig } from 'pg';

export const SCHEMA = 'worldseat';

export const USE_SCHEMA: QueryConfig = { text: `SET search_path TO ${SCHEMA}` };
