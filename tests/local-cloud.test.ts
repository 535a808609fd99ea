// `npm run local-cloud` as another program uses it: one line of JSON, then AWS's own clients against
// every address in it, verified TLS, and nothing left when it is told to stop.
import { createServer, type AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { controlPlaneOf, dynamoDbOf, type LocalCloudLine } from '../scripts/local-cloud/testing.ts';
import { connectTo } from '../server/src/local/dsql/process/testing.ts';
import { leftovers } from './support/leftovers.ts';
import { runLocalCloud } from './support/local-cloud.ts';
import { allGone, descendantsOf } from './support/processes.ts';
import { tempFolder } from './support/temp-folder.ts';
import { waitFor } from './support/wait-for.ts';

const later = leftovers();
const REGIONS = ['us-east-1', 'us-east-2'] as const;

async function start(args: readonly string[] = [], dataDir?: string) {
  const folder = dataDir ?? (await tempFolder(later));
  return { dataDir: folder, ...runLocalCloud(later, args, { WORLDSEAT_DATA: folder }) };
}

async function sql(cloud: LocalCloudLine, region: string, text: string) {
  const { host, port } = cloud.dsql[region] ?? { host: '', port: 0 };
  const { caFile, accessKeyId, secretAccessKey } = cloud;
  const credentials = { accessKeyId, secretAccessKey };
  const client = await connectTo({ region, host, port, caFile, credentials });
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the local cloud', () => {
  it('is announced by one line, serves AWS clients in both Regions, and leaves nothing', async () => {
    const run = await start(['--json']);
    const cloud = await run.ready();
    const address = { host: '127.0.0.1', port: expect.any(Number) as number };
    const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string;
    expect(cloud).toEqual({
      caFile: expect.stringMatching(/^\/.+\.pem$/) as string,
      accessKeyId: expect.stringMatching(/^WORLDSEAT/) as string,
      secretAccessKey: expect.any(String) as string,
      dsql: { 'us-east-1': address, 'us-east-2': address },
      dynamodb: { 'us-east-1': url, 'us-east-2': url },
      controlPlane: url,
    });
    expect(run.output().split('\n')).toEqual([JSON.stringify(cloud), '']);
    expect(run.errors()).toBe('');

    // One database behind both endpoints.
    await sql(cloud, 'us-east-1', 'CREATE TABLE things (id text PRIMARY KEY)');
    await sql(cloud, 'us-east-1', `INSERT INTO things VALUES ('here')`);
    expect(await sql(cloud, 'us-east-2', 'SELECT id FROM things')).toEqual([{ id: 'here' }]);
    await writeAndReadEverywhere(cloud);
    await makeACluster(cloud);

    const processes = descendantsOf(run.pid);
    expect(processes.length).toBeGreaterThan(3);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    await allGone(processes);
  });

  it('finds its data, its CA and its access key again', async () => {
    const first = await start(['--json']);
    const before = await first.ready();
    await sql(before, 'us-east-2', 'CREATE TABLE kept (id text PRIMARY KEY)');
    await sql(before, 'us-east-2', `INSERT INTO kept VALUES ('still here')`);
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const second = await start(['--json'], first.dataDir);
    const after = await second.ready();
    const { caFile, accessKeyId, secretAccessKey } = before;
    expect(after).toMatchObject({ caFile, accessKeyId, secretAccessKey });
    expect(await sql(after, 'us-east-1', 'SELECT id FROM kept')).toEqual([{ id: 'still here' }]);
  });

  it('comes back after kill -9 of all of it, with what was acknowledged', async () => {
    const first = await start(['--json']);
    const before = await first.ready();
    await sql(before, 'us-east-1', 'CREATE TABLE kept (id text PRIMARY KEY)');
    await sql(before, 'us-east-1', `INSERT INTO kept VALUES ('acknowledged')`);
    const processes = descendantsOf(first.pid);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await start(['--json'], first.dataDir);
    const rows = await sql(await second.ready(), 'us-east-2', 'SELECT id FROM kept');
    expect(rows).toEqual([{ id: 'acknowledged' }]);
    await allGone(processes);
  });

  it('leaves nothing behind when it is stopped while it starts', async () => {
    const run = await start(['--json']);
    const processes = await waitFor(
      () => {
        const all = descendantsOf(run.pid);
        return all.some(({ command }) => command.includes('local/dsql/')) ? all : null;
      },
      { limitMs: 60_000 },
    );
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    await allGone(processes);
  });

  it('keeps the ports that it is given, and says which one is taken', async () => {
    const [east, ohio, control] = [await freePort(), await freePort(), await freePort()];
    const [first, second] = [await freePort(), await freePort()];
    const ports = ['--dsql-ports', `${east},${ohio}`, '--control-plane-port', String(control)];
    ports.push('--dynamodb-ports', `${first},${second}`);
    const holder = await start(['--json', ...ports]);
    const cloud = await holder.ready();
    const { dsql, dynamodb, controlPlane } = cloud;
    expect({ dsql, dynamodb, controlPlane }).toEqual({
      dsql: {
        'us-east-1': { host: '127.0.0.1', port: east },
        'us-east-2': { host: '127.0.0.1', port: ohio },
      },
      dynamodb: {
        'us-east-1': `http://127.0.0.1:${first}`,
        'us-east-2': `http://127.0.0.1:${second}`,
      },
      controlPlane: `http://127.0.0.1:${control}`,
    });
    const other = await start(['--json', ...ports]);
    expect(await other.ended).toBe(2);
    expect(other.output()).toBe('');
    expect(other.errors()).toMatch(
      new RegExp(
        `^The local cloud cannot start: .*\\b(${[east, ohio, first, second].join('|')})\\b`,
      ),
    );
  });

  it('says in one line, with exit code 2, whose folder it is', async () => {
    const holder = await start(['--json']);
    await holder.ready();
    const second = await start(['--json'], holder.dataDir);
    expect(await second.ended).toBe(2);
    expect(second.errors()).toMatch(/^Another WorldSeat server uses the data folder .+\n$/);

    const file = join(await tempFolder(later), 'file');
    await writeFile(file, '');
    const blocked = await start([], join(file, 'data'));
    expect(await blocked.ended).toBe(2);
    expect(blocked.errors()).toMatch(/^The data folder .+ cannot be written .+\n$/);
  });

  it('refuses wrong arguments with exit code 2, and shows how it is used', async () => {
    const run = await start(['--dsql-ports', '5433']);
    expect(await run.ended).toBe(2);
    expect(run.output()).toBe('');
    expect(run.errors()).toMatch(/^--dsql-ports must be 2 .+\nUsage:\n {2}npm run local-cloud /);
  });

  it('refuses wrong settings with exit code 2, each in a line', async () => {
    const run = runLocalCloud(later, [], {
      WORLDSEAT_DATA: await tempFolder(later),
      WORLDSEAT_DSQL_CONFLICTS: 'never',
      WORLDSEAT_COMMIT_DELAY_MS: 'x',
    });
    expect(await run.ended).toBe(2);
    expect(run.errors().trim().split('\n')).toEqual([
      expect.stringContaining('WORLDSEAT_DSQL_CONFLICTS'),
      expect.stringContaining('WORLDSEAT_COMMIT_DELAY_MS'),
    ]);
  });

  it('has no token to give for a cloud that was never started', async () => {
    const run = await start(['token']);
    expect(await run.ended).toBe(2);
    expect(run.errors()).toMatch(/^No cloud was ever started in .+\n$/);
  });
});

/** A global table of both Regions: written in one, read in the other. */
async function writeAndReadEverywhere(cloud: LocalCloudLine): Promise<void> {
  const [home, other] = REGIONS.map((region) => dynamoDbOf(cloud, region));
  later(() => [home, other].forEach((client) => client?.destroy()));
  const TableName = 'things';
  await home?.createTable({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  });
  const isActive = async () => {
    const { Table } = (await home?.describeTable({ TableName })) ?? {};
    const replicas = Table?.Replicas ?? [];
    const areActive = replicas.every(({ ReplicaStatus }) => ReplicaStatus === 'ACTIVE');
    return Table?.TableStatus === 'ACTIVE' && areActive ? { replicas } : null;
  };
  await waitFor(isActive);
  await home?.updateTable({
    TableName,
    ReplicaUpdates: [{ Create: { RegionName: REGIONS[1] } }],
  });
  await waitFor(async () => ((await isActive())?.replicas.length ?? 0) > 0);
  const Item = { id: { S: 'everywhere' } };
  await home?.putItem({ TableName, Item });
  const read = () => other?.getItem({ TableName, Key: Item }).catch(() => undefined);
  await waitFor(async () => (await read())?.Item !== undefined, {
    what: 'the other Region shows the item',
  });
}

/** A single-Region cluster; its endpoint is the gateway of its Region. */
async function makeACluster(cloud: LocalCloudLine): Promise<void> {
  const client = controlPlaneOf(cloud, 'us-east-1');
  later(() => client.destroy());
  const { identifier } = await client.createCluster({ deletionProtectionEnabled: false });
  const cluster = await waitFor(async () => {
    const found = await client.getCluster({ identifier });
    return found.status === 'ACTIVE' ? found : null;
  });
  const { host, port } = cloud.dsql['us-east-1'] ?? { host: '', port: 0 };
  expect(cluster.endpoint).toBe(`${host}:${port}`);
  await client.deleteCluster({ identifier });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
