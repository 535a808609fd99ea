// What it takes to open the `dsql` engine. The embedded gateway and Aurora DSQL differ only in these
// values, never in the engine's code.
import type { CommonOptions, RegionAddress } from '../sql/options.ts';
import type { TokenSource } from './tokens.ts';

export interface DsqlRegionOptions extends Omit<RegionAddress, 'passwords'> {
  /** Asked once per new connection. Absent: no password is needed. */
  readonly tokens?: TokenSource;
}

export interface DsqlOptions extends CommonOptions {
  /** At least one; all are endpoints of one logical database. */
  readonly regions: readonly DsqlRegionOptions[];
  /** Who buys, with no more rights than that takes; made when missing. Default: `user`. */
  readonly role?: string;
  /** Whether indexes are to be created ASYNC, as Aurora DSQL demands. Default true. */
  readonly asynchronousIndexes?: boolean;
  /** Tables that an earlier version left in the schema public are taken over. Default false. */
  readonly adoptsPublicTables?: boolean;
  /** Default 3,300,000: Aurora DSQL ends every connection after 60 minutes. */
  readonly connectionLifetimeMs?: number;
}

/** Ours are replaced before Aurora DSQL ends them. */
export const CONNECTION_LIFETIME_MS = 3_300_000;
