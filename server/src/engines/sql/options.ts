// What it takes to open an engine on a database that speaks SQL. Each Region is an address of its
// own: an embedded database and a real one differ only in these values, never in the engine's code.
import type { ConnectionOptions } from 'node:tls';
import type pg from 'pg';
import type { Deployment } from '@worldseat/schema/domain';
import type { Engine } from '../engine.ts';
import type { Dialect } from './dialect.ts';
import type { MakeIndex } from './schema/make-index.ts';

/** Gives each new connection its password. */
export interface PasswordSource {
  passwordFor(user: string): Promise<string>;
  /** Called after the server said that a password was too old. */
  renew(): void;
}

export interface RegionAddress {
  readonly region: string;
  /** A host name or address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** Makes the tables, and buys when no role is given. */
  readonly user: string;
  /** Absent: as pg finds one, or none is needed. */
  readonly passwords?: PasswordSource;
  /** Present: TLS, verified. Absent: plain. */
  readonly ssl?: ConnectionOptions;
}

/** What the embedded and the real database have in common for whoever opens the engine. */
export interface CommonOptions {
  readonly deployment: Deployment;
  /** What really runs, in words. @param version as the server says it, such as "16.14" */
  readonly components: (version: string) => string;
  /** Kept open per Region; further orders wait in line for one. Default 64. */
  readonly connectionsPerRegion?: number;
  /** Attempts of one order before a refusal makes it FAILED. Default 20. */
  readonly maxAttempts?: number;
  /** Of the retry jitter. Default 1. */
  readonly seed?: number;
  /** Gets news about lost connections. Default: nobody. */
  readonly log?: (message: string) => void;
}

export interface SqlOptions extends CommonOptions {
  readonly facts: Pick<Engine, 'id' | 'name' | 'consistency' | 'strategies'>;
  readonly dialect: Dialect;
  /** At least one; all are endpoints of one logical database. */
  readonly regions: readonly RegionAddress[];
  /** The class of a Region's connections, asked for once per Region. Default: pg's own. */
  readonly clientClass?: () => typeof pg.Client;
  readonly makeIndex: MakeIndex;
  /** Who buys, with no more rights than that takes; made when missing. Null: the address's user. */
  readonly role: string | null;
  /** What an administrator has to do for a role that is refused, in words. */
  readonly howToLetIn: (role: string) => string;
  /** Tables that an earlier version left in the schema public are taken over. */
  readonly adoptsPublicTables: boolean;
  /** Then a connection is replaced; 0: never. */
  readonly connectionLifetimeMs: number;
}

/** How long an operation waits for a free connection, or a new connection for its answer. */
export const CONNECT_LIMIT_MS = 30_000;
/** How long one statement may take before its connection is given up. */
export const STATEMENT_LIMIT_MS = 30_000;
/** Aurora DSQL takes 3,000 changed rows in one transaction; one chunk stays well below. */
export const ROWS_PER_TRANSACTION = 1_000;
/** What the engine port promises to read back in one call, and no more. */
export const READ_BACK_KEYS = 100;
/** How long a Region may take to show a write before measuring its lag is given up. */
export const LAG_LIMIT_MS = 30_000;
