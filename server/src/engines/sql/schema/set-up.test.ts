// What a start makes in the database, and what it leaves alone, on a real PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startPostgres, type PostgresServer } from '../../../local/postgres/index.ts';
import { ask, until } from '../../../local/postgres/test-support.ts';
import { counterRow } from '../../../purchase/counter-row.ts';
import { openDsqlEngine, type DsqlOptions } from '../../dsql/index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
const BUYER = 'worldseat_buyer';
let server: PostgresServer;
let options: DsqlOptions;
/** Every statement that the server was given since, other than reading and writing rows. */
let definitions: string[] = [];

beforeAll(async () => {
  server = await startPostgres({
    dataDir,
    settings: { log_statement: 'ddl' },
    log: (line) =>
      definitions.push(...line.split(/LOG: {2}(?:statement|execute [^:]+): /).slice(1)),
  });
  const { socketDir: host, port, database, superuser: user } = server;
  options = {
    regions: ['us-east-1', 'us-east-2'].map((region) => ({ region, host, port, database, user })),
    deployment: 'EMBEDDED',
    components: () => 'PostgreSQL',
    asynchronousIndexes: false,
    connectionsPerRegion: 2,
  };
});
beforeEach(async () => {
  await ask(server, 'DROP SCHEMA IF EXISTS worldseat CASCADE');
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true });
});

async function openAndClose(changed: Partial<DsqlOptions> = {}): Promise<void> {
  const engine = await openDsqlEngine({ ...options, ...changed });
  await engine.close();
}

test('the first start makes schema, tables and index; the second changes nothing', async () => {
  await openAndClose();
  const made = await ask(
    server,
    `SELECT relname::text FROM pg_class WHERE relnamespace = 'worldseat'::regnamespace ORDER BY 1`,
  );
  expect(made).toEqual([
    'counters',
    'counters_pkey',
    'fan_tickets',
    'fan_tickets_pkey',
    'floors',
    'floors_pkey',
    'op_log',
    'op_log_by_seat',
    'op_log_pkey',
    'seats',
    'seats_pkey',
  ]);
  const first = definitions;
  definitions = [];
  await openAndClose();
  // Also known to be read by then: the server writes its lines in order.
  await ask(server, 'CREATE SCHEMA heard');
  await ask(server, 'DROP SCHEMA heard');
  expect(first.length).toBeGreaterThan(4);
  await until('the server has written', () => Promise.resolve(definitions.length >= 2));
  expect(definitions).toEqual(['CREATE SCHEMA heard', 'DROP SCHEMA heard']);
});

test('servers that start at the same moment do not get in each other’s way', async () => {
  await Promise.all(Array.from({ length: 4 }, () => openAndClose({ role: BUYER })));
  expect(await ask(server, 'SELECT count(*)::int FROM worldseat.seats')).toEqual([0]);
});

test('what is missing is made again, and nothing else is touched', async () => {
  await openAndClose({ role: BUYER });
  await ask(server, 'DROP TABLE worldseat.floors');
  const seats = `SELECT xmin::text FROM pg_class WHERE oid = 'worldseat.seats'::regclass`;
  const before = await ask(server, seats);
  await openAndClose({ role: BUYER });
  expect(await ask(server, 'SELECT count(*)::int FROM worldseat.floors')).toEqual([0]);
  expect(await ask(server, seats)).toEqual(before);
});

test('the role buys, and can neither change the ledger nor make anything', async () => {
  const engine = await openDsqlEngine({ ...options, role: BUYER });
  await engine.openRounds(['A1']);
  const order = { id: 'order-1', seatId: 'A1', buyer: 'Ana', region: 'us-east-1' };
  const fan = { key: 'burst-1/Ana', limit: 1 };
  const receipt = await engine.run({ ...order, fan }, counterRow);
  const users = await ask(
    server,
    `SELECT DISTINCT usename::text FROM pg_stat_activity WHERE application_name = 'worldseat'`,
  );
  await engine.close();
  expect(receipt).toMatchObject({ outcome: 'CONFIRMED', fault: null });
  // Admin's connection ended with the set-up.
  expect(users).toEqual([BUYER]);
  const asBuyer = { ...server, superuser: BUYER };
  for (const forbidden of [
    `UPDATE worldseat.op_log SET buyer = 'Bo'`,
    'DELETE FROM worldseat.op_log',
    'DELETE FROM worldseat.seats',
    `UPDATE worldseat.fan_tickets SET fan_key = 'Bo'`,
    'DELETE FROM worldseat.fan_tickets',
    'DELETE FROM worldseat.counters',
    'CREATE TABLE worldseat.more (id int)',
    'CREATE ROLE more',
  ]) {
    await expect(ask(asBuyer, forbidden)).rejects.toMatchObject({ code: '42501' });
  }
});

test('a server whose role finds everything does not connect as admin', async () => {
  await openAndClose({ role: BUYER });
  const nobody = options.regions.map((region) => ({ ...region, user: 'nobody_at_all' }));
  await openAndClose({ role: BUYER, regions: nobody });
  await ask(server, 'DROP TABLE worldseat.floors');
  await expect(openAndClose({ role: BUYER, regions: nobody })).rejects.toThrow(
    /nobody_at_all, who makes what is missing, is not let in: role "nobody_at_all" does not exist/,
  );
});

test('tables of an earlier version move over with their rows, when that is asked for', async () => {
  await openAndClose();
  await ask(server, `INSERT INTO worldseat.floors VALUES ('floor', 'hall', 7)`);
  for (const name of ['seats', 'op_log', 'floors']) {
    await ask(server, `ALTER TABLE worldseat.${name} SET SCHEMA public`);
  }
  const engine = await openDsqlEngine({ ...options, adoptsPublicTables: true });
  const floor = await engine.readFloor();
  await engine.close();
  expect(floor).toEqual({ venue: 'hall', round: 7 });
});
