// What tests of the embedded DSQL share: a client as an application has it, with a token for each
// connection and TLS verified against the cloud's CA.
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Credentials } from '../admission/index.ts';
import { signToken } from './sign-token.ts';

export interface Access {
  readonly region: string;
  readonly host: string;
  readonly port: number;
  readonly caFile: string;
  readonly credentials: Credentials;
  /** Default admin. */
  readonly user?: string;
}

/** Connected; to be ended by the caller. @throws what the endpoint or TLS refuses it with */
export async function connectTo(access: Access): Promise<pg.Client> {
  const { region, host, port, caFile, credentials, user = 'admin' } = access;
  const client = new pg.Client({
    host,
    port,
    user,
    database: 'postgres',
    password: () => signToken({ credentials, region, hostname: host, user }),
    // Verified against the address itself: a bare address is no server name for pg.
    ssl: { ca: await readFile(caFile, 'utf8'), host },
  });
  // A connection that is cut says so a second time, to nobody.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
