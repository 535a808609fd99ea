// What one Region knows of its tables: the keys and indexes (cached: they cannot change) and
// where their replicas are.
import type { ReplicaRegistry } from './replica-registry.ts';
import type { Store } from './store.ts';
import { SYSTEM_PREFIX } from './system-table.ts';
import { isObject, objectsOf, parseObject, type JsonObject } from './wire.ts';

/** What the store needs to know of a table to check a write of one item. */
export interface TableSchema extends JsonObject {
  readonly KeySchema: unknown;
}

export class TableCatalog {
  readonly #region: string;
  readonly #store: Store;
  readonly #registry: ReplicaRegistry;
  readonly #schemas = new Map<string, TableSchema>();
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

  /** Whether every Region must agree on each write. */
  isStrong(table: string): boolean {
    return this.#registry.isStrong(table);
  }

  /** Partition key and sort key, or null when there is no such table. */
  async keyNames(table: string): Promise<readonly string[] | null> {
    const cached = this.#keyNames.get(table);
    if (cached !== undefined) return cached;
    await this.schema(table);
    return this.#keyNames.get(table) ?? null;
  }

  /** Null when there is no such table. */
  async schema(table: string): Promise<TableSchema | null> {
    const cached = this.#schemas.get(table);
    if (cached !== undefined) return cached;
    const description = await this.describe(table);
    if (description === null) return null;
    const { AttributeDefinitions, KeySchema, LocalSecondaryIndexes, GlobalSecondaryIndexes } =
      description;
    const schema = {
      AttributeDefinitions,
      KeySchema,
      LocalSecondaryIndexes,
      GlobalSecondaryIndexes,
    };
    this.#schemas.set(table, schema);
    this.#keyNames.set(
      table,
      objectsOf(KeySchema).map((part) => String(part['AttributeName'])),
    );
    return schema;
  }

  /** The store's description of a table, or null when it has no such table. */
  async describe(table: string): Promise<JsonObject | null> {
    if (table.startsWith(SYSTEM_PREFIX)) return null;
    const given = await this.#store.call('DescribeTable', { TableName: table });
    const description = given.status === 200 ? parseObject(given.text)?.['Table'] : null;
    return isObject(description) ? description : null;
  }

  /** To be called when the table is deleted: the next one may have another key. */
  forget(table: string): void {
    this.#schemas.delete(table);
    this.#keyNames.delete(table);
  }
}
