// The lag is what a reader really waits: while the Regions are cut from each other it has no end.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCloud, untilPending, type TestCloud } from '../../local/dynamodb/testing.ts';
import { readFloor, writeFloor } from './floors.ts';
import { LagUnmeasured, measureLagMs } from './lag.ts';
import { provision } from './provision.ts';
import { RegionClient } from './region-client.ts';
import { tableNames } from './table-names.ts';

let cloud: TestCloud;
let clients: RegionClient[];

beforeAll(async () => {
  cloud = await openTestCloud();
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  clients = Object.entries(cloud.tables.endpoints).map(
    ([region, endpoint]) =>
      new RegionClient({ region, endpoint, credentials }, tableNames('lag'), 4),
  );
  await provision(clients);
});
afterAll(async () => {
  clients.forEach((client) => client.close());
  await cloud.close();
});

test('the lag ends when the other Region shows the write, and not before', async () => {
  await cloud.tables.setReplication({ paused: true });
  let isMeasured = false;
  const measuring = measureLagMs(clients).finally(() => (isMeasured = true));
  await untilPending(cloud, 1);
  // Reads of that Region that come back meanwhile do not show it.
  const [, second] = clients;
  for (let read = 0; read < 10; read += 1) if (second !== undefined) await readFloor(second);
  expect(isMeasured).toBe(false);
  await cloud.tables.setReplication({ paused: false });
  expect(await measuring).toBeGreaterThan(0);
});

test('a lag beyond the limit is a fault that names the Region; afterwards it is measured again', async () => {
  await cloud.tables.setReplication({ paused: true });
  const measuring = measureLagMs(clients, 100);
  await expect(measuring).rejects.toThrow(LagUnmeasured);
  await expect(measuring).rejects.toThrow('us-east-2 does not show an acknowledged write within');
  await cloud.tables.setReplication({ paused: false });
  expect(await measureLagMs(clients)).toBeGreaterThan(0);
});

test('one Region has no lag; the probe is no floor', async () => {
  expect(await measureLagMs(clients.slice(0, 1))).toBe(0);
  const [first] = clients;
  if (first === undefined) throw new Error('a Region is needed');
  expect(await readFloor(first)).toBeNull();
  await writeFloor(first, { venue: 'hall', round: 1 });
  await measureLagMs(clients);
  expect(await readFloor(first)).toEqual({ venue: 'hall', round: 1 });
});
