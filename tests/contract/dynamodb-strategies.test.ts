// What the fixes are worth on Global Tables, rules E14, E15 and E17 across Regions: a condition and a
// counter hold where they are checked, so on eventual tables in one Region, and on strong ones in
// all. A rule over several seats that is only counted holds on neither.
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { FanRule, Order, Sale } from '../../schema/src/domain/index.ts';
import type { Engine, PurchaseStrategy } from '../../server/src/engines/engine.ts';
import { conditional } from '../../server/src/purchase/conditional.ts';
import { counterRow } from '../../server/src/purchase/counter-row.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import {
  openEmbeddedDynamoDb,
  openEngineOn,
  STRONG,
  type EmbeddedDynamoDb,
} from './embedded-dynamodb.ts';
import { ledgerOf, orderFor, until } from './engine-helpers.ts';
import { tally } from './strategies.contract.ts';

const BUYERS = 40;
const LIMIT = 3;
let embedded: EmbeddedDynamoDb;
let eventual: Engine;
let strong: Engine;

beforeAll(async () => {
  embedded = await openEmbeddedDynamoDb();
  eventual = embedded.engine;
  strong = await openEngineOn(embedded.tables, STRONG);
});
afterAll(async () => {
  await strong.close();
  await embedded.close();
});

/** Everybody at once, alternating Regions, all for one seat. @returns the sales in the ledger */
async function sellSeat(
  engine: Engine,
  strategy: PurchaseStrategy,
  seatId: string,
): Promise<readonly Sale[]> {
  const buyers = Array.from({ length: BUYERS }, (_, at) => orderFor(engine, seatId, `b${at}`, at));
  return sell(engine, strategy, buyers);
}

/** One fan wants many seats at once, each order a seat of its own. @returns the sales */
function sellFan(
  engine: Engine,
  strategy: PurchaseStrategy,
  fan: FanRule,
): Promise<readonly Sale[]> {
  return sell(engine, strategy, ordersOf(engine, fan, BUYERS));
}

function ordersOf(engine: Engine, fan: FanRule, wanted: number): Order[] {
  return Array.from({ length: wanted }, (_, at) => ({
    ...orderFor(engine, `${fan.key}-${at}`, 'ann', at),
    fan,
  }));
}

async function sell(
  engine: Engine,
  strategy: PurchaseStrategy,
  orders: readonly Order[],
): Promise<readonly Sale[]> {
  const scope = await engine.openRounds([...new Set(orders.map(({ seatId }) => seatId))]);
  await engine.warm();
  await Promise.all(orders.map((order) => engine.run(order, strategy)));
  return ledgerOf(engine, scope);
}

/** Sales of each Region that has any, most first. */
function perRegion(sales: readonly Sale[]): number[] {
  const counts = new Map<string, number>();
  for (const { region } of sales) counts.set(region, (counts.get(region) ?? 0) + 1);
  return [...counts.values()].toSorted((a, b) => b - a);
}

/** Until the test is over, or heal() is called. Whatever is written meanwhile arrives afterwards. */
async function cutRegions(): Promise<() => Promise<void>> {
  const { tables } = embedded;
  const heal = () => tables.setReplication({ paused: false });
  onTestFinished(heal);
  await tables.setReplication({ paused: true });
  return heal;
}

describe('eventual tables', () => {
  test('E14 CONDITIONAL sells a seat at most once in each Region, and so now and then twice', async () => {
    const sold: number[] = [];
    for (let seat = 0; seat < 5; seat += 1) {
      const counts = perRegion(await sellSeat(eventual, conditional, `C${seat}`));
      expect(Math.max(...counts)).toBe(1);
      sold.push(counts.length);
    }
    expect(sold).toContain(2);
  });

  test('E15 COUNTER_ROW keeps a fan’s limit in one Region, not over Regions that do not hear', async () => {
    const fan = { key: 'eventual/counted', limit: LIMIT };
    const orders = ordersOf(eventual, fan, BUYERS);
    const scope = await eventual.openRounds(orders.map(({ seatId }) => seatId));
    const heal = await cutRegions();
    const receipts = await Promise.all(orders.map((order) => eventual.run(order, counterRow)));
    expect(tally(receipts)).toEqual({ CONFIRMED: 2 * LIMIT, FAN_LIMIT: BUYERS - 2 * LIMIT });
    await heal();
    expect(perRegion(await ledgerOf(eventual, scope))).toEqual([LIMIT, LIMIT]);
  });

  test('E15 the last writer’s count stands: a Region may sell beyond the limit that it has reached', async () => {
    const fan = { key: 'eventual/forgotten', limit: LIMIT };
    const orders = ordersOf(eventual, fan, 20);
    const scope = await eventual.openRounds(orders.map(({ seatId }) => seatId));
    const heal = await cutRegions();
    const [here = '', there = ''] = eventual.regions;
    const ofRegion = (name: string) => orders.filter(({ region }) => region === name);
    const buyOneAfterAnother = async (some: readonly Order[]) => {
      const told: string[] = [];
      for (const order of some) {
        const { outcome, rejectionReason } = await eventual.run(order, counterRow);
        told.push(rejectionReason ?? outcome);
      }
      return told;
    };
    const full = ['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'FAN_LIMIT'];
    expect(await buyOneAfterAnother(ofRegion(here).slice(0, 4))).toEqual(full);
    // The other Region counts one, later: so that is what both come to.
    expect(await buyOneAfterAnother(ofRegion(there).slice(0, 1))).toEqual(['CONFIRMED']);
    await heal();
    await until('everything has arrived', async () => {
      const { pending, repairing } = await embedded.tables.replication();
      return pending + repairing === 0 ? true : undefined;
    });
    expect(await buyOneAfterAnother(ofRegion(here).slice(4, 7))).toEqual(full.slice(1));
    expect(perRegion(await ledgerOf(eventual, scope))).toEqual([LIMIT + 2, 1]);
  });
});

describe('strong tables', () => {
  test('E14 CONDITIONAL sells a seat once', async () => {
    expect(await sellSeat(strong, conditional, 'C')).toHaveLength(1);
  });

  test('E14 NAIVE sells it many times: what every Region reads is not what it still finds', async () => {
    expect((await sellSeat(strong, naive, 'N')).length).toBeGreaterThan(1);
  });

  test('E15 COUNTER_ROW sells a seat once, and keeps a fan’s limit over all Regions', async () => {
    expect(await sellSeat(strong, counterRow, 'R')).toHaveLength(1);
    const fan = { key: 'strong/counted', limit: LIMIT };
    expect(await sellFan(strong, counterRow, fan)).toHaveLength(LIMIT);
  });

  test('its faults carry its own id', async () => {
    await expect(strong.openRounds([''])).rejects.toThrow(/^dynamodb-strong is unavailable: /);
    const elsewhere = { ...orderFor(strong, 'C', 'eve', 0), region: 'mars-1' };
    await expect(strong.resolve(elsewhere, 1)).rejects.toThrow(
      'dynamodb-strong is unavailable: there is no Region mars-1: only us-east-1, us-east-2',
    );
  });
});

test('E17 a limit that is only counted breaks on EVENTUAL and on STRONG', async () => {
  for (const engine of [eventual, strong]) {
    const fan = { key: `${engine.id}/naive`, limit: LIMIT };
    expect((await sellFan(engine, naive, fan)).length).toBeGreaterThan(LIMIT);
    // The condition of a seat's row sees nothing of the fan's other seats.
    const guarded = { key: `${engine.id}/conditional`, limit: LIMIT };
    expect((await sellFan(engine, conditional, guarded)).length).toBeGreaterThan(LIMIT);
  }
});

test('a lock is not offered, and says so', async () => {
  const locking: PurchaseStrategy = async (view, { seatId }) => {
    await view.lockSeat(seatId);
    return 'REJECTED';
  };
  await eventual.openRounds(['K1']);
  const receipt = await eventual.run(orderFor(eventual, 'K1', 'ann', 0), locking);
  expect(receipt).toMatchObject({ outcome: 'FAILED', rejectionReason: null, sale: null });
  expect(receipt.fault).toMatch(/^NOT_OFFERED DynamoDB has no locks/);
  for (const engine of [eventual, strong]) {
    expect(engine.strategies).toEqual(['NAIVE', 'CONDITIONAL', 'COUNTER_ROW']);
  }
});
