// A crash in the middle of UpdateTable: what was written down as intended is finished at the start.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { expect, onTestFinished, test } from 'vitest';
import { startGlobalTables } from './index.ts';
import type { GlobalTable } from './replica-registry.ts';
import { itemsOf, makeLocalTable, openTestCloud, QUIET, untilActive } from './testing.ts';

const BOTH = ['us-east-1', 'us-east-2'];

/** The registry as a crash left it, and a cloud that starts with it. */
async function startWith(
  registry: Readonly<Record<string, GlobalTable | string[]>>,
  prepare: (clients: readonly DynamoDB[]) => Promise<void>,
): Promise<DynamoDB[]> {
  const cloud = await openTestCloud();
  onTestFinished(() => cloud.close());
  await prepare(cloud.clients);
  await cloud.tables.stop();
  const { dataDir } = cloud;
  await writeFile(join(dataDir, 'replicas.json'), JSON.stringify(registry));
  const again = await startGlobalTables({ dataDir, log: QUIET });
  onTestFinished(() => again.stop());
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return BOTH.map((region) => {
    const client = new DynamoDB({ region, endpoint: again.endpoints[region] ?? '', credentials });
    onTestFinished(() => client.destroy());
    return client;
  });
}

const put = (client: DynamoDB | undefined, TableName: string) =>
  client?.putItem({ TableName, Item: { id: { S: 'a' } } });

test('a replica that was not made yet is made and filled; the older form of the file is read', async () => {
  const [home, peer] = await startWith({ things: BOTH }, async ([first]) => {
    await makeLocalTable(first, 'things');
    await put(first, 'things');
  });
  await untilActive(home, 'things');
  const { Table: table } = (await home?.describeTable({ TableName: 'things' })) ?? {};
  expect(table?.Replicas).toEqual([{ RegionName: 'us-east-2', ReplicaStatus: 'ACTIVE' }]);
  await expect.poll(() => itemsOf(peer, 'things'), { timeout: 20_000 }).toHaveLength(1);
});

test('a STRONG table of which only the first part was made is made whole', async () => {
  const strong = {
    regions: BOTH,
    consistency: 'STRONG',
    witness: 'us-west-2',
    leaving: [],
  } as const;
  const [home, peer] = await startWith({ things: strong }, ([first]) =>
    makeLocalTable(first, 'things'),
  );
  await put(peer, 'things');
  const read = { TableName: 'things', Key: { id: { S: 'a' } }, ConsistentRead: true };
  expect((await home?.getItem(read))?.Item).toEqual(read.Key);
});

test('a replica that was being removed is removed', async () => {
  const leaving: GlobalTable = {
    regions: ['us-east-1'],
    consistency: 'EVENTUAL',
    witness: null,
    leaving: ['us-east-2'],
  };
  const [home, peer] = await startWith({ things: leaving }, async (clients) => {
    for (const client of clients) await makeLocalTable(client, 'things');
    await put(clients[0], 'things');
  });
  expect((await peer?.listTables())?.TableNames).toEqual([]);
  expect(await itemsOf(home, 'things')).toHaveLength(1);
  const { Table: table } = (await home?.describeTable({ TableName: 'things' })) ?? {};
  expect(table).not.toHaveProperty('Replicas');
});
