// The dsql engine through the embedded gateways: the shared contract, then what only a database with
// transactions owes: certain conflicts retried whole, and no confirmed sale lost when processes are
// killed in mid-burst.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sale } from '../../schema/src/domain/index.ts';
import { openDsqlEngine } from '../../server/src/engines/dsql/index.ts';
import type { Engine, PurchaseStrategy } from '../../server/src/engines/engine.ts';
import { ask } from '../../server/src/local/postgres/test-support.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import {
  backendsOf,
  openGatewayDsql,
  openSocketDsql,
  temporaryFolder,
  type GatewayDsql,
} from './embedded-dsql.ts';
import { ledgerOf, orderFor, tracedOnce, until } from './engine-helpers.ts';
import { describeEngineContract } from './engine.contract.ts';
import { testIsolation } from './isolation.contract.ts';

for (const conflicts of ['commit', 'native'] as const) {
  let contracted: GatewayDsql | undefined;
  describeEngineContract(`dsql, ${conflicts} conflicts`, {
    oneWinner: true,
    more: testIsolation('REPEATABLE READ'),
    open: async () => (contracted = await openGatewayDsql({ conflicts })).engine,
    close: async () => contracted?.close(),
  });
}

describe('dsql: conflicts', () => {
  let opened: GatewayDsql;
  let engine: Engine;
  beforeAll(async () => {
    opened = await openGatewayDsql();
    engine = opened.engine;
  });
  afterAll(() => opened.close());

  test('a buyer overtaken between read and write runs again, and reads who was faster', async () => {
    await engine.openRounds(['C1']);
    const rival = orderFor(engine, 'C1', 'rival', 1);
    let overtaken = false;
    const [onceTraced] = tracedOnce({ read: true, written: true });
    const overtakenOnce: PurchaseStrategy = async (view, order) => {
      await view.readSeat(order.seatId);
      if (!overtaken) await engine.run(rival, naive);
      overtaken = true;
      return naive(view, order);
    };
    expect(await engine.run(orderFor(engine, 'C1', 'ann', 0), overtakenOnce)).toEqual({
      outcome: 'REJECTED',
      rejectionReason: 'SEAT_TAKEN',
      sale: null,
      read: {
        seatId: 'C1',
        round: 1,
        status: 'SOLD',
        owner: 'rival',
        orderId: 'C1:rival',
        region: rival.region,
      },
      attempts: 2,
      conflicts: ['40001 OC000'],
      trace: [
        { ...onceTraced, conflict: '40001 OC000' },
        { ...onceTraced, writeNs: null },
      ],
      fault: null,
    });
  });

  test('an order that is always overtaken is FAILED at the limit, with every code', async () => {
    const limited = await openDsqlEngine({
      ...opened.options,
      maxAttempts: 3,
    });
    const scope = await engine.openRounds(['C2']);
    const alwaysOvertaken: PurchaseStrategy = async (view, order) => {
      await view.readSeat(order.seatId);
      await engine.openRounds(['C2']);
      return naive(view, order);
    };
    const receipt = await limited.run(orderFor(engine, 'C2', 'ann', 0), alwaysOvertaken);
    await limited.close();
    expect(receipt).toMatchObject({
      outcome: 'FAILED',
      sale: null,
      attempts: 3,
      conflicts: ['40001 OC000', '40001 OC000', '40001 OC000'],
      fault: 'refused 3 times, the limit: at last by 40001 OC000',
    });
    expect(await ledgerOf(engine, scope)).toEqual([]);
  });

  test('E3 an order sent twice at once has one sale, and both are told CONFIRMED', async () => {
    const scope = await engine.openRounds(['C3']);
    const order = orderFor(engine, 'C3', 'ann', 0);
    const twins = await Promise.all([engine.run(order, naive), engine.run(order, naive)]);
    const [sale] = await ledgerOf(engine, scope);
    for (const twin of twins) {
      expect(twin).toMatchObject({ outcome: 'CONFIRMED', sale, fault: null });
    }
  });
});

test('dsql: Regions that show different ledgers have not converged', async () => {
  // One cluster has one database; only on the bare socket can a Region be given another.
  const opened = await openSocketDsql();
  const { engine, options, server } = opened;
  await ask(server, 'CREATE DATABASE elsewhere');
  const [first, second] = [options.regions.slice(0, 1), options.regions.slice(1)];
  const apart = second.map((region) => ({ ...region, database: 'elsewhere' }));
  const other = await openDsqlEngine({ ...options, regions: apart });
  const split = await openDsqlEngine({ ...options, regions: [...first, ...apart] });
  const scope = await engine.openRounds(['C4']);
  const { sale } = await engine.run(orderFor(engine, 'C4', 'ann', 0), naive);
  const readings = [await split.readLedger(scope), await engine.readLedger(scope)];
  await Promise.all([split.close(), other.close()]);
  await opened.close();
  expect(readings).toEqual([
    { sales: [sale], converged: false, unreachable: [] },
    { sales: [sale], converged: true, unreachable: [] },
  ]);
});

describe('dsql: processes killed in mid-burst', () => {
  let opened: GatewayDsql;
  let engine: Engine;
  beforeAll(async () => {
    opened = await openGatewayDsql();
    engine = opened.engine;
  });
  afterAll(() => opened.close());

  test('kill -9 of one backend: no CONFIRMED is missing, no sale is a ghost', async () => {
    await expectTruthAfter(engine, 'K1', () => {
      const [victim] = backendsOf(opened.server, 'admin');
      if (victim === undefined) throw new Error('no backend to kill');
      process.kill(victim, 'SIGKILL');
    });
  });

  test('kill -9 of the server process: the same, and it is started again', async () => {
    const before = opened.server.pid;
    await expectTruthAfter(engine, 'K2', () => process.kill(before, 'SIGKILL'));
    expect(opened.server.pid).not.toBe(before);
  });
});

test('dsql: the ledger survives SIGKILL of the whole program, on the same folder', async () => {
  const folder = temporaryFolder();
  const program = new URL('./sell-until-killed.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: Sale[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(JSON.parse(line) as Sale);
    if (told.length === 50) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  const reopened = await openGatewayDsql({ folder });
  const found = await Promise.all(told.map(({ id, seatId }) => reopened.engine.recall(id, seatId)));
  await reopened.close();
  rmSync(folder, { recursive: true });
  expect(told.length).toBeGreaterThanOrEqual(50);
  expect(found).toEqual(told);
});

/** Sells 600 seats at once, strikes after 100 answers, then holds every answer to the ledger. */
async function expectTruthAfter(
  engine: Engine,
  prefix: string,
  strike: () => unknown,
): Promise<void> {
  const seatIds = Array.from({ length: 600 }, (_, index) => `${prefix}-${index}`);
  const scope = await engine.openRounds(seatIds);
  await engine.warm();
  let answered = 0;
  const orders = seatIds.map((seatId, index) => orderFor(engine, seatId, 'ann', index));
  const receipts = await Promise.all(
    orders.map(async (order) => {
      const receipt = await engine.run(order, naive);
      answered += 1;
      if (answered === 100) strike();
      return receipt;
    }),
  );
  await until('the engine answers again', () => engine.health().then(answersTrue, answersNothing));
  const told: Sale[] = [];
  for (const [index, receipt] of receipts.entries()) {
    const order = orders[index];
    if (receipt.sale !== null) told.push(receipt.sale);
    if (receipt.outcome !== 'INDETERMINATE' || order === undefined) continue;
    const sale = await engine.resolve(order, 1);
    if (sale !== null) told.push(sale);
  }
  expect(await ledgerOf(engine, scope)).toEqual(told.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  expect(receipts.filter(({ outcome }) => outcome === 'CONFIRMED').length).toBeGreaterThan(99);
  expect(receipts.filter(({ fault }) => fault !== null).length).toBeGreaterThan(0);
  await engine.openRounds([`${prefix}-after`]);
  const after = await engine.run(orderFor(engine, `${prefix}-after`, 'bob', 0), naive);
  expect(after.outcome).toBe('CONFIRMED');
}

const answersTrue = (): true => true;
const answersNothing = (): undefined => undefined;
