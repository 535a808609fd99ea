// What each operation must answer, and do, on a snapshot of its own: the meaning of the SQL that the
// test sends, without a database. Pure.
import { stronger, type Claim, type Claims } from './adjudication.ts';
import type { Operation, Row, Where } from './history.ts';

/** Rows by key. */
export type View = ReadonlyMap<number, Row>;

export interface Expected {
  /** SQLSTATE of the error that it must end with; null: it must succeed. */
  readonly error: '23505' | null;
  readonly count: number;
  /** By key; null: the statement answers no rows. */
  readonly rows: readonly Row[] | null;
  /** The view afterwards. */
  readonly view: View;
  /** What it did, for the matrix. */
  readonly claims: Claims;
  /** What it looked at so closely that a refusal may come of it: its claims, or more. */
  readonly touched: Claims;
}

/** @param version of the rows that the operation writes */
export function perform(view: View, operation: Operation, version: string): Expected {
  switch (operation.kind) {
    case 'READ':
      return done(view, [...view.values()], true);
    case 'LOCK': {
      const claim: Claim = operation.mode === 'FOR UPDATE' ? 'WHOLE_ROW' : 'KEY_SHARE';
      return done(view, matching(view, operation.where), true, claim);
    }
    case 'UPDATE': {
      const { where, add, returning } = operation;
      const rows = matching(view, where).map(({ key, value }) => ({
        key,
        version,
        value: value + add,
      }));
      return done(withRows(view, rows), rows, returning, 'VALUES');
    }
    case 'DELETE': {
      const rows = matching(view, operation.where);
      return done(without(view, rows), rows, operation.returning, 'WHOLE_ROW');
    }
    case 'INSERT':
      return insert(view, operation, version);
    case 'RENAME':
      return rename(view, operation, version);
  }
}

/** By key, as every statement of the test answers them. */
export function sorted(rows: Iterable<Row>): Row[] {
  return [...rows].sort((one, other) => one.key - other.key);
}

type Of<Kind extends Operation['kind']> = Extract<Operation, { readonly kind: Kind }>;

function insert(view: View, { key, value, orNothing }: Of<'INSERT'>, version: string): Expected {
  if (view.has(key)) {
    const touched = claimsOf([key], 'WHOLE_ROW');
    return orNothing ? { ...done(view, [], false), touched } : duplicate(view, [key]);
  }
  const row = { key, version, value };
  return done(withRows(view, [row]), [row], false, 'WHOLE_ROW');
}

function rename(view: View, { from, to }: Of<'RENAME'>, version: string): Expected {
  const row = view.get(from);
  if (row === undefined) return done(view, [], false);
  if (view.has(to)) return duplicate(view, [from, to]);
  const renamed = { key: to, version, value: row.value };
  const moved = withRows(without(view, [row]), [renamed]);
  const claims = claimsOf([from, to], 'WHOLE_ROW');
  return { ...done(moved, [renamed], false), claims, touched: claims };
}

function done(view: View, rows: readonly Row[], answersRows: boolean, claim?: Claim): Expected {
  const keys = rows.map(({ key }) => key);
  const claims: Claims = claim === undefined ? new Map() : claimsOf(keys, claim);
  return {
    error: null,
    count: rows.length,
    rows: answersRows ? sorted(rows) : null,
    view,
    claims,
    touched: claims,
  };
}

function duplicate(view: View, keys: readonly number[]): Expected {
  const claims = claimsOf(keys, 'WHOLE_ROW');
  return { error: '23505', count: 0, rows: null, view, claims, touched: claims };
}

function matching(view: View, where: Where): Row[] {
  return [...view.values()].filter(({ key, value }) => {
    switch (where.by) {
      case 'KEYS':
        return where.keys.includes(key);
      case 'RANGE':
        return where.from <= key && key <= where.to;
      case 'PARITY':
        return Math.abs(value) % 2 === where.parity;
    }
  });
}

const claimsOf = (keys: readonly number[], claim: Claim): Claims =>
  new Map(keys.map((key) => [key, claim]));

const withRows = (view: View, rows: readonly Row[]): View =>
  new Map([...view, ...rows.map((row): [number, Row] => [row.key, row])]);

function without(view: View, rows: readonly Row[]): View {
  const left = new Map(view);
  for (const { key } of rows) left.delete(key);
  return left;
}

/** Claims of several statements of one transaction, the strongest per key. */
export function united(claims: Iterable<Claims>): Claims {
  const all = new Map<number, Claim>();
  for (const some of claims) {
    for (const [key, claim] of some) all.set(key, stronger(all.get(key), claim));
  }
  return all;
}
