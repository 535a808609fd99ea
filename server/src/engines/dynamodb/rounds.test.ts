// A round opens only when every Region shows it, whatever lands on the rows meanwhile.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCloud, until, type TestCloud } from '../../local/dynamodb/testing.ts';
import { provision } from './provision.ts';
import { RegionClient } from './region-client.ts';
import { openRounds } from './rounds.ts';
import { findSeat, readSeats, writeSeat } from './seats.ts';
import { tableNames } from './table-names.ts';

let cloud: TestCloud;
let clients: RegionClient[];

beforeAll(async () => {
  cloud = await openTestCloud();
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  clients = Object.entries(cloud.tables.endpoints).map(
    ([region, endpoint]) =>
      new RegionClient({ region, endpoint, credentials }, tableNames('rounds'), 16),
  );
  await provision(clients);
});
afterAll(async () => {
  clients.forEach((client) => client.close());
  await cloud.close();
});

const stray = { status: 'SOLD' as const, owner: 'late', orderId: 'o', region: 'us-east-2' };

test('a floor that is large enough to be read by Scan opens in both Regions', async () => {
  const ids = Array.from({ length: 700 }, (_, index) => `L${index}`);
  for (const round of [1, 2]) {
    expect(await openRounds(clients, ids)).toEqual(new Map(ids.map((id) => [id, round])));
  }
  const tables = await Promise.all(clients.map((client) => readSeats(client, ids)));
  for (const rows of tables) {
    expect(rows.size).toBe(700);
    expect([...rows.values()].every((row) => row.round === 2 && row.owner === null)).toBe(true);
  }
});

test('a late sale of the last round lands in the other Region: the row is written again', async () => {
  const [first, second] = clients;
  if (first === undefined || second === undefined) throw new Error('two Regions are needed');
  await openRounds(clients, ['S1']);
  await cloud.tables.setReplication({ paused: true });
  const opening = openRounds(clients, ['S1']);
  await until('the new round is written', async () => (await findSeat(first, 'S1'))?.round === 2);
  await writeSeat(second, { seatId: 'S1', round: 1, ...stray });
  await cloud.tables.setReplication({ paused: false });
  expect(await opening).toEqual(new Map([['S1', 2]]));
  for (const client of clients) {
    expect(await findSeat(client, 'S1')).toMatchObject({ round: 2, status: 'AVAILABLE' });
  }
});

test('a later round that somebody else opened meanwhile is not overwritten', async () => {
  const [first] = clients;
  if (first === undefined) throw new Error('a Region is needed');
  await cloud.tables.setReplication({ paused: true });
  const opening = openRounds(clients, ['C1']);
  await until('the new round is written', async () => (await findSeat(first, 'C1'))?.round === 1);
  await writeSeat(first, { seatId: 'C1', round: 9, ...stray });
  await expect(opening).rejects.toMatchObject({ code: 'ROUND_CONFLICT' });
  expect(await findSeat(first, 'C1')).toMatchObject({ round: 9 });
  await cloud.tables.setReplication({ paused: false });
});
