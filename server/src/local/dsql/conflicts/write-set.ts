// What a transaction has changed so far, as its net effect: for each table and key the row that is
// to be there at COMMIT. Nothing of it is in the database yet. Pure.
import type { Table } from '../catalog/tables.ts';
import { keyOf } from './row-text.ts';

export type Change =
  | { readonly kind: 'INSERT'; readonly row: string }
  | { readonly kind: 'UPDATE'; readonly row: string }
  | { readonly kind: 'DELETE'; readonly row: string }
  /** Locked FOR UPDATE: adjudicated as a write that changes nothing. */
  | { readonly kind: 'TOUCH'; readonly row: string }
  /** Of a table without a key: the old row is found by its whole text. */
  | { readonly kind: 'REPLACE'; readonly row: string; readonly old: string }
  | { readonly kind: 'REMOVE'; readonly row: string };

export interface TableChange {
  readonly table: Table;
  readonly change: Change;
}

/** One row that a statement changed. Row texts; empty: there is none. */
export interface RowEvent {
  readonly table: Table;
  readonly old: string;
  readonly new: string;
}

interface TableChanges {
  readonly table: Table;
  /** By key; in the order of their first change. */
  readonly byKey: Map<string, Change>;
  /** Of a table without a key, in order. */
  readonly inOrder: Change[];
  /** Something but locks is in `byKey`, or was. */
  changed: boolean;
}

export class WriteSet {
  readonly #tables = new Map<number, TableChanges>();
  #rows = 0;
  #bytes = 0;

  /** Rows changed, as DSQL counts them: a row changed twice counts twice. */
  get rows(): number {
    return this.#rows;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return this.#tables.size === 0;
  }

  /** Whether rows of the table are to be other than they are; a lock alone changes none. */
  changesTable(table: Table): boolean {
    const changes = this.#tables.get(table.oid);
    if (changes === undefined) return false;
    return changes.inOrder.length > 0 || changes.changed;
  }

  get tables(): readonly Table[] {
    return [...this.#tables.values()].map(({ table }) => table);
  }

  record(event: RowEvent): void {
    this.#rows += 1;
    this.#bytes += Math.max(event.old.length, event.new.length);
    const { table, old, new: row } = event;
    const changes = this.#of(table);
    changes.changed = true;
    if (table.key.length === 0) changes.inOrder.push(unkeyed(old, row));
    else if (old === '') insert(changes, row);
    else if (row === '') remove(changes, old);
    else update(changes, old, row);
  }

  /** A row that was locked FOR UPDATE. */
  touch(table: Table, row: string): void {
    const changes = this.#of(table);
    if (table.key.length === 0) changes.inOrder.push({ kind: 'REPLACE', row, old: row });
    else {
      const key = keyOf(row, table.key);
      if (!changes.byKey.has(key)) changes.byKey.set(key, { kind: 'TOUCH', row });
    }
  }

  /**
   * Every change in the order to apply it: by table and key, so that two transactions that change
   * the same rows do so in the same order; but as they came where foreign keys tie tables.
   */
  changes(only?: Table): readonly TableChange[] {
    const chosen = [...this.#tables.values()].filter(
      ({ table }) => only === undefined || table.oid === only.oid,
    );
    const asTheyCame = chosen.some(({ table }) => table.hasForeignKey);
    if (!asTheyCame) chosen.sort((a, b) => a.table.oid - b.table.oid);
    return chosen.flatMap(({ table, byKey, inOrder }) => {
      const keyed = [...byKey];
      if (!asTheyCame) keyed.sort(byKindThenKey);
      return [...keyed.map(([, change]) => change), ...inOrder].map((change) => ({
        table,
        change,
      }));
    });
  }

  #of(table: Table): TableChanges {
    let changes = this.#tables.get(table.oid);
    if (changes === undefined) {
      changes = { table, byKey: new Map(), inOrder: [], changed: false };
      this.#tables.set(table.oid, changes);
    }
    return changes;
  }
}

function insert({ table, byKey }: TableChanges, row: string): void {
  const key = keyOf(row, table.key);
  const before = byKey.get(key);
  byKey.set(key, { kind: before?.kind === 'DELETE' ? 'UPDATE' : 'INSERT', row });
}

function remove({ table, byKey }: TableChanges, old: string): void {
  const key = keyOf(old, table.key);
  if (byKey.get(key)?.kind === 'INSERT') byKey.delete(key);
  else byKey.set(key, { kind: 'DELETE', row: old });
}

function update(changes: TableChanges, old: string, row: string): void {
  const { table, byKey } = changes;
  const key = keyOf(row, table.key);
  if (keyOf(old, table.key) !== key) {
    remove(changes, old);
    insert(changes, row);
    return;
  }
  byKey.set(key, { kind: byKey.get(key)?.kind === 'INSERT' ? 'INSERT' : 'UPDATE', row });
}

function unkeyed(old: string, row: string): Change {
  if (old === '') return { kind: 'INSERT', row };
  return row === '' ? { kind: 'REMOVE', row: old } : { kind: 'REPLACE', row, old };
}

type Keyed = readonly [string, Change];

/** Inserts last: a key may be free only after another row has given it up. */
function byKindThenKey([keyA, a]: Keyed, [keyB, b]: Keyed): number {
  const late = Number(a.kind === 'INSERT') - Number(b.kind === 'INSERT');
  if (late !== 0) return late;
  return keyA < keyB ? -1 : Number(keyA > keyB);
}
