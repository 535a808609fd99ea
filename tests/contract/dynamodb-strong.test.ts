// The dynamodb engine on multi-Region strong consistency: every Region reads what was written, and
// the naive purchase sells a seat many times all the same, because nothing checks what it writes.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openDynamoDbEngine,
  type DynamoDbEngineOptions,
} from '../../server/src/engines/dynamodb/index.ts';
import type { Engine } from '../../server/src/engines/engine.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import { openEmbeddedDynamoDb, type EmbeddedDynamoDb } from './embedded-dynamodb.ts';
import { bySaleId, ledgerOf, orderFor } from './engine-helpers.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const STRONG = { consistency: 'STRONG', witness: 'us-west-2' } as const;
let embedded: EmbeddedDynamoDb;
let engine: Engine;
beforeAll(async () => {
  embedded = await openEmbeddedDynamoDb();
  engine = await openDynamoDbEngine({ ...common(), ...STRONG, tablePrefix: 'strong' });
});
afterAll(async () => {
  await engine.close();
  await embedded.close();
});

function common(): DynamoDbEngineOptions {
  const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  const regions = Object.entries(embedded.tables.endpoints).map(([region, endpoint]) => ({
    region,
    endpoint,
    credentials,
  }));
  return { regions, deployment: 'EMBEDDED', components: 'dynalite behind Region fronts', log };
}

test('says what it is', () => {
  expect(engine.consistency).toBe('strong reads, last writer wins');
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
  // Whom the SDK's tries did not get through has certainly bought nothing.
  for (const { outcome, fault } of receipts) {
    if (outcome === 'FAILED') expect(fault).toContain('ReplicatedWriteConflictException');
    else expect([outcome, fault]).toEqual([expect.stringMatching(/CONFIRMED|REJECTED/), null]);
  }
});

test('tables of one mode are never used as tables of the other', async () => {
  await expect(openDynamoDbEngine({ ...common(), tablePrefix: 'strong' })).rejects.toThrow(
    /is STRONG, which cannot be changed to EVENTUAL: choose another DYNAMODB_TABLE_PREFIX/,
  );
  await expect(
    openDynamoDbEngine({ ...common(), ...STRONG, tablePrefix: 'worldseat' }),
  ).rejects.toThrow(/is EVENTUAL, which cannot be changed to STRONG/);
});
