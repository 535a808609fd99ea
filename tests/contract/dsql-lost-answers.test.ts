// The dsql engine when a connection ends or an answer is lost. What matters is where: before COMMIT
// was sent an order has certainly bought nothing; at COMMIT only the ledger knows.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../schema/src/domain/index.ts';
import { openDsqlEngine } from '../../server/src/engines/dsql/index.ts';
import type { Engine, Receipt } from '../../server/src/engines/engine.ts';
import { connectTo } from '../../server/src/local/dsql/process/testing.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import { openCommitCutter, type CommitCutter, type Cut } from './commit-cutter.ts';
import {
  openGatewayDsql,
  openSocketDsql,
  socketOptions,
  type EmbeddedDsql,
  type GatewayDsql,
} from './embedded-dsql.ts';
import { ledgerOf, orderFor, until } from './engine-helpers.ts';

const lost = {
  outcome: 'INDETERMINATE',
  sale: null,
  attempts: 1,
  conflicts: [],
  fault: expect.stringContaining('the answer to COMMIT was lost') as string,
};

/** After it was INDETERMINATE: resolve() tells the truth, and nothing contradicts it later. */
async function expectSold(engine: Engine, order: Order): Promise<void> {
  const sale = await engine.resolve(order, 1);
  expect(sale).toMatchObject({ ...order, round: 1, attempts: 1 });
  expect(await ledgerOf(engine, new Map([[order.seatId, 1]]))).toEqual([sale]);
  expect(await engine.run(order, naive)).toMatchObject({ outcome: 'CONFIRMED', sale });
}

async function expectNeverSold(engine: Engine, order: Order): Promise<void> {
  expect(await engine.resolve(order, 1)).toBeNull();
  expect(await engine.run(order, naive)).toMatchObject({ outcome: 'FAILED', sale: null });
  const other = orderFor(engine, order.seatId, 'bob', 1);
  expect(await engine.run(other, naive)).toMatchObject({ outcome: 'CONFIRMED' });
}

describe('dsql: a connection that is cut', () => {
  let opened: EmbeddedDsql;
  let cutter: CommitCutter;
  let engine: Engine;
  beforeAll(async () => {
    opened = await openSocketDsql();
    cutter = await openCommitCutter(opened.server.socketDir, opened.server.port);
    engine = await openDsqlEngine(socketOptions(opened.server, cutter.socketDir));
  });
  afterAll(async () => {
    await engine.close();
    await cutter.close();
    await opened.close();
  });

  async function buyWhileCut(order: Order, cut: Cut): Promise<Receipt> {
    await engine.openRounds([order.seatId]);
    await engine.warm();
    cutter.cut = cut;
    cutter.cuts = 0;
    const receipt = engine.run(order, naive);
    await until('a connection is cut', () => Promise.resolve(cutter.cuts > 0 ? true : undefined));
    if (cut === 'BEGIN') cutter.cut = 'NEVER';
    const ended = await receipt;
    cutter.cut = 'NEVER';
    return ended;
  }

  test('before the transaction began: the order goes on with another connection', async () => {
    const order = orderFor(engine, 'L0', 'ann', 0);
    const { outcome, attempts, conflicts } = await buyWhileCut(order, 'BEGIN');
    // How many connections are cut before the cutter is told to stop is not the engine's to say.
    expect({ outcome, lost: [...new Set(conflicts)], attempts }).toEqual({
      outcome: 'CONFIRMED',
      lost: ['connection lost'],
      attempts: conflicts.length + 1,
    });
  });

  test('in the transaction: FAILED, and certainly not sold', async () => {
    const order = orderFor(engine, 'L1', 'ann', 0);
    expect(await buyWhileCut(order, 'WRITE')).toMatchObject({
      outcome: 'FAILED',
      attempts: 1,
      fault: expect.stringContaining('not committed') as string,
    });
    expect(await ledgerOf(engine, new Map([['L1', 1]]))).toEqual([]);
  });

  test('after COMMIT was carried out: INDETERMINATE, and resolve finds the sale', async () => {
    const order = orderFor(engine, 'L2', 'ann', 0);
    expect(await buyWhileCut(order, 'AFTER_COMMIT')).toMatchObject(lost);
    await expectSold(engine, order);
  });

  test('before COMMIT arrived: INDETERMINATE, and resolve makes sure that it never does', async () => {
    const order = orderFor(engine, 'L3', 'ann', 0);
    expect(await buyWhileCut(order, 'BEFORE_COMMIT')).toMatchObject(lost);
    await expectNeverSold(engine, order);
  });
});

describe('dsql: faults of the service', () => {
  let opened: GatewayDsql;
  let engine: Engine;
  beforeAll(async () => {
    opened = await openGatewayDsql();
    engine = opened.engine;
  });
  afterAll(() => opened.close());

  async function buy(
    seatId: string,
    faults: Parameters<GatewayDsql['gateways']['setFaults']>[0],
  ): Promise<{ order: Order; receipt: Receipt }> {
    const order = orderFor(engine, seatId, 'ann', 0);
    await engine.openRounds([seatId]);
    await opened.gateways.setFaults(faults, order.region);
    return { order, receipt: await engine.run(order, naive) };
  }

  test('an acknowledgement that is dropped: INDETERMINATE, and resolve finds the sale', async () => {
    const { order, receipt } = await buy('F1', { dropAcknowledgements: 1 });
    expect(receipt).toMatchObject(lost);
    await expectSold(engine, order);
  });

  test('XX000 at COMMIT, carried out: INDETERMINATE, and resolve finds the sale', async () => {
    const faults = { unavailableCommits: 1, unavailableApplied: true };
    const { order, receipt } = await buy('F2', faults);
    expect(receipt).toMatchObject(lost);
    await expectSold(engine, order);
  });

  test('XX000 at COMMIT, not carried out: INDETERMINATE, and resolve rules it out', async () => {
    const faults = { unavailableCommits: 1, unavailableApplied: false };
    const { order, receipt } = await buy('F3', faults);
    expect(receipt).toMatchObject(lost);
    await expectNeverSold(engine, order);
  });

  test('a conflict at COMMIT that the service makes: the whole order runs again', async () => {
    const { receipt } = await buy('F4', { conflictCommits: 2 });
    expect(receipt).toMatchObject({
      outcome: 'CONFIRMED',
      attempts: 3,
      conflicts: ['40001 OC000', '40001 OC000'],
    });
  });

  test('a Region that is cut: its orders FAIL with the reason, the other Region sells', async () => {
    const { receipt, order } = await buy('F5', { cut: true });
    expect(receipt).toMatchObject({ outcome: 'FAILED', sale: null });
    expect(receipt.fault).toContain(`no connection to ${order.region}`);
    const other = orderFor(engine, 'F5', 'bob', 1);
    expect(await engine.run(other, naive)).toMatchObject({ outcome: 'CONFIRMED' });
    await opened.gateways.setFaults({ cut: false }, order.region);
    await until('the Region answers again', () => engine.health().then(answersTrue, nothing));
  });

  test('a cluster that wakes up: the order waits for it', async () => {
    await engine.openRounds(['F6']);
    const [at] = opened.options.regions;
    if (at === undefined) throw new Error('no Region');
    // New connections only are refused: those that are open must end first.
    await opened.gateways.setFaults({ cut: true }, at.region);
    await opened.gateways.setFaults({ cut: false, asleep: true }, at.region);
    const running = engine.run(orderFor(engine, 'F6', 'ann', 0), naive);
    // Who knocks later is refused later, so the order has been refused by then.
    const { caFile, credentials } = opened.gateways;
    const late = connectTo({ ...at, caFile, credentials });
    await expect(late).rejects.toThrow('waking up cluster');
    await opened.gateways.setFaults({ asleep: false }, at.region);
    expect(await running).toMatchObject({ outcome: 'CONFIRMED', fault: null });
  });
});

const answersTrue = (): true => true;
const nothing = (): undefined => undefined;
