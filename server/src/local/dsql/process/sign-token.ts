// A token for an embedded cloud, as AWS's own signer makes it: for psql and other clients that take
// a password and know nothing of AWS. Signing needs no connection; the cloud need not even run.
import { DsqlSigner } from '@aws-sdk/dsql-signer';
import type { Credentials } from '../admission/index.ts';

export interface TokenOptions {
  readonly credentials: Credentials;
  readonly region: string;
  /** As the client names the endpoint: 127.0.0.1, or <name>.dsql.<region>.on.aws. */
  readonly hostname: string;
  /** admin connects by DbConnectAdmin, every other role by DbConnect. */
  readonly user: string;
  /** Seconds. Default 900. */
  readonly expiresInS?: number;
}

export function signToken(options: TokenOptions): Promise<string> {
  const { hostname, region, user, expiresInS: expiresIn = 900 } = options;
  // Copied: the signer keeps notes in the object that it is given.
  const signer = new DsqlSigner({
    hostname,
    region,
    expiresIn,
    credentials: { ...options.credentials },
  });
  return user === 'admin' ? signer.getDbConnectAdminAuthToken() : signer.getDbConnectAuthToken();
}
