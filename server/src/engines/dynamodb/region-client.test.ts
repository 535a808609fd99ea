// The pool: all of its sockets are open after warm(), and never more, whatever a burst does.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGlobalTables, type GlobalTables } from '../../local/dynamodb/index.ts';
import { until } from '../../local/dynamodb/testing.ts';
import { findSeat } from './seats.ts';
import { provision } from './provision.ts';
import { RegionClient } from './region-client.ts';
import { tableNames } from './table-names.ts';
import { warm } from './warm.ts';

const SOCKETS = 48;
let dataDir: string;
let cloud: GlobalTables;
let clients: RegionClient[];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'worldseat-pool-'));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  cloud = await startGlobalTables({ dataDir, log });
  clients = Object.entries(cloud.endpoints).map(
    ([region, endpoint]) =>
      new RegionClient(
        { region, endpoint, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } },
        tableNames('pool'),
        SOCKETS,
      ),
  );
  await provision(clients);
});
afterAll(async () => {
  clients.forEach((client) => client.close());
  await cloud.stop();
  await rm(dataDir, { recursive: true });
});

const open = () => clients.map(({ openSockets }) => openSockets);

test('warm() opens every socket of each Region, in one go', async () => {
  expect(Math.max(...open())).toBeLessThan(SOCKETS);
  await Promise.all(clients.map(warm));
  expect(open()).toEqual([SOCKETS, SOCKETS]);
});

test('neither a large burst nor a small one changes how many are open', async () => {
  for (const calls of [SOCKETS * 10, 3]) {
    await Promise.all(
      clients.flatMap((client) => Array.from({ length: calls }, () => findSeat(client, 'A1'))),
    );
    expect(open()).toEqual([SOCKETS, SOCKETS]);
  }
});

test('sockets that were lost are opened again', async () => {
  process.kill(cloud.pid ?? 0, 'SIGKILL');
  await until('every socket is lost', () => Promise.resolve(Math.max(...open()) === 0));
  await until('the pools are warm', async () => {
    await Promise.all(clients.map(warm));
    return true;
  });
  expect(open()).toEqual([SOCKETS, SOCKETS]);
});

test('provisioning again changes nothing', async () => {
  await provision(clients);
  const [first] = clients;
  const { TableNames: names } = (await first?.direct.listTables()) ?? {};
  expect(names).toEqual([
    'pool_counters',
    'pool_fan_tickets',
    'pool_floors',
    'pool_op_log',
    'pool_orders',
    'pool_seats',
  ]);
});
