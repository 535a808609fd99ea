// An order against refusals in the middle of its transaction, on a real PostgreSQL whose seats table
// refuses as many writes as it is told to. (A sequence counts them: it is not rolled back.)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Order } from '@worldseat/schema/domain';
import { startPostgres, type PostgresServer } from '../../local/postgres/index.ts';
import { ask } from '../../local/postgres/test-support.ts';
import { naive } from '../../purchase/naive.ts';
import type { Engine, PurchaseStrategy } from '../engine.ts';
import { openDsqlEngine } from '../dsql/index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'worldseat-test-'));
const REGION = 'us-east-1';
let server: PostgresServer;
let engine: Engine;
let seats = 0;
let order: Order;

beforeAll(async () => {
  server = await startPostgres({ dataDir });
  const { socketDir: host, port, database, superuser: user } = server;
  engine = await openDsqlEngine({
    regions: [{ region: REGION, host, port, database, user }],
    deployment: 'EMBEDDED',
    components: () => 'PostgreSQL',
    asynchronousIndexes: false,
    connectionsPerRegion: 1,
    maxAttempts: 4,
  });
  await ask(server, 'CREATE SEQUENCE worldseat.refusals');
  await refuse(0, 'XX000', '');
  await ask(
    server,
    `CREATE TRIGGER refuse BEFORE UPDATE ON worldseat.seats
      FOR EACH ROW WHEN (NEW.status = 'SOLD') EXECUTE FUNCTION worldseat.refuse()`,
  );
});
beforeEach(async () => {
  seats += 1;
  order = { id: `order-${seats}`, seatId: `S-${seats}`, buyer: 'ann', region: REGION };
  await engine.openRounds([order.seatId]);
});
afterAll(async () => {
  await engine.close();
  await server.stop();
  rmSync(dataDir, { recursive: true });
});

/** The next writes of a sold seat are refused like this. */
async function refuse(times: number, state: string, message: string): Promise<void> {
  await ask(
    server,
    `CREATE OR REPLACE FUNCTION worldseat.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('worldseat.refusals') <= ${times} THEN
        RAISE EXCEPTION '${message}' USING ERRCODE = '${state}';
      END IF;
      RETURN NEW;
    END $$`,
  );
  await ask(server, `SELECT setval('worldseat.refusals', 1, false)`);
}

const ledger = () => ask(server, `SELECT id FROM worldseat.op_log WHERE id = '${order.id}'`);
const backend = () =>
  ask(server, `SELECT pid FROM pg_stat_activity WHERE application_name = 'worldseat'`);

test('XX000 before COMMIT: the whole order again, on the same connection', async () => {
  await refuse(2, 'XX000', 'server unavailable');
  const before = await backend();
  expect(await engine.run(order, naive)).toMatchObject({
    outcome: 'CONFIRMED',
    attempts: 3,
    conflicts: ['XX000', 'XX000'],
    fault: null,
  });
  expect(await backend()).toEqual(before);
  expect(await ledger()).toEqual([order.id]);
});

test('XX000 for ever: FAILED at the limit, and certainly not sold', async () => {
  await refuse(100, 'XX000', 'server unavailable');
  expect(await engine.run(order, naive)).toMatchObject({
    outcome: 'FAILED',
    attempts: 4,
    conflicts: ['XX000', 'XX000', 'XX000', 'XX000'],
    fault: 'refused 4 times, the limit: at last by XX000',
  });
  expect(await ledger()).toEqual([]);
});

test.each([
  ['54000', 'transaction row limit exceeded'],
  ['0A000', 'unsupported statement'],
  ['42501', 'permission denied for table seats'],
])('%s is never run again', async (state, message) => {
  await refuse(1, state, message);
  const fault = `not committed: ${message}`;
  expect(await engine.run(order, naive)).toMatchObject({ outcome: 'FAILED', attempts: 1, fault });
  expect(await ledger()).toEqual([]);
});

/** Goes on after a refused write as if nothing had happened. */
const heedless: PurchaseStrategy = async (view, given) => {
  const seat = await view.readSeat(given.seatId);
  await view.writeSeat({ ...seat, status: 'SOLD', orderId: given.id }).catch(() => undefined);
  await view.appendSale(given, seat);
  return 'CONFIRMED';
};

test('25P02 hides an error: the receipt tells the first one', async () => {
  await refuse(1, '54000', 'transaction size limit 10mb exceeded');
  expect(await engine.run(order, heedless)).toMatchObject({
    outcome: 'FAILED',
    fault: 'not committed: transaction size limit 10mb exceeded',
  });
});

test('a hidden conflict is a conflict all the same', async () => {
  await refuse(1, '40001', 'schema has been updated by another transaction (OC001)');
  expect(await engine.run(order, heedless)).toMatchObject({
    outcome: 'CONFIRMED',
    attempts: 2,
    conflicts: ['40001 OC001'],
  });
});

/** Appends first, so that the refused write comes last and COMMIT answers ROLLBACK. */
const committing: PurchaseStrategy = async (view, given) => {
  const seat = await view.readSeat(given.seatId);
  await view.appendSale(given, seat);
  await view.writeSeat({ ...seat, status: 'SOLD', orderId: given.id }).catch(() => undefined);
  return 'CONFIRMED';
};

test('COMMIT answered with ROLLBACK is certain: FAILED by the error before it', async () => {
  await refuse(1, '54000', 'transaction row limit exceeded');
  expect(await engine.run(order, committing)).toMatchObject({
    outcome: 'FAILED',
    fault: 'not committed: transaction row limit exceeded',
  });
  expect(await ledger()).toEqual([]);
});
