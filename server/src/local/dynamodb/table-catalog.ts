// What one Region knows of its tables: the names of their keys (cached: a key schema cannot change)
// and where their replicas are.
import type { ReplicaRegistry } from './replica-registry.ts';
import type { Store } from './store.ts';
import { isObject, parseObject, type JsonObject } from './wire.ts';

export class TableCatalog {
  readonly #region: string;
  readonly #store: Store;
  readonly #registry: ReplicaRegistry;
  readonly #keyNames = new Map<string, readonly string[]>();

  constructor(region: string, store: Store, registry: ReplicaRegistry) {
    this.#region = region;
    this.#store = store;
    this.#registry = registry;
  }

  /** The other Regions that have this table. */
  replicas(table: string): readonly string[] {
    return this.#registry.regionsOf(table).filter((name) => name !== this.#region);
  }

  /** Partition key and sort key, or null when there is no such table. */
  async keyNames(table: string): Promise<readonly string[] | null> {
    const cached = this.#keyNames.get(table);
    if (cached !== undefined) return cached;
    const description = await this.describe(table);
    if (description === null) return null;
    const names = keyNamesOf(description);
    this.#keyNames.set(table, names);
    return names;
  }

  /** The store's description of a table, or null when it has no such table. */
  async describe(table: string): Promise<JsonObject | null> {
    const given = await this.#store.call('DescribeTable', { TableName: table });
    const description = given.status === 200 ? parseObject(given.text)?.['Table'] : null;
    return isObject(description) ? description : null;
  }

  /** To be called when the table is deleted: the next one may have another key. */
  forget(table: string): void {
    this.#keyNames.delete(table);
  }
}

function keyNamesOf(description: JsonObject): string[] {
  const schema = description['KeySchema'];
  if (!Array.isArray(schema)) return [];
  return schema.filter(isObject).map((part) => String(part['AttributeName']));
}
