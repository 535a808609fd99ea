// The part of the engine contract that says what an order is told, E3, E6 and E13: one order has one
// answer for ever, whoever asks and in whatever round, and no answer denies a sale that there is.
import { expect, test } from 'vitest';
import type { Engine, PurchaseStrategy, Receipt } from '../../server/src/engines/engine.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import { bySaleId, ledgerOf, orderFor, saleOf } from './engine-helpers.ts';

/** Registers the tests. @param opened the engine under test, asked for when a test runs */
export function testOneAnswer(opened: () => Engine): void {
  const buy = (seatId: string, buyer: string, regionIndex = 0): Promise<Receipt> =>
    opened().run(orderFor(opened(), seatId, buyer, regionIndex), naive);

  test('E3 the same order again is told CONFIRMED with its first sale, in any round', async () => {
    const engine = opened();
    await engine.openRounds(['E3']);
    const { sale } = await buy('E3', 'ann');
    const again = [await buy('E3', 'ann')];
    await engine.openRounds(['E3']);
    again.push(await buy('E3', 'ann'));
    const bobs = await buy('E3', 'bob', 1);
    // Now the seat names another buyer, as it does to an order that is really too late.
    again.push(await buy('E3', 'ann'));
    for (const receipt of again) {
      expect(receipt).toMatchObject({ outcome: 'CONFIRMED', sale, fault: null });
    }
    expect(sale).toEqual(saleOf(orderFor(engine, 'E3', 'ann', 0), 1));
    expect(await engine.recall('E3:ann', 'E3')).toEqual(sale);
    expect(await engine.recall('E3:nobody', 'E3')).toBeNull();
    expect(await ledgerOf(engine, new Map([['E3', 1]]))).toEqual([sale]);
    expect(await ledgerOf(engine, new Map([['E3', 2]]))).toEqual([bobs.sale]);
  });

  test('E3 an order id that bought another seat, or for another buyer, is FAILED', async () => {
    const engine = opened();
    const scope = await engine.openRounds(['E3-first', 'E3-free', 'E3-sold']);
    const order = orderFor(engine, 'E3-first', 'ann', 0);
    const sales = [await engine.run(order, naive), await buy('E3-sold', 'bob', 1)];
    const stolen = [
      { ...order, seatId: 'E3-free' },
      { ...order, seatId: 'E3-sold' },
      { ...order, buyer: 'eve' },
    ];
    for (const other of stolen) expectFailed(await engine.run(other, naive));
    const sold = sales.flatMap(({ sale }) => sale ?? []).toSorted(bySaleId);
    expect(sold).toHaveLength(2);
    expect(await ledgerOf(engine, scope)).toEqual(sold);
  });

  test('E6 resolve returns the sale of an order that has one', async () => {
    const engine = opened();
    await engine.openRounds(['E6-sold']);
    const { sale } = await buy('E6-sold', 'ann');
    expect(sale).not.toBeNull();
    expect(await engine.resolve(orderFor(engine, 'E6-sold', 'ann', 0), 1)).toEqual(sale);
  });

  test('E6 resolve of an order that has no sale answers null, and fences it for ever', async () => {
    const engine = opened();
    const order = orderFor(engine, 'E6-void', 'bob', 0);
    for (const round of [1, 2]) {
      const scope = await engine.openRounds(['E6-void']);
      // Round 2 runs into the fence of round 1.
      if (round === 1) expect(await engine.resolve(order, round)).toBeNull();
      expectFailed(await engine.run(order, naive));
      expect(await engine.resolve(order, round)).toBeNull();
      expect(await engine.recall(order.id, order.seatId)).toBeNull();
      expect(await ledgerOf(engine, scope)).toEqual([]);
    }
  });

  test('E13 a strategy that confirms without a sale is FAILED', async () => {
    const engine = opened();
    const scope = await engine.openRounds(['E13-none']);
    const order = orderFor(engine, 'E13-none', 'ann', 0);
    expectFailed(await engine.run(order, () => Promise.resolve('CONFIRMED')));
    expect(await ledgerOf(engine, scope)).toEqual([]);
  });

  test('E13 a strategy that appends a sale and rejects: no answer denies a sale', async () => {
    const engine = opened();
    const scope = await engine.openRounds(['E13-kept']);
    const order = orderFor(engine, 'E13-kept', 'ann', 0);
    const appendThenReject: PurchaseStrategy = async (view, own) => {
      await view.appendSale(own, await view.readSeat(own.seatId));
      return 'REJECTED';
    };
    const { outcome, sale, fault } = await engine.run(order, appendThenReject);
    const kept = await ledgerOf(engine, scope);
    expect({ sale, fault }).toEqual({ sale: null, fault: expect.any(String) as string });
    // What was rolled back is FAILED; what the ledger keeps can only be left to resolve().
    expect(outcome).toBe(kept.length === 0 ? 'FAILED' : 'INDETERMINATE');
    expect(await engine.resolve(order, 1)).toEqual(kept[0] ?? null);
  });
}

function expectFailed({ outcome, sale, fault }: Receipt): void {
  const failed = { outcome: 'FAILED', sale: null, fault: expect.any(String) as string };
  expect({ outcome, sale, fault }).toEqual(failed);
}
