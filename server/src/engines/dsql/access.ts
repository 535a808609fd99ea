// How a Region's endpoint is reached: TLS that is always verified, and a token for a password. The
// same for AWS and for every stand-in; only the authority and the credentials may be others.
import type { DsqlRegionOptions } from './options.ts';
import { tokenSource, type Credentials } from './tokens.ts';

export interface DsqlEndpoint {
  readonly region: string;
  readonly host: string;
  readonly port: number;
}

export interface DsqlAccess {
  /** PEM of the authorities that are trusted; null: Node's own. */
  readonly ca: string | null;
  /** Null: the usual AWS credential chain. */
  readonly credentials: Credentials | null;
}

/** The one database that a cluster has, and the user that makes what is in it. */
const DATABASE = 'postgres';
const ADMIN = 'admin';

export function reach(endpoint: DsqlEndpoint, { ca, credentials }: DsqlAccess): DsqlRegionOptions {
  // pg names the host to the server (SNI), unless it is a bare address, and checks it either way.
  // Said outright, because NODE_TLS_REJECT_UNAUTHORIZED=0 would change the default.
  const verified = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;
  return {
    ...endpoint,
    database: DATABASE,
    user: ADMIN,
    tokens: tokenSource(endpoint, credentials),
    ssl: ca === null ? verified : { ...verified, ca },
  };
}
