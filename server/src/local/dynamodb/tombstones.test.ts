// Tombstones on a real store: kept over a restart, replaced by later ones, forgotten in time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tombstoneOf } from './stamps.ts';
import { openStore, type Store } from './store.ts';
import { SystemTable } from './system-table.ts';
import { Tombstones } from './tombstones.ts';

const KEY = '[{"S":"a"}]';
const at = (timeMs: number) => ({
  key: KEY,
  version: tombstoneOf({ id: { S: 'a' } }, { timeUs: timeMs * 1000, region: 'us-east-1' }),
});

function newStore(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'worldseat-tombstones-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return openStore(folder, 'us-east-1');
}

async function open(store: Store): Promise<Tombstones> {
  const system = new SystemTable(store);
  await system.open();
  const tombstones = new Tombstones(system);
  await tombstones.open();
  return tombstones;
}

async function all(tombstones: Tombstones, table: string) {
  const found = [];
  for await (const each of tombstones.of(table)) found.push(each);
  return found;
}

test('found by table and key, also by the next one that opens; the last of a key counts', async () => {
  const store = newStore();
  const tombstones = await open(store);
  expect(await tombstones.find('things', KEY)).toBeNull();
  await tombstones.put('things', at(1000));
  await tombstones.put('things', at(2000));
  for (const each of [tombstones, await open(store)]) {
    expect(await each.find('things', KEY)).toEqual(at(2000).version);
    expect(await each.find('others', KEY)).toBeNull();
    expect(await all(each, 'things')).toEqual([at(2000)]);
  }
});

test('older ones are forgotten, and those of a deleted table; more of them than a page', async () => {
  const tombstones = await open(newStore());
  const many = Array.from({ length: 120 }, (_, index) => ({
    key: `[{"S":"${'x'.repeat(1500)}${index}"}]`,
    version: at(index).version,
  }));
  for (const each of many) await tombstones.put('things', each);
  await tombstones.put('others', at(1));
  await tombstones.expire(100);
  expect(await all(tombstones, 'things')).toHaveLength(20);
  expect(await all(tombstones, 'others')).toEqual([]);
  await tombstones.forget('things');
  expect(await all(tombstones, 'things')).toEqual([]);
});
