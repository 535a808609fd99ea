// One Region: its store, its clock and its links to the peers. Every write of an item, by a client
// or from a peer, goes through put() or apply() here, under the item's lock.
import { KeyLock } from './key-lock.ts';
import type { HybridClock } from './hybrid-clock.ts';
import type { ReplicationLink } from './replication-link.ts';
import { isNewer, RESERVED_PREFIX, stampItem, stampOf } from './stamps.ts';
import type { AuthHeaders, Store } from './store.ts';
import type { TableCatalog } from './table-catalog.ts';
import {
  isObject,
  parseObject,
  resourceNotFound,
  validationFault,
  type Item,
  type JsonObject,
  type WireAnswer,
} from './wire.ts';

export interface RegionOptions {
  readonly name: string;
  readonly store: Store;
  readonly clock: HybridClock;
  readonly catalog: TableCatalog;
  /** Told of every fault that is not the client's. */
  readonly onFault: (message: string) => void;
}

export class Region {
  readonly name: string;
  readonly store: Store;
  readonly catalog: TableCatalog;
  readonly clock: HybridClock;
  /** To every other Region, by its name. */
  readonly links = new Map<string, ReplicationLink>();
  readonly #options: RegionOptions;
  readonly #locks = new KeyLock();

  constructor(options: RegionOptions) {
    this.name = options.name;
    this.store = options.store;
    this.catalog = options.catalog;
    this.clock = options.clock;
    this.#options = options;
  }

  /** A client's PutItem: stamped, stored, sent to every replica. Unreplicated tables are stamped
   * too, so that a replica made later has what it needs. */
  async put(input: JsonObject, auth: AuthHeaders): Promise<WireAnswer> {
    const { TableName: table, Item: item } = input;
    // Not even the form is right: the store refuses it and says best why.
    if (typeof table !== 'string' || !isItem(item)) return this.store.call('PutItem', input, auth);
    const keyNames = await this.catalog.keyNames(table);
    // Never passed on: the table may exist a moment later, and nothing is stored without a stamp.
    if (keyNames === null) return resourceNotFound();
    const reserved = Object.keys(item).find((name) => name.startsWith(RESERVED_PREFIX));
    if (reserved !== undefined) {
      return validationFault(`Attribute name ${reserved} is reserved: not ${RESERVED_PREFIX}*`);
    }
    const key = keyOf(item, keyNames);
    return this.#locks.run(`${table}/${key}`, async () => {
      const timeUs = this.clock.tick();
      const stamped = stampItem(item, { timeUs, region: this.name });
      const given = await this.store.call('PutItem', { ...input, Item: stamped }, auth);
      if (given.status === 200) this.#replicate(table, key, stamped);
      return given;
    });
  }

  /**
   * Stores a peer's item when it is newer than ours, as AWS does: a write under the condition that
   * the incoming stamp is greater. Reading the stamp under the lock costs half of an expression.
   * @returns false when it could not be told
   */
  async apply(table: string, key: string, item: Item): Promise<boolean> {
    const stamp = stampOf(item);
    if (stamp === null) return true;
    try {
      return await this.#locks.run(`${table}/${key}`, async () => {
        this.clock.observe(stamp.timeUs);
        const ours = await this.find(table, key);
        const oursAt = ours === null ? null : stampOf(ours);
        if (oursAt !== null && !isNewer(stamp, oursAt)) return true;
        const given = await this.store.call('PutItem', { TableName: table, Item: item });
        if (given.status !== 200) throw new Error(given.text);
        return true;
      });
    } catch (error) {
      this.#options.onFault(`${this.name} could not store an item of ${table}: ${String(error)}`);
      return false;
    }
  }

  /** The stored item, stamp included, or null. @param key as keyOf() gives it. @throws */
  async find(table: string, key: string): Promise<Item | null> {
    const names = (await this.catalog.keyNames(table)) ?? [];
    const values = JSON.parse(key) as unknown[];
    const Key = Object.fromEntries(names.map((name, index) => [name, values[index]]));
    const given = await this.store.call('GetItem', { TableName: table, Key });
    const body = given.status === 200 ? parseObject(given.text) : null;
    if (body === null) throw new Error(given.text);
    return isItem(body['Item']) ? body['Item'] : null;
  }

  #replicate(table: string, key: string, item: Item): void {
    for (const replica of this.catalog.replicas(table)) {
      this.links.get(replica)?.send(table, key, item);
    }
  }
}

/** The item's primary key as one string. @param keyNames partition key, then sort key if any */
export function keyOf(item: Item, keyNames: readonly string[]): string {
  return JSON.stringify(keyNames.map((name) => item[name]));
}

function isItem(value: unknown): value is Item {
  return isObject(value) && Object.values(value).every(isObject);
}
