// The store inside a dynalite. Most requests go to dynalite whole, as a client sends them; reads are
// spared the way through HTTP. And what replication stores again was checked when it was written
// first, and a large floor has hundreds of thousands of such writes: they go to dynalite's own tables
// without validation. Each of its actions reads the table's description from disk: it is kept in
// memory here, as text, until it is written.
import type { Server } from 'node:http';
import dynalite, { type DynaliteOptions } from 'dynalite';
import putItem from 'dynalite/actions/putItem.js';
import db, { type Done, type InnerStore, type TableDb } from 'dynalite/db/index.js';
import { readDirectly, type ReadAnswer, type ReadOperation } from './dynalite-reads.ts';
import { quicken } from './level-access.ts';
import { isItem, isObject, type Item, type JsonObject } from './wire.ts';

interface DynaliteStore {
  /** Takes whole requests; never made to listen. */
  readonly server: Server;
  /** As a client asks; what dynalite refuses is the answer. @throws what is no client's fault */
  read(operation: ReadOperation, input: JsonObject): Promise<ReadAnswer>;
  /** @throws what dynalite refuses with, such as an unknown table */
  get(table: string, key: Item): Promise<Item | null>;
  /** @param item as it was validated before. @throws what dynalite refuses with */
  put(table: string, item: Item): Promise<void>;
}

export function openDynalite(options: DynaliteOptions): DynaliteStore {
  const { server, store } = made(options);
  quicken(store.db);
  keepDescriptions(store.tableDb);
  return {
    server,
    read: (operation, input) => readDirectly(store, operation, input),
    get: (table, key) => get(store, table, key),
    put: (table, item) => put(store, table, item),
  };
}

async function get(store: InnerStore, name: string, key: Item): Promise<Item | null> {
  const table = await described(store, name);
  const wrong = db.validateKey(key, table);
  if (wrong != null) throw faultOf(wrong);
  const item = await new Promise<unknown>((resolve, reject) => {
    store.getItemDb(name).get(db.createKey(key, table), (error, value) => {
      if (error) reject(faultOf(error));
      else resolve(value);
    });
  });
  return isItem(item) ? item : null;
}

async function put(store: InnerStore, name: string, item: Item): Promise<void> {
  const table = await described(store, name);
  if ('LocalSecondaryIndexes' in table || 'GlobalSecondaryIndexes' in table) {
    await run(putItem, store, { TableName: name, Item: item });
    return;
  }
  // Without indexes nobody asks what was there before: PutItem would read it for nothing.
  const wrong = db.validateItem(item, table);
  if (wrong != null) throw faultOf(wrong);
  const key = db.createKey(item, table);
  await new Promise<void>((resolve, reject) => {
    store.getItemDb(name).put(key, item, (error) => (error ? reject(faultOf(error)) : resolve()));
  });
}

function described(store: InnerStore, name: string): Promise<object> {
  return new Promise((resolve, reject) => {
    store.getTable(name, (error, table) => {
      if (error || table === undefined) reject(faultOf(error));
      else resolve(table);
    });
  });
}

/** dynalite gives its store to nobody: it is the one that is created while the server is. */
function made(options: DynaliteOptions): { server: Server; store: InnerStore } {
  const { create } = db;
  const stores: InnerStore[] = [];
  db.create = (given) => {
    const store = create(given);
    stores.push(store);
    return store;
  };
  try {
    const server = dynalite(options);
    const [store] = stores;
    if (store === undefined) throw new Error('this dynalite makes its store in another way');
    return { server, store };
  } finally {
    db.create = create;
  }
}

function run(action: typeof putItem, store: InnerStore, input: object) {
  return new Promise<Record<string, unknown>>((resolve, reject) => {
    action(store, input, (error, answer) => {
      if (error) reject(faultOf(error));
      else resolve({ ...answer });
    });
  });
}

/** dynalite refuses with an error whose words are in its body. */
function faultOf(error: unknown): Error {
  const body = isObject(error) && 'body' in error ? JSON.stringify(error['body']) : '';
  return new Error(body === '' ? String(error) : body, { cause: error });
}

/** As many as there are tables. Every reader gets its own copy, as from disk. */
function keepDescriptions(tables: TableDb): void {
  const { get, put, del } = tables;
  const known = new Map<string, string>();
  let writes = 0;
  const forgetting = (key: string, done: Done): Done => {
    writes += 1;
    known.delete(key);
    return (...answer) => {
      // Whoever read meanwhile may have read what was there before.
      writes += 1;
      known.delete(key);
      done(...answer);
    };
  };
  tables.get = (key, done) => {
    const text = known.get(key);
    if (text !== undefined) {
      queueMicrotask(() => done(null, JSON.parse(text)));
      return;
    }
    const before = writes;
    get(key, (error, table) => {
      if (!error && writes === before) known.set(key, JSON.stringify(table));
      done(error, table);
    });
  };
  tables.put = (key, table, done) => put(key, table, forgetting(key, done));
  tables.del = (key, done) => del(key, forgetting(key, done));
}
