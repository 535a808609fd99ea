// What the dynamodb engine says, and keeps, when its database dies, is cut in two, or lost an
// answer. Conditions are waited for, never time.
import { expect, onTestFinished, test } from 'vitest';
import type { Order, Scope } from '../../schema/src/domain/index.ts';
import { DynamoDbEngine } from '../../server/src/engines/dynamodb/dynamodb-engine.ts';
import { RegionClient } from '../../server/src/engines/dynamodb/region-client.ts';
import { tableNames } from '../../server/src/engines/dynamodb/table-names.ts';
import type { Engine, PurchaseStrategy, Receipt } from '../../server/src/engines/engine.ts';
import { QUIET } from '../../server/src/local/dynamodb/testing.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import { openEmbeddedDynamoDb, type EmbeddedDynamoDb } from './embedded-dynamodb.ts';
import { ledgerOf, settled, until } from './engine-helpers.ts';

async function open(options = {}): Promise<EmbeddedDynamoDb> {
  const embedded = await openEmbeddedDynamoDb(options);
  onTestFinished(() => embedded.close());
  return embedded;
}

function ordersFor(seatIds: readonly string[], regions: readonly string[]): Order[] {
  return seatIds.map((seatId, index) => ({
    id: `burst-${index}`,
    seatId,
    buyer: `buyer ${index}`,
    region: regions[index % regions.length] ?? '',
  }));
}

test('killed in mid-burst: no confirmed sale is lost, unresolved orders are decided', async () => {
  const { engine, tables } = await open();
  const seatIds = Array.from({ length: 40 }, (_, index) => `K${index}`);
  const scope = await engine.openRounds(seatIds);
  await engine.warm();
  const orders = ordersFor(Array.from({ length: 10 }, () => seatIds).flat(), engine.regions);
  const receipts = new Map<Order, Receipt>();
  const running = orders.map(async (order) => {
    receipts.set(order, await engine.run(order, naive));
    if (receipts.size === 60) process.kill(tables.pid ?? 0, 'SIGKILL');
  });
  await Promise.all(running);
  expect(receipts.size).toBe(orders.length);
  await until('the engine is healthy again', () => healthy(engine));
  const told = [...receipts].filter(([, { outcome }]) => outcome === 'CONFIRMED');
  const lost = [...receipts].filter(([, { outcome }]) => outcome === 'INDETERMINATE');
  const failed = [...receipts].filter(([, { outcome }]) => outcome === 'FAILED');
  expect(lost.length + failed.length).toBeGreaterThan(0);
  for (const [, receipt] of [...lost, ...failed]) expect(receipt.fault).toEqual(expect.any(String));
  const resolved = await Promise.all(lost.map(([order]) => engine.resolve(order, 1)));
  const expected = [...told.map(([{ id }]) => id), ...resolved.flatMap((sale) => sale?.id ?? [])];
  const { sales } = await settled(engine, scope);
  expect(sales.map(({ id }) => id)).toEqual(expected.toSorted());
  const next = await engine.openRounds(['K0']);
  const [order] = ordersFor(['K0'], engine.regions);
  expect(order && (await engine.run({ ...order, id: 'after' }, naive)).outcome).toBe('CONFIRMED');
  expect(await ledgerOf(engine, next)).toHaveLength(1);
});

test('down: the engine says so by name and in outcomes; it never throws from run', async () => {
  const { engine, tables } = await open();
  const scope: Scope = await engine.openRounds(['D1']);
  await tables.stop();
  const [order] = ordersFor(['D1'], engine.regions);
  if (order === undefined) throw new Error('no order');
  expect(await engine.run(order, naive)).toMatchObject({ outcome: 'FAILED', sale: null });
  const unavailable = { code: 'ENGINE_UNAVAILABLE' };
  await expect(engine.resolve(order, 1)).rejects.toMatchObject(unavailable);
  await expect(engine.recall('o', 'D1')).rejects.toMatchObject(unavailable);
  await expect(engine.health()).rejects.toMatchObject(unavailable);
  await expect(engine.openRounds(['D1'])).rejects.toMatchObject(unavailable);
  await expect(engine.readSeat('D1')).rejects.toMatchObject(unavailable);
  const { sales, unreachable } = await engine.readLedger(scope);
  expect({ sales, regions: unreachable.map(({ region }) => region) }).toEqual({
    sales: [],
    regions: engine.regions,
  });
  expect(await engine.readTables(['D1'])).toEqual(
    engine.regions.map((region) => ({ region, unreachable: expect.any(String) as string })),
  );
});

test('silent: it is said before a burst, with every socket open; what was sold is left alone', async () => {
  const { engine, tables } = await open();
  const scope = await engine.openRounds(['S1']);
  await engine.warm();
  const pid = tables.pid ?? 0;
  process.kill(pid, 'SIGSTOP');
  onTestFinished(() => void process.kill(pid, 'SIGCONT'));
  await expect(engine.warm()).rejects.toMatchObject({
    code: 'ENGINE_UNAVAILABLE',
    reason: expect.stringMatching(/^NO_ANSWER us-east-[12] gave no answer within 8 s$/) as string,
  });
  process.kill(pid, 'SIGCONT');
  await until('the engine is healthy again', () => healthy(engine));
  await engine.warm();
  const [order] = ordersFor(['S1'], engine.regions);
  expect(order && (await engine.run(order, naive)).outcome).toBe('CONFIRMED');
  expect(await ledgerOf(engine, scope)).toHaveLength(1);
});

test('cut in two, both Regions sell the same seat; healed, both sales are in one ledger', async () => {
  // Without a lag, so that nothing but the cut can keep the second buyer from seeing the first.
  const { engine, tables } = await open({ lagMs: 0, jitterMs: 0 });
  const scope = await engine.openRounds(['P1']);
  await tables.setReplication({ paused: true });
  const orders = ordersFor(['P1', 'P1'], engine.regions);
  const receipts: Receipt[] = [];
  for (const order of orders) {
    receipts.push(await engine.run(order, naive));
    // Of each purchase the seat and the sale.
    await until('both writes are held', async () => {
      const { pending } = await tables.replication();
      return pending === 2 * receipts.length ? true : undefined;
    });
  }
  expect(receipts.map(({ outcome }) => outcome)).toEqual(['CONFIRMED', 'CONFIRMED']);
  expect(await engine.readLedger(scope)).toMatchObject({ converged: false, unreachable: [] });
  await tables.setReplication({ paused: false });
  const { sales, rows } = await settled(engine, scope);
  expect(sales).toEqual(receipts.map(({ sale }) => sale));
  expect(rows.map(({ orderId }) => orderId)).toEqual([orders[1]?.id]);
});

test('an order that was given up is FAILED when its sale arrives late', async () => {
  const { engine } = await open();
  const scope = await engine.openRounds(['V1']);
  const [order] = ordersFor(['V1'], engine.regions);
  if (order === undefined) throw new Error('no order');
  const late: PurchaseStrategy = async (view) => {
    const seat = await view.readSeat(order.seatId);
    expect(await engine.resolve(order, seat.round)).toBeNull();
    await view.appendSale(order, seat);
    return 'CONFIRMED';
  };
  const receipt = await engine.run(order, late);
  expect(receipt).toMatchObject({ outcome: 'FAILED', sale: null });
  expect(receipt.fault).toContain('given up');
  expect(await ledgerOf(engine, scope)).toEqual([]);
});

test('a sale that is appended twice, as by a retry, is one sale and CONFIRMED', async () => {
  const { engine } = await open();
  const scope = await engine.openRounds(['T1']);
  const twice: PurchaseStrategy = async (view, order) => {
    const seat = await view.readSeat(order.seatId);
    await view.appendSale(order, seat);
    await view.appendSale(order, seat);
    return 'CONFIRMED';
  };
  const [order] = ordersFor(['T1'], engine.regions);
  const receipt = order && (await engine.run(order, twice));
  expect(receipt?.outcome).toBe('CONFIRMED');
  expect(await ledgerOf(engine, scope)).toEqual([receipt?.sale]);
});

test('an order id of another buyer is refused, and the first buyer keeps the sale', async () => {
  const { engine } = await open();
  const scope = await engine.openRounds(['O1']);
  const region = engine.regions[0] ?? '';
  const first = await engine.run({ id: 'mine', seatId: 'O1', buyer: 'ann', region }, naive);
  const other = await engine.run({ id: 'mine', seatId: 'O1', buyer: 'eve', region }, naive);
  expect(other).toMatchObject({ outcome: 'FAILED', sale: null });
  expect(other.fault).toContain('another buyer');
  expect(await ledgerOf(engine, scope)).toEqual([first.sale]);
});

test('an order id that bought another seat is refused by name', async () => {
  const { engine } = await open();
  const scope = await engine.openRounds(['O2', 'O3']);
  const order = { id: 'mine', seatId: 'O2', buyer: 'ann', region: engine.regions[0] ?? '' };
  const first = await engine.run(order, naive);
  const other = await engine.run({ ...order, seatId: 'O3' }, naive);
  expect(other).toMatchObject({ outcome: 'FAILED', sale: null });
  expect(other.fault).toContain('already bought O2');
  expect(await ledgerOf(engine, scope)).toEqual([first.sale]);
});

test('an order that a lost Region may have sold is FAILED, and sells nothing', async () => {
  const { engine, tables } = await open();
  const scope = await engine.openRounds(['L1']);
  const order = { id: 'mine', seatId: 'L1', buyer: 'ann', region: engine.regions[0] ?? '' };
  const cutOff = engineWithoutSecondRegion(tables.endpoints);
  onTestFinished(() => cutOff.close());
  const receipt = await cutOff.run(order, naive);
  expect(receipt).toMatchObject({ outcome: 'FAILED', sale: null, attempts: 0 });
  expect(receipt.fault).toContain('cannot be looked up: ECONNREFUSED');
  expect(await ledgerOf(engine, scope)).toEqual([]);
  expect((await cutOff.run({ ...order, id: 'burst-1' }, naive)).outcome).toBe('CONFIRMED');
});

test('an unknown Region is FAILED and names the allowed ones', async () => {
  const { engine } = await open();
  const order = { id: 'burst-x', seatId: 'A1', buyer: 'ann', region: 'mars-1' };
  expect((await engine.run(order, naive)).fault).toContain('us-east-1, us-east-2');
});

async function healthy(engine: EmbeddedDynamoDb['engine']): Promise<true | undefined> {
  try {
    await engine.health();
    return true;
  } catch {
    return undefined;
  }
}

/** The engine as it is left when us-east-2 is gone after the start: nothing listens on port 1. */
function engineWithoutSecondRegion(endpoints: Readonly<Record<string, string>>): Engine {
  const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  const regions = Object.entries(endpoints).map(([region, endpoint], index) => ({
    region,
    endpoint: index === 0 ? endpoint : 'http://127.0.0.1:1',
    credentials,
  }));
  const clients = regions.map((address) => new RegionClient(address, tableNames('worldseat'), 4));
  return new DynamoDbEngine(
    { regions, deployment: 'EMBEDDED', components: 'one Region is gone', log: QUIET },
    clients,
  );
}
