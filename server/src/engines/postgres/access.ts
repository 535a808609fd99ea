// How a PostgreSQL is reached: by TLS that is verified, or plainly over a socket or on this machine.
// There is nothing in between, whatever the server would take.
import type { RegionAddress } from '../sql/options.ts';

export interface PostgresAddress {
  /** A host name or address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Travels by message only, and is never logged. Null: as pg finds one, or none is needed. */
  readonly password: string | null;
  readonly database: string;
  /** Null: plain. */
  readonly tls: {
    /** PEM of the authorities that are trusted; null: Node's own. */
    readonly ca: string | null;
  } | null;
}

export function reach(region: string, { password, tls, ...at }: PostgresAddress): RegionAddress {
  const passwordFor = () => Promise.resolve(password ?? '');
  return {
    region,
    ...at,
    ...(password === null ? {} : { passwords: { passwordFor, renew: () => undefined } }),
    ...(tls === null ? {} : { ssl: verified(tls.ca) }),
  };
}

/** Said outright, because NODE_TLS_REJECT_UNAUTHORIZED=0 would change the default. */
function verified(ca: string | null): NonNullable<RegionAddress['ssl']> {
  const always = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;
  return ca === null ? always : { ...always, ca };
}
