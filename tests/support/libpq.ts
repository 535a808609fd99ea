// What libpq reads from the environment, so that psql, psycopg2 and pgbench reach a local endpoint
// with verified TLS and a token.
import type { LocalCloudLine } from '../../scripts/local-cloud/testing.ts';
import { signToken } from '../../server/src/local/dsql/process/sign-token.ts';

export interface LibpqTarget {
  /** Default us-east-1. */
  readonly region?: string;
  /** As the certificate and the token have it; it leads to 127.0.0.1. Default 127.0.0.1. */
  readonly hostname?: string;
}

export async function libpqSettings(
  { accessKeyId, secretAccessKey, caFile, dsql }: LocalCloudLine,
  { region = 'us-east-1', hostname = '127.0.0.1' }: LibpqTarget = {},
): Promise<Record<string, string>> {
  const credentials = { accessKeyId, secretAccessKey };
  return {
    PGHOST: hostname,
    PGHOSTADDR: '127.0.0.1',
    PGPORT: String(dsql[region]?.port),
    PGUSER: 'admin',
    PGDATABASE: 'postgres',
    PGPASSWORD: await signToken({ credentials, region, hostname, user: 'admin' }),
    PGSSLMODE: 'verify-full',
    PGSSLROOTCERT: caFile,
  };
}
