// The engine `dynamodb-strong`, on multi-Region strong consistency: every Region reads what was
// written, and the naive purchase sells a seat many times all the same, because nothing checks what
// it writes. What the suite asks of it otherwise, on purpose: the SDK sends refused writes again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../server/src/engines/engine.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import {
  openEmbeddedDynamoDb,
  openEngineOn,
  STRONG,
  type EmbeddedDynamoDb,
} from './embedded-dynamodb.ts';
import { describeEngineContract } from './engine.contract.ts';
import { bySaleId, ledgerOf, orderFor } from './engine-helpers.ts';

let underContract: EmbeddedDynamoDb | undefined;

describeEngineContract('dynamodb-strong, embedded global tables', {
  oneWinner: false,
  conflictsGoTo: 'CLIENT_LIBRARY',
  async open() {
    underContract = await openEmbeddedDynamoDb({}, STRONG);
    return underContract.engine;
  },
  async close() {
    await underContract?.close();
  },
});

describe('dynamodb-strong beside dynamodb', () => {
  let embedded: EmbeddedDynamoDb;
  let engine: Engine;
  beforeAll(async () => {
    embedded = await openEmbeddedDynamoDb();
    engine = await openEngineOn(embedded.tables, STRONG);
  });
  afterAll(async () => {
    await engine.close();
    await embedded.close();
  });

  test('says what it is', () => {
    expect(engine).toMatchObject({
      id: 'dynamodb-strong',
      name: 'DynamoDB Global Tables (MRSC)',
      consistency: 'strong reads, last writer wins',
    });
    expect(embedded.engine).toMatchObject({
      id: 'dynamodb',
      name: 'DynamoDB Global Tables',
      consistency: 'eventual, last writer wins',
    });
  });

  test('a sale in one Region is read at once in the other', async () => {
    await engine.openRounds(['S1']);
    const first = await engine.run(orderFor(engine, 'S1', 'ann', 0), naive);
    const second = await engine.run(orderFor(engine, 'S1', 'bob', 1), naive);
    expect([first.outcome, second.outcome]).toEqual(['CONFIRMED', 'REJECTED']);
  });

  test('60 buyers at once: many sales, each told CONFIRMED; writes in the way of others are counted', async () => {
    const scope = await engine.openRounds(['S2']);
    await engine.warm();
    const buyers = Array.from({ length: 60 }, (_, index) => `buyer-${index}`);
    const receipts = await Promise.all(
      buyers.map((buyer, index) => engine.run(orderFor(engine, 'S2', buyer, index), naive)),
    );
    const told = receipts.flatMap(({ sale }) => sale ?? []).toSorted(bySaleId);
    expect(await ledgerOf(engine, scope)).toEqual(told);
    expect(told.length).toBeGreaterThan(1);
    const codes = new Set(receipts.flatMap(({ conflicts }) => conflicts));
    expect(codes).toEqual(new Set(['ReplicatedWriteConflictException']));
    for (const { conflicts, trace } of receipts) {
      expect(trace.map(({ conflict }) => conflict)).toEqual([conflicts[0] ?? null]);
    }
    // Whom the SDK's tries did not get through has certainly bought nothing.
    for (const { outcome, fault } of receipts) {
      if (outcome === 'FAILED') expect(fault).toContain('ReplicatedWriteConflictException');
      else expect([outcome, fault]).toEqual([expect.stringMatching(/CONFIRMED|REJECTED/), null]);
    }
  });

  test('tables of one mode are never used as tables of the other', async () => {
    const { tablePrefix } = STRONG;
    await expect(openEngineOn(embedded.tables, { tablePrefix })).rejects.toThrow(
      /is STRONG, which cannot be changed to EVENTUAL: choose another DYNAMODB_TABLE_PREFIX/,
    );
    await expect(
      openEngineOn(embedded.tables, { ...STRONG, tablePrefix: 'worldseat' }),
    ).rejects.toThrow(/^dynamodb-strong is unavailable: .* is EVENTUAL, which cannot be changed/);
  });
});
