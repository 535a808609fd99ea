// What a Region remembers of deleted items: their keys and the stamps of their deletion, on disk and
// apart from the tables, so that no client's Count, Limit or page ever meets one. Without them an
// older write that arrives late, or a restart, would bring a deleted item back.
// Each is forgotten after KEEP_MS, once every Region has it.
import { createHash } from 'node:crypto';
import { stampOf } from './stamps.ts';
import type { SystemTable } from './system-table.ts';
import { isItem, parseObject, type Item } from './wire.ts';

export const KEEP_MS = 3_600_000;

/** Lists the tables that have tombstones: the hot path must not look for those that have none. */
const INDEX = 'tombstones';

export interface Tombstone {
  /** As keyOf() gives it. */
  readonly key: string;
  readonly version: Item;
}

export class Tombstones {
  readonly #system: SystemTable;
  readonly #tables = new Set<string>();

  constructor(system: SystemTable) {
    this.#system = system;
  }

  async open(): Promise<void> {
    for await (const { name } of this.#system.all(INDEX)) this.#tables.add(name);
  }

  async find(table: string, key: string): Promise<Item | null> {
    if (!this.#tables.has(table)) return null;
    const value = await this.#system.get(partitionOf(table), nameOf(key));
    return value === null ? null : read(value).version;
  }

  /** Durable when it resolves. */
  async put(table: string, tombstone: Tombstone): Promise<void> {
    if (!this.#tables.has(table)) {
      await this.#system.put(INDEX, { name: table, value: '-' });
      this.#tables.add(table);
    }
    const record = { name: nameOf(tombstone.key), value: JSON.stringify(tombstone) };
    await this.#system.put(partitionOf(table), record);
  }

  async *of(table: string): AsyncGenerator<Tombstone> {
    if (!this.#tables.has(table)) return;
    for await (const { value } of this.#system.all(partitionOf(table))) yield read(value);
  }

  /** Of a deleted table. */
  async forget(table: string): Promise<void> {
    await this.#drop(table, () => true);
    this.#tables.delete(table);
    await this.#system.delete(INDEX, { name: table, value: '-' });
  }

  /** Drops those that are older. Only to be called while every Region has all of them. */
  async expire(beforeMs: number): Promise<void> {
    for (const table of this.#tables) {
      await this.#drop(table, ({ version }) => (stampOf(version)?.timeUs ?? 0) < beforeMs * 1000);
    }
  }

  async #drop(table: string, isDue: (tombstone: Tombstone) => boolean): Promise<void> {
    for await (const record of this.#system.all(partitionOf(table))) {
      if (isDue(read(record.value))) await this.#system.delete(partitionOf(table), record);
    }
  }
}

function partitionOf(table: string): string {
  return `${INDEX}/${table}`;
}

/** A key may be longer than a name. */
function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function read(value: string): Tombstone {
  const { key, version } = parseObject(value) ?? {};
  if (typeof key !== 'string' || !isItem(version)) throw new Error(`no tombstone: ${value}`);
  return { key, version };
}
