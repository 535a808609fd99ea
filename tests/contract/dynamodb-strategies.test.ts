// What the fixes are worth on Global Tables, rules E14, E15 and E17 across Regions: a condition and a
// counter hold where they are checked, so on eventual tables once a Region, and on strong ones once.
// A rule over several seats that is only counted holds on neither.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FanRule } from '../../schema/src/domain/index.ts';
import { openDynamoDbEngine } from '../../server/src/engines/dynamodb/index.ts';
import { NotOffered, type Engine, type PurchaseStrategy } from '../../server/src/engines/engine.ts';
import { conditional } from '../../server/src/purchase/conditional.ts';
import { counterRow } from '../../server/src/purchase/counter-row.ts';
import { naive } from '../../server/src/purchase/naive.ts';
import { openEmbeddedDynamoDb, type EmbeddedDynamoDb } from './embedded-dynamodb.ts';
import { ledgerOf, orderFor } from './engine-helpers.ts';

const BUYERS = 40;
const LIMIT = 3;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let embedded: EmbeddedDynamoDb;
let strong: Engine;

beforeAll(async () => {
  embedded = await openEmbeddedDynamoDb();
  const credentials = { accessKeyId: 'embedded', secretAccessKey: 'embedded' };
  strong = await openDynamoDbEngine({
    id: 'dynamodb-strong',
    regions: Object.entries(embedded.tables.endpoints).map(([region, endpoint]) => ({
      region,
      endpoint,
      credentials,
    })),
    deployment: 'EMBEDDED',
    components: 'dynalite behind Region fronts',
    consistency: 'STRONG',
    witness: 'us-west-2',
    tablePrefix: 'strong',
    log,
  });
});
afterAll(async () => {
  await strong.close();
  await embedded.close();
});

/** Everybody at once, alternating Regions. @returns the sales in the ledger */
async function sell(
  engine: Engine,
  strategy: PurchaseStrategy,
  seatIdOf: (at: number) => string,
  fan?: FanRule,
): Promise<number> {
  const orders = Array.from({ length: BUYERS }, (_, at) => ({
    ...orderFor(engine, seatIdOf(at), fan === undefined ? `b${at}` : 'ann', at),
    ...(fan === undefined ? {} : { fan, id: `${fan.key}-${at}` }),
  }));
  const scope = await engine.openRounds([...new Set(orders.map(({ seatId }) => seatId))]);
  await engine.warm();
  await Promise.all(orders.map((order) => engine.run(order, strategy)));
  return (await ledgerOf(engine, scope)).length;
}

describe('eventual tables', () => {
  test('E14 CONDITIONAL sells a seat once in each Region', async () => {
    expect(await sell(embedded.engine, conditional, () => 'C1')).toBe(2);
  });

  test('E15 COUNTER_ROW keeps the limit of a fan in each Region', async () => {
    const fan = { key: 'eventual/counted', limit: LIMIT };
    expect(await sell(embedded.engine, counterRow, (at) => `F${at}`, fan)).toBe(2 * LIMIT);
  });
});

describe('strong tables', () => {
  test('E14 CONDITIONAL sells a seat once', async () => {
    expect(await sell(strong, conditional, () => 'C1')).toBe(1);
  });

  test('E14 NAIVE sells it many times: what every Region reads is not what it still finds', async () => {
    expect(await sell(strong, naive, () => 'N1')).toBeGreaterThan(1);
  });

  test('its faults carry its own id', async () => {
    await expect(strong.readSeat('none-such')).rejects.toThrow('no seat none-such is on sale');
    const receipt = await strong.run({ ...orderFor(strong, 'C1', 'eve', 0), region: 'x' }, naive);
    expect(receipt).toMatchObject({ outcome: 'FAILED', trace: [], rejectionReason: null });
    expect(strong.id).toBe('dynamodb-strong');
  });
});

test.each(['EVENTUAL', 'STRONG'])('E17 a limit that is only counted breaks on %s', async (mode) => {
  const fan = { key: `${mode}/naive`, limit: LIMIT };
  const engine = mode === 'STRONG' ? strong : embedded.engine;
  expect(await sell(engine, naive, (at) => `L${mode}${at}`, fan)).toBeGreaterThan(2 * LIMIT);
});

test('a lock is not offered, and says so', async () => {
  const locking: PurchaseStrategy = async (view, { seatId }) => {
    await view.lockSeat(seatId);
    return 'REJECTED';
  };
  await embedded.engine.openRounds(['K1']);
  const receipt = await embedded.engine.run(orderFor(embedded.engine, 'K1', 'ann', 0), locking);
  expect(receipt).toMatchObject({ outcome: 'FAILED', sale: null });
  expect(receipt.fault).toMatch(/DynamoDB has no locks/);
  expect(embedded.engine.strategies).not.toContain('FOR_UPDATE');
  expect(new NotOffered('').code).toBe('NOT_OFFERED');
});
