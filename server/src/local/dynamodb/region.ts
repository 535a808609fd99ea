// One Region: its store, its clock and its links to the peers. A version is what it holds of a key:
// an item or a tombstone, with its stamp. Whoever stores one has the item's lock.
import { keyAttributes } from './item-key.ts';
import { KeyLock } from './key-lock.ts';
import type { HybridClock } from './hybrid-clock.ts';
import type { ReplicationLink } from './replication-link.ts';
import { isNewer, isTombstone, stampOf, type Stamp } from './stamps.ts';
import type { Store } from './store.ts';
import type { TableCatalog } from './table-catalog.ts';
import type { Tombstones } from './tombstones.ts';
import { parseObject, type Item, type JsonObject } from './wire.ts';

export interface RegionOptions {
  readonly name: string;
  readonly store: Store;
  readonly clock: HybridClock;
  readonly catalog: TableCatalog;
  readonly tombstones: Tombstones;
  /** Told of every fault that is not the client's. */
  readonly onFault: (message: string) => void;
}

export class Region {
  readonly name: string;
  readonly store: Store;
  readonly catalog: TableCatalog;
  readonly clock: HybridClock;
  readonly tombstones: Tombstones;
  /** To every other Region, by its name. */
  readonly links = new Map<string, ReplicationLink>();
  readonly #onFault: (message: string) => void;
  readonly #locks = new KeyLock();

  constructor(options: RegionOptions) {
    this.name = options.name;
    this.store = options.store;
    this.catalog = options.catalog;
    this.clock = options.clock;
    this.tombstones = options.tombstones;
    this.#onFault = options.onFault;
  }

  /** Runs the task when it has the item for itself. */
  alone<Result>(table: string, key: string, task: () => Promise<Result>): Promise<Result> {
    return this.#locks.run(`${table}/${key}`, task);
  }

  /** Runs the task when it has all of these items. @param items no two the same */
  aloneWithAll<Result>(
    items: readonly { readonly table: string; readonly key: string }[],
    task: () => Promise<Result>,
  ): Promise<Result> {
    return this.#locks.runAll(
      items.map(({ table, key }) => `${table}/${key}`),
      task,
    );
  }

  /** The stamp of a write that is made now, later than of all that this Region has seen. */
  stamp(): Stamp {
    return { timeUs: this.clock.tick(), region: this.name };
  }

  /** What it holds of the key, or null. @throws when the store cannot be read */
  async version(table: string, key: string): Promise<Item | null> {
    const names = (await this.catalog.keyNames(table)) ?? [];
    const item = await this.store.get(table, keyAttributes(key, names));
    return item ?? this.tombstones.find(table, key);
  }

  /** Stores a version over whatever is there. Only with the item's lock. @throws */
  async keep(table: string, key: string, version: Item): Promise<void> {
    if (!isTombstone(version)) {
      await this.store.put(table, version);
      return;
    }
    const names = (await this.catalog.keyNames(table)) ?? [];
    // In this order: a crash in between leaves a Region that never heard of the deletion.
    await this.#call('DeleteItem', { TableName: table, Key: keyAttributes(key, names) });
    await this.tombstones.put(table, { key, version });
  }

  /**
   * Stores a peer's version when it is newer than ours, as AWS does: a write under the condition
   * that the incoming stamp is greater. Reading under the lock costs half of an expression.
   * @returns false when it could not be told
   */
  async apply(table: string, key: string, version: Item): Promise<boolean> {
    const stamp = stampOf(version);
    if (stamp === null) return true;
    try {
      return await this.alone(table, key, async () => {
        this.clock.observe(stamp.timeUs);
        const ours = await this.version(table, key);
        const oursAt = ours === null ? null : stampOf(ours);
        if (oursAt === null || isNewer(stamp, oursAt)) await this.keep(table, key, version);
        return true;
      });
    } catch (error) {
      this.#onFault(`${this.name} could not store an item of ${table}: ${String(error)}`);
      return false;
    }
  }

  /** Has the version travel to every replica of an EVENTUAL table. */
  replicate(table: string, key: string, version: Item): void {
    for (const replica of this.catalog.replicas(table)) {
      this.links.get(replica)?.send(table, key, version);
    }
  }

  async #call(operation: string, input: JsonObject): Promise<JsonObject> {
    const given = await this.store.call(operation, input);
    const body = given.status === 200 ? parseObject(given.text) : null;
    if (body === null) throw new Error(`${operation} in ${this.name}: ${given.text}`);
    return body;
  }
}
