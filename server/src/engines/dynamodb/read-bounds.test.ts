// What is read back is bounded by the floor on sale: a large venue that was on sale before leaves its
// rows and its sales in the tables, and they must not be read for a small one.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sale, SeatRow } from '@worldseat/schema/domain';
import { openTestCloud, until, type TestCloud } from '../../local/dynamodb/testing.ts';
import { readLedger } from './ledger-reading.ts';
import { appendRow } from './ledger-rows.ts';
import { provision } from './provision.ts';
import { RegionClient } from './region-client.ts';
import { readSeats, writeSeats } from './seats.ts';
import { tableNames } from './table-names.ts';

let cloud: TestCloud;
let client: RegionClient;
let rowsRead = 0;

beforeAll(async () => {
  cloud = await openTestCloud({ regions: ['us-east-1'] });
  const endpoint = cloud.tables.endpoints['us-east-1'] ?? '';
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const names = tableNames('bounds');
  client = new RegionClient({ region: 'us-east-1', endpoint, credentials }, names, 16);
  await provision([client]);
  client.direct.middlewareStack.add(
    (next) => async (args) => {
      const given = await next(args);
      const { Items: items, Responses: byTable } = given.output as Answer;
      rowsRead += items?.length ?? Object.values(byTable ?? {}).flat().length;
      return given;
    },
    { step: 'initialize', name: 'countRows' },
  );
  const ids = [...seats('big', 6_000), ...seats('middle', 700), ...seats('small', 96)];
  await writeSeats(client, ids.map(available));
});
afterAll(async () => {
  client.close();
  await cloud.close();
});

interface Answer {
  readonly Items?: readonly unknown[];
  readonly Responses?: Readonly<Record<string, readonly unknown[]>>;
}

const seats = (venue: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${venue}-${index}`);

const available = (seatId: string): SeatRow => ({
  ...{ seatId, round: 1, status: 'AVAILABLE' as const },
  ...{ owner: null, orderId: null, region: null },
});

async function counted<Result>(read: () => Promise<Result>) {
  rowsRead = 0;
  return { result: await read(), read: rowsRead };
}

test('of the seats table, no more than in proportion to the seats that are asked for', async () => {
  const small = seats('small', 96);
  const few = await counted(() => readSeats(client, small));
  expect([...few.result.keys()].toSorted()).toEqual(small.toSorted());
  expect(few.read).toBe(small.length);
  const middle = seats('middle', 700);
  const more = await counted(() => readSeats(client, middle));
  expect([...more.result.keys()].toSorted()).toEqual(middle.toSorted());
  expect(more.read).toBeLessThanOrEqual(3 * middle.length);
  const all = await counted(() => readSeats(client, seats('big', 6_000)));
  expect([all.result.size, all.read]).toEqual([6_000, 6_796]);
});

test('of the ledger, only what lies between the seats of the floor', async () => {
  const sale = (seatId: string): Sale => ({
    ...{ id: `o-${seatId}`, seatId, round: 1, buyer: 'Ana', region: 'us-east-1' },
    ...{ attempts: 1, soldAtMs: 1 },
  });
  const sold = [...seats('big', 400), ...seats('small', 96)].map(sale);
  await Promise.all(
    sold.map((each) =>
      appendRow(client, { row: { outcome: 'CONFIRMED', sale: each }, startMs: 1 }),
    ),
  );
  const small = seats('small', 96);
  const scope = new Map(small.map((seatId) => [seatId, 1]));
  await until('all are sold', async () => (await readLedger([client], scope)).sales.length === 96);
  const { result, read } = await counted(() => readLedger([client], scope));
  expect(result.sales.map(({ seatId }) => seatId).toSorted()).toEqual(small.toSorted());
  expect(read).toBe(small.length);
});
