// The process of the embedded DynamoDB: it comes back after a crash with nothing lost, and never
// outlives its parent.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { startGlobalTables, type GlobalTablesOptions } from './index.ts';
import {
  isAlive,
  itemsOf,
  makeTable,
  openTestCloud,
  QUIET,
  until,
  untilConverged,
  untilPending,
  type TestCloud,
} from './testing.ts';

async function open(options: Partial<GlobalTablesOptions> = {}): Promise<TestCloud> {
  const cloud = await openTestCloud(options);
  onTestFinished(() => cloud.close());
  return cloud;
}

function untilBack({ tables }: TestCloud, pid: number): Promise<void> {
  return until('it is back', () => Promise.resolve(![null, pid].includes(tables.pid)));
}

function kill(cloud: TestCloud): number {
  const pid = cloud.tables.pid ?? 0;
  process.kill(pid, 'SIGKILL');
  return pid;
}

test('killed in the middle of writes: same ports, nothing acknowledged lost, converged', async () => {
  const cloud = await open({ lagMs: 200 });
  await makeTable(cloud, 'things');
  const { endpoints } = cloud.tables;
  const acknowledged: string[] = [];
  const put = async (id: string, region: number) => {
    await cloud.clients[region]?.putItem({ TableName: 'things', Item: { id: { S: id } } });
    acknowledged.push(id);
  };
  const writing = Promise.allSettled(
    Array.from({ length: 400 }, (_, index) => put(`item-${index}`, index % 2)),
  );
  await until('a quarter is written', () => Promise.resolve(acknowledged.length > 100));
  const pid = kill(cloud);
  await writing;
  await until('it is back', async () => {
    const [client] = cloud.clients;
    return (await client?.listTables())?.TableNames?.length === 1;
  });
  expect(cloud.tables.pid).not.toBe(pid);
  expect(cloud.tables.endpoints).toEqual(endpoints);
  await untilConverged(cloud);
  const [first, second] = await Promise.all(cloud.clients.map((each) => itemsOf(each, 'things')));
  expect(second).toEqual(first);
  const ids = new Set(first?.map(({ id }) => id?.S));
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
});

test('settings outlive a restart: paused stays paused, and healing converges', async () => {
  const cloud = await open({ lagMs: 0, jitterMs: 0 });
  await makeTable(cloud, 'things');
  await cloud.tables.setReplication({ paused: true });
  await cloud.clients[0]?.putItem({ TableName: 'things', Item: { id: { S: 'a' } } });
  const pid = kill(cloud);
  await untilBack(cloud, pid);
  await cloud.clients[0]?.putItem({ TableName: 'things', Item: { id: { S: 'b' } } });
  await untilPending(cloud, 1);
  // The lost write is found by anti-entropy only, and that is held up by the pause as well: were it
  // not, it would have ended long before so many requests have.
  for (let request = 0; request < 200; request += 1) {
    expect(await itemsOf(cloud.clients[1], 'things')).toEqual([]);
  }
  expect(await cloud.tables.replication()).toEqual({ pending: 1, repairing: 1 });
  await cloud.tables.setReplication({ paused: false });
  await untilConverged(cloud);
  const ids = (await itemsOf(cloud.clients[1], 'things')).map(({ id }) => id?.S);
  expect(ids).toEqual(['a', 'b']);
});

test('the last writer wins right after a crash, however busy the other Region is', async () => {
  const cloud = await open();
  await makeTable(cloud, 'things');
  const put = (region: number, v: string) =>
    cloud.clients[region]?.putItem({ TableName: 'things', Item: { id: { S: 'a' }, v: { S: v } } });
  await put(0, 'before');
  await cloud.tables.setReplication({ paused: true });
  await untilBack(cloud, kill(cloud));
  for (let write = 0; write < 20; write += 1) await put(0, 'busy');
  await put(1, 'last');
  await cloud.tables.setReplication({ paused: false });
  await untilConverged(cloud);
  const shown = await Promise.all(cloud.clients.map((client) => itemsOf(client, 'things')));
  expect(shown.flat().map(({ v }) => v?.S)).toEqual(['last', 'last']);
});

test('stopped, it leaves no stamp ahead of the wall clock: the next start need not wait', async () => {
  const { dataDir, tables, clients, ...cloud } = await open();
  await makeTable({ dataDir, tables, clients, ...cloud }, 'things');
  await clients[0]?.putItem({ TableName: 'things', Item: { id: { S: 'a' } } });
  await tables.stop();
  const ceilingUs = Number(await readFile(join(dataDir, 'clock-ceiling'), 'utf8'));
  expect(ceilingUs).toBeGreaterThan(0);
  expect(ceilingUs).toBeLessThanOrEqual(Date.now() * 1000);
});

test('killed again and again: five restarts, then it stays down and says so', async () => {
  const reasons: string[] = [];
  const cloud = await open({ onExit: (reason) => reasons.push(reason) });
  for (let restart = 0; restart <= 5; restart += 1) {
    await until('it is up', () => Promise.resolve(cloud.tables.pid !== null));
    kill(cloud);
    await until('it is down', () => Promise.resolve(cloud.tables.pid === null));
  }
  await until('it has given up', () => Promise.resolve(reasons.length === 1));
  expect(reasons).toEqual([expect.stringContaining('after 5 restarts within 60 s')]);
  expect(cloud.tables.pid).toBeNull();
});

test('a folder that is in use is refused in words, and stays usable for its owner', async () => {
  const cloud = await open();
  await expect(startGlobalTables({ dataDir: cloud.dataDir, log: QUIET })).rejects.toMatchObject({
    code: 'GLOBAL_TABLES',
    message: expect.stringContaining('another process uses the folder') as string,
  });
  expect((await cloud.clients[0]?.listTables())?.TableNames).toEqual([]);
});

test('stopped, no process is left', async () => {
  const cloud = await openTestCloud();
  const pid = cloud.tables.pid ?? 0;
  expect(isAlive(pid)).toBe(true);
  await cloud.close();
  expect(isAlive(pid)).toBe(false);
});

test('when its parent is killed it ends by itself and lets go of the folder', async () => {
  const { dataDir, tables } = await openTestCloud();
  await tables.stop();
  onTestFinished(() => rm(dataDir, { recursive: true }));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const module = new URL('./index.ts', import.meta.url).href;
  const program = `
    const { startGlobalTables } = await import(${JSON.stringify(module)});
    const log = { info() {}, warn() {}, error() {} };
    const { pid, endpoints } = await startGlobalTables({ dataDir: ${JSON.stringify(dataDir)}, log });
    console.log(JSON.stringify({ pid, endpoint: Object.values(endpoints)[0] }));
    setInterval(() => {}, 1000);`;
  const parent = spawn(
    process.execPath,
    ['--import', loader, '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const { pid, endpoint } = await new Promise<{ pid: number; endpoint: string }>((resolve) => {
    parent.stdout.once('data', (data: Buffer) => {
      resolve(JSON.parse(data.toString()) as { pid: number; endpoint: string });
    });
  });
  expect(isAlive(pid)).toBe(true);
  await sendHalfARequest(new URL(endpoint));
  parent.kill('SIGKILL');
  // Started anew at once, while the orphan may still be there.
  const again = await startGlobalTables({ dataDir, log: QUIET });
  onTestFinished(() => again.stop());
  await until('the orphan is gone', () => Promise.resolve(!isAlive(pid)));
});

/** Leaves the connection open: its server has a request under way that never ends. */
function sendHalfARequest({ hostname, port }: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n', () => resolve());
    });
    socket.once('error', reject);
    onTestFinished(() => void socket.destroy());
  });
}
