// How the engines of PostgreSQL are opened: the embedded server that they share, and the address of
// the settings, with TLS that is verified or none on this machine.
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAll, type Closers } from '../../server/src/close-all.ts';
import type { Opening } from '../../server/src/clouds/opening.ts';
import { postgresOpener } from '../../server/src/clouds/postgres.ts';
import { readConfig } from '../../server/src/config.ts';
import { EngineUnavailable } from '../../server/src/engines/engine.ts';
import {
  openPostgresEngine,
  reach,
  type PostgresAddress,
} from '../../server/src/engines/postgres/index.ts';
import { runs } from '../../server/src/local/postgres/test-support.ts';
import { openGatewayDsql } from './embedded-dsql.ts';
import { leftovers } from '../support/leftovers.ts';
import { tempFolder } from '../support/temp-folder.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const later = leftovers();
const deaths: Error[] = [];
let dataDir: string;

beforeAll(async () => {
  dataDir = await tempFolder(later);
});
afterAll(() => expect(deaths).toEqual([]));

function openingWith(settings: Readonly<Record<string, string>>): Opening {
  const closers: Closers = [];
  later(() => closeAll(closers));
  const given = { WORLDSEAT_DATA: dataDir, WORLDSEAT_CONNECTIONS_PER_REGION: '4', ...settings };
  return {
    config: readConfig(given, dataDir),
    log,
    closers,
    onDeath: (error) => deaths.push(error),
    embedded: { dsql: null, dynamodb: null },
  };
}

describe('postgres: opened by the settings', () => {
  test('the three share one embedded server, whoever is opened first; closing stops it', async () => {
    const opening = openingWith({ POSTGRES_REGION: 'eu-west-1' });
    const [first, second] = await Promise.all([
      postgresOpener('postgres-serializable')(opening),
      postgresOpener('postgres')(opening),
    ]);
    const server = await opening.embedded.postgres;
    const third = await postgresOpener('postgres-repeatable-read')(opening);
    expect([first, second, third].map(({ id }) => id)).toEqual([
      'postgres-serializable',
      'postgres',
      'postgres-repeatable-read',
    ]);
    expect(third).toMatchObject({
      deployment: 'EMBEDDED',
      regions: ['eu-west-1'],
      components: expect.stringMatching(
        /^PostgreSQL 16\.\d+ \(embedded\), REPEATABLE READ$/,
      ) as string,
    });
    expect(await opening.embedded.postgres).toBe(server);
    await Promise.all([first, second, third].map((engine) => engine.warm()));
    await closeAll(opening.closers);
    expect(opening.embedded.postgres).toBeUndefined();
    expect(runs(server?.pid ?? 0)).toBe(false);
  });

  test('an address is EXTERNAL, and finds what was sold there before', async () => {
    const here = openingWith({});
    const engine = await postgresOpener('postgres')(here);
    const server = await here.embedded.postgres;
    if (server === undefined) throw new Error('no embedded server');
    const { socketDir, port, superuser, database } = server;
    const socket = `host=${encodeURIComponent(socketDir)}`;
    const url = `postgresql://${superuser}@localhost:${port}/${database}?${socket}`;
    const there = openingWith({ POSTGRES_URL: url });
    const external = await postgresOpener('postgres')(there);
    expect(there.embedded.postgres).toBeUndefined();
    expect(external).toMatchObject({
      id: 'postgres',
      deployment: 'EXTERNAL',
      components: expect.stringContaining(`at ${socketDir}:${port}, READ COMMITTED`) as string,
    });
    await engine.openRounds(['X1']);
    const order = { id: 'X1:ann', seatId: 'X1', buyer: 'ann', region: 'us-east-1' };
    const { sale } = await external.run(order, 'NAIVE');
    expect(sale).not.toBeNull();
    expect(await engine.recall(order.id, 'X1')).toEqual(sale);
  });

  test('a server that is not there is unavailable, under the engine’s own id', async () => {
    const opening = openingWith({ POSTGRES_URL: 'postgresql://ana@127.0.0.1:1/seats' });
    const opened = postgresOpener('postgres-serializable')(opening);
    await expect(opened).rejects.toThrow(EngineUnavailable);
    await expect(opened).rejects.toThrow(/^postgres-serializable is unavailable: .*ECONNREFUSED/);
  });
});

test('postgres: TLS is verified against the host and its authority, or not spoken at all', async () => {
  // A gateway speaks PostgreSQL's protocol over TLS, with a certificate of an authority of its own.
  const opened = await openGatewayDsql({ engine: { connectionsPerRegion: 1 } });
  later(() => opened.close());
  const { gateways } = opened;
  const [at] = Object.values(gateways.endpoints);
  if (at === undefined) throw new Error('no endpoint');
  const ca = readFileSync(gateways.caFile, 'utf8');
  const refusal = async (tls: PostgresAddress['tls']): Promise<string> => {
    const address = { ...at, user: 'admin', password: 'no token', database: 'postgres', tls };
    const opening = openPostgresEngine({
      id: 'postgres',
      at: reach('us-east-1', address),
      deployment: 'EXTERNAL',
      components: (version) => version,
    });
    const error: unknown = await opening.then((engine) => engine.close()).catch(itself);
    expect(error).toBeInstanceOf(EngineUnavailable);
    return (error as EngineUnavailable).reason;
  };
  const [other = ''] = rootCertificates;
  expect(await refusal({ ca: other })).toMatch(/certificate/);
  expect(await refusal({ ca: null })).toMatch(/certificate/);
  // Trusted, it gets as far as its password.
  expect(await refusal({ ca })).toMatch(/access denied/);
  expect(await refusal(null)).toMatch(/TLS is required/);
});

const itself = (error: unknown): unknown => error;
