// The process of the embedded DynamoDB: it comes back after a crash with nothing lost, and never
// outlives its parent.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { rm } from 'node:fs/promises';
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
  type TestCloud,
} from './testing.ts';

async function open(options: Partial<GlobalTablesOptions> = {}): Promise<TestCloud> {
  const cloud = await openTestCloud(options);
  onTestFinished(() => cloud.close());
  return cloud;
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
  const cloud = await open();
  await makeTable(cloud, 'things');
  await cloud.tables.setReplication({ paused: true });
  await cloud.clients[0]?.putItem({ TableName: 'things', Item: { id: { S: 'a' } } });
  kill(cloud);
  await until('it is back', async () => (await cloud.tables.replication()).repairing === 0);
  await cloud.clients[0]?.putItem({ TableName: 'things', Item: { id: { S: 'b' } } });
  await until('the write is held', async () => (await cloud.tables.replication()).pending === 1);
  await cloud.tables.setReplication({ paused: false });
  await untilConverged(cloud);
  const ids = (await itemsOf(cloud.clients[1], 'things')).map(({ id }) => id?.S);
  expect(ids).toEqual(['a', 'b']);
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
    const { pid } = await startGlobalTables({ dataDir: ${JSON.stringify(dataDir)}, log });
    console.log(pid);
    setInterval(() => {}, 1000);`;
  const parent = spawn(
    process.execPath,
    ['--import', loader, '--input-type=module', '--eval', program],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const pid = await new Promise<number>((resolve) => {
    parent.stdout.once('data', (data: Buffer) => resolve(Number(data.toString())));
  });
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await until('the child is gone', () => Promise.resolve(!isAlive(pid)));
  const again = await startGlobalTables({ dataDir, log: QUIET });
  await again.stop();
});
