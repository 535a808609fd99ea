// Real clients through admission: node-postgres and psql, verifying the endpoint as users do. Each
// side refuses what is its to refuse: the client a wrong endpoint, the endpoint a wrong client.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import { DsqlSigner } from '@aws-sdk/dsql-signer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ConnectionLimits } from './connection-limits.ts';
import { openIdentity, type Identity } from './identity.ts';
import {
  adminToken,
  CREDENTIALS,
  LIMITS,
  openEndpoint,
  REGION,
  type TestEndpoint,
} from './test-endpoint.ts';

const NAME = `abc.dsql.${REGION}.on.aws`;
/** Where it is installed, it is tried; it is no part of this project. */
const PSQL = 'psql';
const hasPsql = spawnSync(PSQL, ['--version']).status === 0;

let folder: string;
let identity: Identity;
let ca: string;
let endpoint: TestEndpoint;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'worldseat-clients-'));
  identity = await openIdentity(join(folder, 'ours'), [REGION]);
  ca = readFileSync(identity.caFile, 'utf8');
  endpoint = await openEndpoint(identity.of(REGION));
});
afterAll(async () => {
  await endpoint.close();
  rmSync(folder, { recursive: true });
  const { limits } = endpoint;
  await vi.waitFor(async () =>
    expect([await endpoint.connections(), limits.open, limits.handshakes]).toEqual([0, 0, 0]),
  );
});

interface Connect {
  readonly host?: string;
  readonly user?: string;
  readonly password?: () => Promise<string>;
  readonly ssl?: ConnectionOptions | false;
  readonly sslnegotiation?: 'postgres' | 'direct';
}

/** What a client made of it: the answer to a query, or its error. */
async function attempt({ host = '127.0.0.1', ssl = { ca }, ...options }: Connect) {
  const client = new pg.Client({
    host,
    port: endpoint.port,
    database: 'postgres',
    user: 'admin',
    password: () => adminToken(host),
    ssl,
    ...options,
  });
  // Also after its end a connection may say that it was cut.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query('HELLO')).command;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { code, message };
  } finally {
    await client.end();
  }
}

describe('node-postgres', () => {
  test('verifies the endpoint by address, by name, and by the name of a cluster', async () => {
    const ofCluster = { password: () => adminToken(NAME), ssl: { ca, servername: NAME } };
    expect([
      await attempt({}),
      await attempt({ host: 'localhost' }),
      await attempt(ofCluster),
      await attempt({ sslnegotiation: 'direct' }),
      await attempt({ ...ofCluster, sslnegotiation: 'direct' }),
    ]).toEqual(['HELLO', 'HELLO', 'HELLO', 'HELLO', 'HELLO']);
  });

  test('a role of its own, with DbConnect', async () => {
    const signer = new DsqlSigner({
      hostname: '127.0.0.1',
      region: REGION,
      credentials: CREDENTIALS,
    });
    const before = endpoint.arrivals.length;
    const answer = await attempt({ user: 'app', password: () => signer.getDbConnectAuthToken() });
    const [arrival] = endpoint.arrivals.slice(before);
    expect(answer).toBe('HELLO');
    expect(arrival).toMatchObject({ kind: 'ADMITTED', user: 'app', action: 'DbConnect' });
  });

  test('the client refuses an authority it does not know, and a name that is not there', async () => {
    const other = await openIdentity(join(folder, 'other'), [REGION]);
    const otherCa = readFileSync(other.caFile, 'utf8');
    const elsewhere = 'abc.dsql.eu-west-1.on.aws';
    expect([
      await attempt({ ssl: {} }),
      await attempt({ ssl: { ca: otherCa } }),
      await attempt({ ssl: { ca, servername: elsewhere }, password: () => adminToken(elsewhere) }),
    ]).toMatchObject([
      { code: 'SELF_SIGNED_CERT_IN_CHAIN' },
      { code: expect.stringMatching(/CERT|SIGNATURE|VERIFY/) as string },
      { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    ]);
  });

  test('the endpoint refuses a client without TLS, and a token for elsewhere', async () => {
    const denied = { code: '08006', message: 'unable to accept connection, access denied' };
    expect([
      await attempt({ ssl: false }),
      await attempt({ password: () => adminToken('127.0.0.1', 'us-east-2') }),
      await attempt({ password: () => adminToken('localhost') }),
      await attempt({ host: 'localhost', password: () => adminToken('127.0.0.1') }),
      await attempt({ user: 'app' }),
    ]).toEqual([
      { code: '28000', message: 'unable to accept connection, TLS is required' },
      denied,
      { code: '08006', message: 'unable to accept connection, sni was not received' },
      denied,
      denied,
    ]);
  });

  test('128 connections at once, as a pool opens them', async () => {
    const wide = await openEndpoint(identity.of(REGION), {
      limits: new ConnectionLimits({ ...LIMITS, connections: 128, connectionBurst: 128 }),
    });
    const password = () => adminToken('127.0.0.1');
    const settings = { host: '127.0.0.1', port: wide.port, user: 'admin', ssl: { ca }, password };
    const pool = new pg.Pool({ ...settings, database: 'postgres', max: 128 });
    const clients = await Promise.all(Array.from({ length: 128 }, () => pool.connect()));
    const open = wide.limits.open;
    for (const client of clients) client.release();
    await pool.end();
    await vi.waitFor(() => expect(wide.limits.open).toBe(0));
    await wide.close();
    expect(open).toBe(128);
  });
});

describe.skipIf(!hasPsql)(PSQL, () => {
  interface Outcome {
    readonly status: number | null;
    readonly out: string;
    readonly error: string;
  }

  async function psql(host: string, token: string, settings = ''): Promise<Outcome> {
    const address = `host=${host} port=${endpoint.port} dbname=postgres user=admin`;
    const verify = `sslmode=verify-full sslrootcert=${identity.caFile}`;
    const command = ['-X', '-c', 'HELLO', `${address} ${verify} ${settings}`];
    const child = spawn(PSQL, command, { env: { ...process.env, PGPASSWORD: token } });
    const text = { out: '', error: '' };
    child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text.error += chunk.toString()));
    const [status] = (await once(child, 'close')) as [number | null];
    return { status, ...text };
  }

  test('verify-full by address (no SNI) and by name (SNI)', async () => {
    const welcome = { status: 0, out: 'HELLO\n', error: '' };
    expect([
      await psql('127.0.0.1', await adminToken('127.0.0.1')),
      await psql('localhost', await adminToken('localhost')),
      await psql(NAME, await adminToken(NAME), 'hostaddr=127.0.0.1'),
    ]).toEqual([welcome, welcome, welcome]);
  });

  test('without SNI, a token for a name is refused in Aurora DSQL’s words', async () => {
    const { status, error } = await psql('localhost', await adminToken('localhost'), 'sslsni=0');
    expect(status).toBe(2);
    expect(error).toContain('FATAL:  unable to accept connection, sni was not received');
  });

  test('the hint of a refusal is shown, and nothing of the token', async () => {
    const token = await adminToken('127.0.0.1', 'us-east-2');
    const { error } = await psql('127.0.0.1', token);
    expect(error).toContain(
      'FATAL:  unable to accept connection, access denied\n' +
        'HINT:  User is not authorized to connect. ' +
        'The token was signed for another Region or another service.',
    );
    for (const part of token.split(/[?&=]/).filter(({ length }) => length > 20))
      expect(error).not.toContain(part);
  });

  test('an authority it does not know is refused by psql itself', async () => {
    const other = await openIdentity(join(folder, 'another'), [REGION]);
    const root = `sslrootcert=${other.caFile}`;
    const { status, error } = await psql('127.0.0.1', await adminToken('127.0.0.1'), root);
    expect(status).toBe(2);
    expect(error).toContain('certificate verify failed');
  });
});
