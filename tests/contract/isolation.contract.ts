// What engines with transactions owe, E19 to E22: locks, counters that are given back, and the rule
// over several rows. Which promise holds is decided by the isolation level alone, and each level is
// held to what it allows as well as to what it forbids.
import { expect, test } from 'vitest';
import type { Order, Strategy } from '../../schema/src/domain/index.ts';
import { ENGINE_CATALOG, type CatalogEntry } from '../../server/src/clouds/catalog.ts';
import type {
  Engine,
  PurchaseStrategy,
  Receipt,
  RegionView,
} from '../../server/src/engines/engine.ts';
import type { IsolationLevel } from '../../server/src/engines/sql/dialect.ts';
import { PURCHASES } from '../../server/src/purchase/index.ts';
import { ledgerOf, orderFor } from './engine-helpers.ts';
import { tally } from './strategies.contract.ts';

const BUYERS = 60;
const FAN_SEATS = 10;
const FAN_LIMIT = 4;

/** Whether two who count at the same time can both be allowed: write skew. */
const SKEWS: Readonly<Record<IsolationLevel, boolean>> = {
  'READ COMMITTED': true,
  'REPEATABLE READ': true,
  SERIALIZABLE: false,
};

/** @returns what registers the tests of an engine at this level */
export function testIsolation(level: IsolationLevel): (opened: () => Engine) => void {
  const skews = SKEWS[level];
  return (opened) => {
    for (const strategy of ['CONDITIONAL', 'FOR_UPDATE', 'COUNTER_ROW'] as const) {
      test(`E19 ${strategy}: one of ${BUYERS} buyers gets the seat, from any Region`, async () => {
        const engine = opened();
        const seatId = `E19-${strategy}`;
        const scope = await engine.openRounds([seatId]);
        await engine.warm();
        const orders = Array.from({ length: BUYERS }, (_, at) =>
          orderFor(engine, seatId, `b${at}`, at),
        );
        const receipts = await runAll(engine, orders, strategy);
        expect(tally(receipts)).toEqual({ CONFIRMED: 1, SEAT_TAKEN: BUYERS - 1 });
        expect(await ledgerOf(engine, scope)).toHaveLength(1);
      });
    }

    test('E20 what a rejected order took from a counter is given back', async () => {
      const engine = opened();
      await engine.openRounds(['E20']);
      const told: boolean[] = [];
      const takeThenReject: PurchaseStrategy = async (view, order) => {
        await view.readSeat(order.seatId);
        told.push(await view.takeFromCounter('E20', 1));
        return 'REJECTED';
      };
      for (const buyer of ['ann', 'bob', 'eve']) {
        const order = orderFor(engine, 'E20', buyer, 0);
        expect(await engine.run(order, takeThenReject)).toMatchObject({ outcome: 'REJECTED' });
      }
      expect(told).toEqual([true, true, true]);
    });

    test.each(['NAIVE', 'CONDITIONAL', 'FOR_UPDATE'] as const)(
      `E21 %s: the limit of a fan whose purchases all counted first ${skews ? 'breaks' : 'holds'}`,
      async (strategy) => {
        const allHaveCounted = meeting(FAN_SEATS);
        const sold = await soldToFan(opened(), strategy, (view) =>
          thatCounts(view, allHaveCounted),
        );
        if (skews) expect(sold).toBe(FAN_SEATS);
        else expect(sold).toBeLessThanOrEqual(FAN_LIMIT);
        expect(sold).toBeGreaterThan(0);
      },
    );

    test('E22 the catalogue says of the engine what the engine says of itself', () => {
      const { id, name, consistency, strategies } = opened();
      const entries: Readonly<Record<string, CatalogEntry>> = ENGINE_CATALOG;
      expect(entries[id]).toMatchObject({ name, consistency, strategies });
    });

    test('E21 COUNTER_ROW: a fan who buys at once gets exactly what the limit allows', async () => {
      expect(await soldToFan(opened(), 'COUNTER_ROW')).toBe(FAN_LIMIT);
    });
  };
}

/**
 * One fan wants many seats at the same moment.
 * @param seenAs what the purchases see instead of the engine's view
 * @returns the tickets that the ledger has
 */
async function soldToFan(
  engine: Engine,
  strategy: Strategy,
  seenAs = (view: RegionView): RegionView => view,
): Promise<number> {
  const seatIds = Array.from({ length: FAN_SEATS }, (_, at) => `E21-${strategy}-${at}`);
  const scope = await engine.openRounds(seatIds);
  await engine.warm();
  const fan = { key: `E21-${strategy}/fan`, limit: FAN_LIMIT };
  const orders = seatIds.map((seatId, at) => ({ ...orderFor(engine, seatId, 'fan', at), fan }));
  const purchase: PurchaseStrategy = (view, order) => PURCHASES[strategy](seenAs(view), order);
  const receipts = await Promise.all(orders.map((order) => engine.run(order, purchase)));
  const sales = await ledgerOf(engine, scope);
  expect(receipts.filter(({ outcome }) => outcome === 'CONFIRMED')).toHaveLength(sales.length);
  return sales.length;
}

/** @returns waits until it has been called by so many; who comes later does not wait */
function meeting(members: number): () => Promise<void> {
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  let present = 0;
  return () => {
    present += 1;
    if (present === members) open();
    return all;
  };
}

/** The view, whose count of a fan's tickets is told only after what is awaited. */
function thatCounts(view: RegionView, before: () => Promise<void>): RegionView {
  return {
    readSeat: (seatId) => view.readSeat(seatId),
    lockSeat: (seatId) => view.lockSeat(seatId),
    writeSeat: (row) => view.writeSeat(row),
    writeSeatIfAvailable: (row) => view.writeSeatIfAvailable(row),
    takeFromCounter: (counterId, limit) => view.takeFromCounter(counterId, limit),
    appendSale: (order, seat) => view.appendSale(order, seat),
    async countTickets(fanKey) {
      const tickets = await view.countTickets(fanKey);
      await before();
      return tickets;
    },
  };
}

function runAll(
  engine: Engine,
  orders: readonly Order[],
  strategy: Strategy,
): Promise<readonly Receipt[]> {
  return Promise.all(orders.map((order) => engine.run(order, PURCHASES[strategy])));
}
