// In what the databases that speak SQL differ, as far as statements and errors go. Everything else in
// this folder is the same code for all of them, so that no database is treated better than another.
import type pg from 'pg';
import type { FaultKind } from './faults.ts';

export type IsolationLevel = 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';

export interface Dialect {
  /** Of every transaction; said each time, whatever the server's default is. */
  readonly isolation: IsolationLevel;
  /**
   * Where the tables are; lower case, digits and underscores. Not `public`: there only admin may do
   * as it likes on Aurora DSQL.
   */
  readonly schema: string;
  /** What only this database says, or says in words alone; null: its SQLSTATE decides. */
  readonly kindOf: (error: pg.DatabaseError) => FaultKind | null;
  /** Its own code in a message, such as "OC000", for the receipt; null: there is none. */
  readonly markerOf: (error: pg.DatabaseError) => string | null;
}

export const beginOf = ({ isolation }: Dialect): pg.QueryConfig => ({
  text: `BEGIN ISOLATION LEVEL ${isolation}`,
});

/** Each connection names the schema once, so that statements need not, and are the same everywhere. */
export const useSchema = ({ schema }: Dialect): pg.QueryConfig => ({
  text: `SET search_path TO ${schema}`,
});
