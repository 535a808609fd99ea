// What of a replica may fail, and that it shows. The stores here are the smallest that answer: a
// real one cannot be made to fail at one call alone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openClockCeiling } from './clock-ceiling.ts';
import { HybridClock } from './hybrid-clock.ts';
import { Network } from './network.ts';
import { Region } from './region.ts';
import { openReplicaRegistry } from './replica-registry.ts';
import { Replicas } from './replicas.ts';
import { stampItem } from './stamps.ts';
import type { Store } from './store.ts';
import { StrongTables } from './strong-tables.ts';
import { SystemTable } from './system-table.ts';
import { TableCatalog } from './table-catalog.ts';
import { openSettingsFile } from './table-settings.ts';
import { until } from './testing.ts';
import { Tombstones } from './tombstones.ts';
import { answer, resourceNotFound, validationFault, type JsonObject } from './wire.ts';

const Table = {
  TableName: 'seats',
  TableStatus: 'ACTIVE',
  KeySchema: [{ AttributeName: 'id' }],
  BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
};
const ASKED = { TableName: 'seats', ReplicaUpdates: [{ Create: { RegionName: 'us-east-2' } }] };

const ITEM = stampItem({ id: { S: 'A1' } }, { timeUs: 1, region: 'us-east-1' });

/** Holds ITEM or no table; refuses as many of each write as told. */
function storeOf(holds: 'ITEM' | 'NO_TABLE', refusals: Record<string, number> = {}): Store {
  let state: 'ITEM' | 'NOTHING' | 'NO_TABLE' = holds;
  const left = { CreateTable: 0, PutItem: 0, ...refusals };
  const write = (operation: keyof typeof left, next: typeof state, done: JsonObject) => {
    left[operation] -= 1;
    if (left[operation] >= 0) return validationFault('not now');
    state = next;
    return answer(done);
  };
  return {
    call: (operation) => {
      if (operation === 'CreateTable') return Promise.resolve(write(operation, 'NOTHING', {}));
      return Promise.resolve(state === 'NO_TABLE' ? resourceNotFound() : answer({ Table }));
    },
    read: (_operation, input) => {
      const has = state === 'ITEM' && (input['Segment'] ?? 0) === 0;
      return Promise.resolve({ status: 200, body: { Items: has ? [ITEM] : [] } });
    },
    get: () => Promise.resolve(state === 'ITEM' ? ITEM : null),
    put: () =>
      write('PutItem', 'ITEM', {}).status === 200
        ? Promise.resolve()
        : Promise.reject(new Error('not now')),
  };
}

function replicasOf(peerStore: Store, paused: boolean) {
  const folder = mkdtempSync(join(tmpdir(), 'worldseat-replicas-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const onFault = () => undefined;
  const registry = openReplicaRegistry(join(folder, 'replicas.json'));
  const settings = openSettingsFile(join(folder, 'settings.json'));
  const network = new Network({ lagMs: 0, jitterMs: 0, paused, strongDelayMs: 0, cuts: [] });
  const clock = new HybridClock(openClockCeiling(join(folder, 'ceiling')));
  const regionOf = (name: string, store: Store) => {
    const catalog = new TableCatalog(name, store, registry);
    const tombstones = new Tombstones(new SystemTable(store));
    return new Region({ name, store, clock, onFault, catalog, tombstones });
  };
  const home = regionOf('us-east-1', storeOf('ITEM'));
  const regions = new Map([
    ['us-east-1', home],
    ['us-east-2', regionOf('us-east-2', peerStore)],
  ]);
  const strong = new StrongTables({ network, onFault, membersOf: () => [] });
  const witness = () => Promise.reject(new Error('no witness here'));
  const replicas = new Replicas({ regions, registry, settings, network, strong, witness, onFault });
  return { home, replicas, shown: () => replicas.show(home, Table)['Replicas'] };
}

test('a replica that could not be made is not shown, and can be asked for again', async () => {
  const { home, replicas, shown } = replicasOf(storeOf('NO_TABLE', { CreateTable: 1 }), true);
  await expect(replicas.update(home, ASKED)).rejects.toThrow('not now');
  expect(shown()).toBeUndefined();
  expect(await replicas.update(home, ASKED)).toMatchObject({ status: 200 });
  expect(shown()).toEqual([{ RegionName: 'us-east-2', ReplicaStatus: 'CREATING' }]);
});

test('a replica is not filled while an item could not be stored in it', async () => {
  const peerStore = storeOf('NO_TABLE', { PutItem: 2 });
  const { home, replicas, shown } = replicasOf(peerStore, false);
  await replicas.update(home, ASKED);
  await until('it is filled', () => Promise.resolve(replicas.repairing === 0));
  expect(await peerStore.read('Scan', {})).toEqual({ status: 200, body: { Items: [ITEM] } });
  expect(shown()).toEqual([{ RegionName: 'us-east-2', ReplicaStatus: 'ACTIVE' }]);
});
