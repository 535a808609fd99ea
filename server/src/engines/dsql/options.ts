// What it takes to open the `dsql` engine. Each Region is an address of its own: the embedded
// gateway and Aurora DSQL differ only in these values, never in the engine's code.
import type { ConnectionOptions } from 'node:tls';
import type { Deployment } from '@worldseat/schema/domain';
import type { TokenSource } from './tokens.ts';

export interface DsqlRegionOptions {
  readonly region: string;
  /** A host name or address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Makes the tables, and buys when no role is given. On Aurora DSQL: admin. */
  readonly user: string;
  /** Asked once per new connection. Absent: no password is needed. */
  readonly tokens?: TokenSource;
  /** Present: TLS, verified. Absent: plain, for a private Unix socket only. */
  readonly ssl?: ConnectionOptions;
}

export interface DsqlOptions {
  /** At least one; all are endpoints of one logical database. */
  readonly regions: readonly DsqlRegionOptions[];
  readonly deployment: Deployment;
  /** What really runs, in words. @param version as the server says it, such as "16.14" */
  readonly components: (version: string) => string;
  /** Who buys, with no more rights than that takes; made when missing. Default: `user`. */
  readonly role?: string;
  /** Whether indexes are to be created ASYNC, as Aurora DSQL demands. Default true. */
  readonly asynchronousIndexes?: boolean;
  /** Tables that an earlier version left in the schema public are taken over. Default false. */
  readonly adoptsPublicTables?: boolean;
  /** Kept open per Region; further orders wait in line for one. Default 64. */
  readonly connectionsPerRegion?: number;
  /** Default 3,300,000: Aurora DSQL ends every connection after 60 minutes. */
  readonly connectionLifetimeMs?: number;
  /** Attempts of one order before a refusal makes it FAILED. Default 20. */
  readonly maxAttempts?: number;
  /** Of the retry jitter. Default 1. */
  readonly seed?: number;
  /** Gets news about lost connections. Default: nobody. */
  readonly log?: (message: string) => void;
}

/** How long an operation waits for a free connection, or a new connection for its answer. */
export const CONNECT_LIMIT_MS = 30_000;
/** How long one statement may take before its connection is given up. */
export const STATEMENT_LIMIT_MS = 30_000;
/** Ours are replaced before Aurora DSQL ends them. */
export const CONNECTION_LIFETIME_MS = 3_300_000;
/** Aurora DSQL takes 3,000 changed rows in one transaction; one chunk stays well below. */
export const ROWS_PER_TRANSACTION = 1_000;
/** What the engine port promises to read back in one call, and no more. */
export const READ_BACK_KEYS = 100;
