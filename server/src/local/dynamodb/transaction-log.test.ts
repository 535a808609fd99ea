// A crash between a transaction's commit and its last item: the next start stores what is missing.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@worldseat/schema/domain';
import { expect, onTestFinished, test } from 'vitest';
import { openClockCeiling } from './clock-ceiling.ts';
import { Network } from './network.ts';
import { makeTable } from './region-tables.ts';
import { openRegions, type OpenedRegion } from './regions.ts';
import { openReplicaRegistry } from './replica-registry.ts';
import { stampItem, tombstoneOf } from './stamps.ts';
import { tableOf } from './testing.ts';
import { REMEMBER_MS, type Change } from './transaction-log.ts';

const table = 'things';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'worldseat-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function openOne(dataDir: string): Promise<OpenedRegion> {
  const { all } = await openRegions({
    names: ['us-east-1'],
    dataDir,
    registry: openReplicaRegistry(join(dataDir, 'replicas.json')),
    ceiling: openClockCeiling(join(dataDir, 'ceiling')),
    network: new Network({ lagMs: 0, jitterMs: 0, paused: false, strongDelayMs: 0, cuts: [] }),
    random: seededRandom(1),
    onFault: (message) => expect.unreachable(message),
  });
  if (all[0] === undefined) throw new Error('no Region');
  return all[0];
}

/** The folder as a killed process leaves it: every write was handed to the operating system. */
function afterCrash(dataDir: string): string {
  const copy = newFolder();
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}

const keyOf = (id: string) => JSON.stringify([{ S: id }]);

test('committed and half stored: the rest is stored, and what is newer stays', async () => {
  const dataDir = newFolder();
  const { region, transactions } = await openOne(dataDir);
  await makeTable(region, { TableName: table, ...tableOf('S') });
  const put = (id: string, v: string): Change => ({
    table,
    key: keyOf(id),
    version: stampItem({ id: { S: id }, v: { S: v } }, region.stamp()),
  });
  const old = put('deleted', 'old');
  await region.keep(table, old.key, old.version);
  const deleted = tombstoneOf({ id: { S: 'deleted' } }, region.stamp());
  const changes = [
    put('stored', '1'),
    put('missing', '1'),
    put('overwritten', '1'),
    { table, key: keyOf('deleted'), version: deleted },
  ];
  const atMs = Date.now();
  await transactions.commit({ token: 'token', hash: 'hash', atMs }, changes);
  const [stored] = changes;
  if (stored !== undefined) await region.keep(table, stored.key, stored.version);
  const newer = put('overwritten', '2');
  await region.keep(table, newer.key, newer.version);

  const next = await openOne(afterCrash(dataDir));
  const found = await Promise.all(changes.map(({ key }) => next.region.version(table, key)));
  expect(found).toEqual([changes[0]?.version, changes[1]?.version, newer.version, deleted]);
  expect(await next.transactions.find('token', atMs)).toMatchObject({ hash: 'hash', atMs });
  expect(await next.transactions.find('token', atMs + REMEMBER_MS + 1)).toBeNull();
});
