// The part of the engine contract that strategies other than the naive one stand on, E14 to E18:
// the guarded write, the counter, the tickets of a fan, when each attempt did what, and the lag. All
// buyers of a contest are in one Region here: what holds across Regions is where engines differ.
import { expect, test } from 'vitest';
import type { Attempt, FanRule, Order } from '../../schema/src/domain/index.ts';
import { clockNs } from '../../server/src/clock.ts';
import type { Engine, PurchaseStrategy, Receipt } from '../../server/src/engines/engine.ts';
import { conditional } from '../../server/src/purchase/conditional.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import { soldTo } from '../../server/src/purchase/sold-to.ts';
import { ledgerOf, orderFor, settled } from './engine-helpers.ts';

const BUYERS = 50;
const LEFT = 7;

/** Registers the tests. @param opened the engine under test, asked for when a test runs */
export function testStrategies(opened: () => Engine): void {
  test('E14 a guarded write is made once: not to a seat that is sold, nor in another round', async () => {
    const engine = opened();
    const scope = await engine.openRounds(['E14']);
    const told: boolean[] = [];
    const guarded: PurchaseStrategy = async (view, order) => {
      const seat = await view.readSeat(order.seatId);
      told.push(await view.writeSeatIfAvailable(soldTo(order, { ...seat, round: 2 })));
      told.push(await view.writeSeatIfAvailable(soldTo(order, seat)));
      if (told.at(-1) !== true) return 'REJECTED';
      await view.appendSale(order, seat);
      return 'CONFIRMED';
    };
    const ann = await engine.run(orderFor(engine, 'E14', 'ann', 0), guarded);
    const bob = await engine.run(orderFor(engine, 'E14', 'bob', 0), guarded);
    expect([ann.outcome, bob.outcome]).toEqual(['CONFIRMED', 'REJECTED']);
    expect(told).toEqual([false, true, false, false]);
    const { sales, rows } = await settled(engine, scope);
    expect([sales, rows.map(({ owner }) => owner)]).toEqual([[ann.sale], ['ann']]);
  });

  test(`E14 CONDITIONAL: of ${BUYERS} buyers in one Region exactly one gets the seat`, async () => {
    const engine = opened();
    const scope = await engine.openRounds(['E14-hot']);
    await engine.warm();
    const receipts = await Promise.all(
      manyOrders(engine, () => 'E14-hot').map((order) => engine.run(order, conditional)),
    );
    expect(tally(receipts)).toEqual({ CONFIRMED: 1, SEAT_TAKEN: BUYERS - 1 });
    expect(await ledgerOf(engine, scope)).toHaveLength(1);
  });

  test(`E15 a counter of ${LEFT}: of ${BUYERS} simultaneous orders exactly ${LEFT} get one`, async () => {
    const engine = opened();
    const orders = manyOrders(engine, (at) => `E15-${at}`);
    const scope = await engine.openRounds(orders.map(({ seatId }) => seatId));
    await engine.warm();
    const counted: PurchaseStrategy = async (view, order) => {
      const seat = await view.readSeat(order.seatId);
      if (!(await view.takeFromCounter('E15', LEFT))) return 'OVER_LIMIT';
      await view.writeSeat(soldTo(order, seat));
      await view.appendSale(order, seat);
      return 'CONFIRMED';
    };
    const receipts = await Promise.all(orders.map((order) => engine.run(order, counted)));
    expect(tally(receipts)).toEqual({ CONFIRMED: LEFT, FAN_LIMIT: BUYERS - LEFT });
    expect(await ledgerOf(engine, scope)).toHaveLength(LEFT);
  });

  test('E16 every attempt tells when it read, wrote and ended, one after the other', async () => {
    const engine = opened();
    await engine.openRounds(['E16']);
    await engine.warm();
    const callNs = clockNs();
    const receipts = await Promise.all(
      manyOrders(engine, () => 'E16').map((order) => engine.run(order, naive)),
    );
    const returnNs = clockNs();
    for (const { attempts, conflicts, trace } of receipts) {
      expect(trace).toHaveLength(attempts);
      expect(trace.flatMap(({ conflict }) => conflict ?? [])).toEqual(conflicts);
      expect(momentsOf(trace)).toEqual(momentsOf(trace).toSorted((a, b) => a - b));
      expect(Math.min(...momentsOf(trace))).toBeGreaterThanOrEqual(callNs);
      expect(Math.max(...momentsOf(trace))).toBeLessThanOrEqual(returnNs);
    }
    // Who was confirmed has written; who was rejected at the first attempt has only read.
    const lastOf = ({ trace }: Receipt) => trace.at(-1);
    const confirmed = receipts.filter(({ outcome }) => outcome === 'CONFIRMED').map(lastOf);
    expect(confirmed.filter((attempt) => attempt?.writeNs == null)).toEqual([]);
    const rejected = receipts.filter(({ outcome }) => outcome === 'REJECTED').map(lastOf);
    expect(rejected.filter((attempt) => attempt?.writeNs !== null)).toEqual([]);
    expect(receipts.map(lastOf).filter((attempt) => attempt?.readNs == null)).toEqual([]);
  });

  test('E17 tickets are counted by fan, and the rule holds for who buys one after another', async () => {
    const engine = opened();
    await engine.openRounds(['E17-a', 'E17-b', 'E17-c', 'E17-d']);
    const buy = (seatId: string, fan: FanRule): Promise<Receipt> =>
      engine.run({ ...orderFor(engine, seatId, fan.key, 0), fan }, naive);
    const ann = { key: 'E17/ann', limit: 2 };
    const bob = { key: 'E17/bob', limit: 1 };
    const receipts = [await buy('E17-a', ann), await buy('E17-b', ann), await buy('E17-c', ann)];
    receipts.push(await buy('E17-c', bob), await buy('E17-d', bob));
    expect(receipts.map(({ outcome, rejectionReason }) => rejectionReason ?? outcome)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'FAN_LIMIT',
      'CONFIRMED',
      'FAN_LIMIT',
    ]);
    const counted: number[] = [];
    const counting: PurchaseStrategy = async (view) => {
      for (const key of [ann.key, bob.key, 'E17/nobody']) {
        counted.push(await view.countTickets(key));
      }
      return 'REJECTED';
    };
    await engine.run(orderFor(engine, 'E17-d', 'eve', 0), counting);
    expect(counted).toEqual([2, 1, 0]);
  });

  test('E18 the lag is measured: 0 of one Region, and never negative', async () => {
    const engine = opened();
    const lagMs = await engine.measureLagMs();
    expect(Number.isFinite(lagMs)).toBe(true);
    if (engine.regions.length === 1) expect(lagMs).toBe(0);
    else expect(lagMs).toBeGreaterThan(0);
  });
}

/** In the first Region; each by a buyer of its own. */
function manyOrders(engine: Engine, seatIdOf: (at: number) => string): Order[] {
  return Array.from({ length: BUYERS }, (_, at) => orderFor(engine, seatIdOf(at), `b${at}`, 0));
}

/** How many were told what: outcomes, and why they were rejected. */
export function tally(receipts: readonly Receipt[]): Record<string, number> {
  const told: Record<string, number> = {};
  for (const { outcome, rejectionReason } of receipts) {
    const words = rejectionReason ?? outcome;
    told[words] = (told[words] ?? 0) + 1;
  }
  return told;
}

const momentsOf = (trace: readonly Attempt[]): number[] =>
  trace.flatMap(({ startNs, readNs, writeNs, endNs }) =>
    [startNs, readNs, writeNs, endNs].flatMap((atNs) => atNs ?? []),
  );
