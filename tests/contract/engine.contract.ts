// The contract of every engine, rules E1 to E22: one suite, run unchanged against each database.
// Where engines differ on purpose (how many buyers of a contested seat win), the option says so
// by name. It talks only to the port, and waits for conditions, never for time.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order, Scope, SeatRow } from '../../schema/src/domain/index.ts';
import { SeatUnknown, type Engine, type Receipt } from '../../server/src/engines/engine.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import { bySaleId, ledgerOf, orderFor, saleOf, settled, tracedOnce } from './engine-helpers.ts';
import { testOneAnswer } from './one-answer.contract.ts';
import { testStrategies } from './strategies.contract.ts';

export interface EngineContractOptions {
  /** Opens the engine under test on an empty database. */
  open(): Promise<Engine>;
  /** Closes the engine and everything that open() started; also after a failed open(). */
  close(): Promise<void>;
  /** True: of buyers who contend for one seat exactly one wins. False: on purpose, several do. */
  readonly oneWinner: boolean;
  /**
   * Who hears of a conflict. ENGINE, the default: it runs the strategy again, so that every conflict
   * is an attempt and nobody fails of them. CLIENT_LIBRARY: on purpose, the database's own library
   * sends the one write again, a few times; whom that does not get through is FAILED.
   */
  readonly conflictsGoTo?: 'ENGINE' | 'CLIENT_LIBRARY';
  /** Registers what engines of this kind owe beside. @param opened asked for when a test runs */
  readonly more?: (opened: () => Engine) => void;
}

const BUYERS = 60;

/** Registers the suite as one describe block; opens once, every test uses seats of its own. */
export function describeEngineContract(title: string, options: EngineContractOptions): void {
  describe(`engine contract: ${title}`, () => {
    let engine: Engine;
    const buy = (seatId: string, buyer: string, regionIndex = 0): Promise<Receipt> =>
      engine.run(orderFor(engine, seatId, buyer, regionIndex), naive);
    const burst = async (seatId: string): Promise<readonly Receipt[]> => {
      await engine.openRounds([seatId]);
      await engine.warm();
      return Promise.all(
        Array.from({ length: BUYERS }, (_, index) => buy(seatId, `buyer-${index}`, index)),
      );
    };

    beforeAll(async () => {
      engine = await options.open();
    });
    afterAll(() => options.close());

    testOneAnswer(() => engine);
    testStrategies(() => engine);
    options.more?.(() => engine);

    test('E1 one buyer gets an available seat and the ledger shows the sale', async () => {
      const scope = await engine.openRounds(['E1']);
      const receipt = await buy('E1', 'ann');
      const sale = saleOf(orderFor(engine, 'E1', 'ann', 0), 1);
      expect(receipt).toEqual({
        outcome: 'CONFIRMED',
        rejectionReason: null,
        sale,
        read: availableRow('E1', 1),
        attempts: 1,
        conflicts: [],
        trace: tracedOnce({ read: true, written: true }),
        fault: null,
      });
      expect(await settled(engine, scope)).toEqual({
        sales: [receipt.sale],
        rows: [soldRow(orderFor(engine, 'E1', 'ann', 0), 1)],
      });
    });

    test('E2 a second buyer is REJECTED and nothing is appended', async () => {
      const scope = await engine.openRounds(['E2']);
      const first = await buy('E2', 'ann', 0);
      const before = await settled(engine, scope);
      expect(await buy('E2', 'bob', 1)).toEqual({
        outcome: 'REJECTED',
        rejectionReason: 'SEAT_TAKEN',
        sale: null,
        read: soldRow(orderFor(engine, 'E2', 'ann', 0), 1),
        attempts: 1,
        conflicts: [],
        trace: tracedOnce({ read: true, written: false }),
        fault: null,
      });
      expect(await settled(engine, scope)).toEqual(before);
      expect(before.sales).toEqual([first.sale]);
    });

    test('E4 a new round makes the seat available; earlier sales stay in the ledger', async () => {
      const first = await engine.openRounds(['E4']);
      const sold = await buy('E4', 'ann', 0);
      const second = await engine.openRounds(['E4']);
      expect([first, second]).toEqual([new Map([['E4', 1]]), new Map([['E4', 2]])]);
      expect(await settled(engine, second)).toEqual({ sales: [], rows: [availableRow('E4', 2)] });
      expect(await engine.readSeat('E4')).toEqual(availableRow('E4', 2));
      const resold = await buy('E4', 'bob', 1);
      expect(resold.sale).toEqual(saleOf(orderFor(engine, 'E4', 'bob', 1), 2));
      expect(await ledgerOf(engine, first)).toEqual([sold.sale]);
      expect(await ledgerOf(engine, second)).toEqual([resold.sale]);
    });

    test('E5 readBack and readLedger return exactly the committed sales asked for', async () => {
      const seatIds = Array.from({ length: 40 }, (_, index) => `E5-${index}`);
      const scope = await engine.openRounds(seatIds);
      const receipts = await Promise.all(
        seatIds.slice(0, 30).map((seatId, index) => buy(seatId, 'ann', index)),
      );
      const sales = receipts.flatMap(({ sale }) => sale ?? []).toSorted(bySaleId);
      expect(sales).toHaveLength(30);
      expect(await ledgerOf(engine, scope)).toEqual(sales);
      const some = sales.slice(0, 7);
      const partial: Scope = new Map(some.map(({ seatId, round }) => [seatId, round]));
      expect(await ledgerOf(engine, partial)).toEqual(some);
      expect(await ledgerOf(engine, new Map())).toEqual([]);
      const unsold = { id: 'E5-39:ann', seatId: 'E5-39', round: 1, region: regionOf(engine) };
      const readBack = await engine.readBack([...some, unsold]);
      expect(readBack.toSorted(bySaleId)).toEqual(some);
      expect(await engine.readBack([])).toEqual([]);
      const tooMany = Array.from({ length: 101 }, () => unsold);
      await expect(engine.readBack(tooMany)).rejects.toBeInstanceOf(RangeError);
    });

    test('E7 every Region shows the same once settled', async () => {
      const scope = await engine.openRounds(['E7-a', 'E7-b', 'E7-c']);
      await Promise.all([buy('E7-a', 'ann', 0), buy('E7-b', 'bob', 1)]);
      const { rows } = await settled(engine, scope);
      expect(rows).toEqual([
        soldRow(orderFor(engine, 'E7-a', 'ann', 0), 1),
        soldRow(orderFor(engine, 'E7-b', 'bob', 1), 1),
        availableRow('E7-c', 1),
      ]);
    });

    test('E8 an unknown seat is FAILED, named, and nothing is sold', async () => {
      expect(await buy('E8-nowhere', 'ann')).toEqual({
        outcome: 'FAILED',
        rejectionReason: null,
        sale: null,
        read: null,
        attempts: 1,
        conflicts: [],
        trace: tracedOnce({ read: false, written: false }),
        fault: expect.stringContaining('E8-nowhere') as string,
      });
      expect(await ledgerOf(engine, new Map([['E8-nowhere', 1]]))).toEqual([]);
      await expect(engine.readSeat('E8-nowhere')).rejects.toBeInstanceOf(SeatUnknown);
    });

    test(`E9 of ${BUYERS} simultaneous buyers, CONFIRMED are exactly those in the ledger`, async () => {
      const receipts = await burst('E9');
      const { sales } = await settled(engine, new Map([['E9', 1]]));
      const told = receipts.flatMap(({ sale }) => sale ?? []).toSorted(bySaleId);
      expect(sales).toEqual(told);
      const confirmed = receipts.filter(({ outcome }) => outcome === 'CONFIRMED');
      expect(confirmed.map(({ sale }) => sale).filter(Boolean)).toHaveLength(told.length);
      expect(told.length).toBeGreaterThan(0);
      expectConflictsToldBy(options.conflictsGoTo ?? 'ENGINE', receipts);
    });

    if (options.oneWinner) {
      test(`E10 one winner: ${BUYERS} buyers of one seat make exactly one sale`, async () => {
        const receipts = await burst('E10');
        const { sales, rows } = await settled(engine, new Map([['E10', 1]]));
        const winner = receipts.find(({ outcome }) => outcome === 'CONFIRMED');
        expect(sales).toEqual([winner?.sale]);
        expect(rows.map(({ orderId }) => orderId)).toEqual([winner?.sale?.id]);
        expect(receipts.filter(({ outcome }) => outcome === 'REJECTED')).toHaveLength(BUYERS - 1);
      });
    } else {
      test(`E10 several winners: ${BUYERS} buyers, many sales, a table of one owner`, async () => {
        await burst('E10');
        const { sales, rows } = await settled(engine, new Map([['E10', 1]]));
        expect(sales.length).toBeGreaterThan(1);
        expect(rows).toHaveLength(1);
        expect(sales.map(({ id }) => id)).toContain(rows[0]?.orderId);
      });
    }

    test('E11 the floor record is null at first, then what was written last', async () => {
      expect(await engine.readFloor()).toBeNull();
      await engine.writeFloor({ venue: 'hall', round: 1 });
      await engine.writeFloor({ venue: 'arena', round: 2 });
      expect(await engine.readFloor()).toEqual({ venue: 'arena', round: 2 });
    });

    test('E12 a whole floor opens at once, again and again, and the engine is healthy', async () => {
      const seatIds = Array.from({ length: 260 }, (_, index) => `E12-${index}`);
      await engine.openRounds(seatIds);
      const scope = await engine.openRounds(seatIds);
      expect(scope).toEqual(new Map(seatIds.map((seatId) => [seatId, 2])));
      const { rows } = await settled(engine, scope);
      expect(rows).toEqual(seatIds.map((seatId) => availableRow(seatId, 2)).toSorted(bySeat));
      await expect(engine.health()).resolves.toBeUndefined();
    });

    test('E22 the seats table is read for the seats that are asked for, and no others', async () => {
      const other = Array.from({ length: 700 }, (_, index) => `E22-other-${index}`);
      const asked = Array.from({ length: 520 }, (_, index) => `E22-${index}`);
      await engine.openRounds([...other, ...asked]);
      const tables = await engine.readTables([...asked, 'E22-none']);
      const rows = asked.map((seatId) => availableRow(seatId, 1)).toSorted(bySeat);
      expect(
        tables.map((table) => ('rows' in table ? table.rows.toSorted(bySeat) : table)),
      ).toEqual(engine.regions.map(() => rows));
      expect(await engine.readTables([])).toEqual(
        engine.regions.map((region) => ({ region, rows: [] })),
      );
    });
  });
}

function expectConflictsToldBy(
  who: NonNullable<EngineContractOptions['conflictsGoTo']>,
  receipts: readonly Receipt[],
): void {
  const failed = receipts.filter(({ fault }) => fault !== null);
  if (who === 'ENGINE') {
    expect(failed).toEqual([]);
    for (const receipt of receipts) expect(receipt.attempts).toBe(receipt.conflicts.length + 1);
    return;
  }
  for (const { attempts } of receipts) expect(attempts).toBe(1);
  for (const { outcome, conflicts, fault } of failed) {
    expect([outcome, fault]).toEqual(['FAILED', expect.stringContaining(conflicts[0] ?? 'none')]);
  }
}

const regionOf = (engine: Engine): string => engine.regions[0] ?? '';

const bySeat = (a: SeatRow, b: SeatRow): number => (a.seatId < b.seatId ? -1 : 1);

function availableRow(seatId: string, round: number): SeatRow {
  return { seatId, round, status: 'AVAILABLE', owner: null, orderId: null, region: null };
}

function soldRow(order: Order, round: number): SeatRow {
  const { id, seatId, buyer, region } = order;
  return { seatId, round, status: 'SOLD', owner: buyer, orderId: id, region };
}
