// Tokens that stand in for a password: presigned requests, made here without a network call. One
// is made for each new connection, so that none is old when it is used. Never log one.
import { DsqlSigner } from '@aws-sdk/dsql-signer';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface TokenSource {
  /** For one new connection. @throws what the credential chain fails with */
  tokenFor(user: string): Promise<string>;
  /** Forgets the credentials that were read: the next token is signed with those of then. */
  renew(): void;
}

/** The only user whose tokens say DbConnectAdmin. */
const ADMIN = 'admin';

/** @param credentials null: the usual AWS chain (environment, profile, role), read when needed */
export function tokenSource(
  { region, host }: { readonly region: string; readonly host: string },
  credentials: Credentials | null,
): TokenSource {
  const chosen = credentials === null ? {} : { credentials };
  const open = () => new DsqlSigner({ hostname: host, region, ...chosen });
  let signer = open();
  return {
    tokenFor: (user) =>
      user === ADMIN ? signer.getDbConnectAdminAuthToken() : signer.getDbConnectAuthToken(),
    renew: () => {
      signer = open();
    },
  };
}
