// The statements that put a write set's changes into the database, each prepared once per
// connection and table: one parameter, the whole row as text. PostgreSQL decides what conflicts.
import { serialize } from 'pg-protocol';
import { qualified, quoted, type Table } from '../catalog/tables.ts';
import type { Change, TableChange } from './write-set.ts';

type Kind = Change['kind'];

/** Remembers what one connection has prepared. */
export class ApplyStatements {
  readonly #prepared = new Set<string>();

  /** Messages that prepare what the changes need and is not prepared yet; empty: nothing. */
  prepare(changes: readonly TableChange[], version: number): Buffer[] {
    const messages: Buffer[] = [];
    for (const { table, change } of changes) {
      const name = nameOf(table, change.kind, version);
      if (this.#prepared.has(name)) continue;
      this.#prepared.add(name);
      messages.push(serialize.parse({ name, text: STATEMENTS[change.kind](table) }));
    }
    return messages;
  }

  /** Messages that run the changes in order. */
  run(changes: readonly TableChange[], version: number): Buffer[] {
    return changes.flatMap(({ table, change }) => {
      const statement = nameOf(table, change.kind, version);
      const values = change.kind === 'REPLACE' ? [change.row, change.old] : [change.row];
      return [serialize.bind({ statement, values }), serialize.execute()];
    });
  }
}

/** A changed schema makes a new name: what was prepared before stays, unused. */
const nameOf = ({ oid }: Table, kind: Kind, version: number): string =>
  `occ_${kind.toLowerCase()}_${oid}_${version}`;

/** A change as a text of its own, into another table of the same columns. @param target its name */
export function changeSql({ table, change }: TableChange, target: string): string {
  const values = change.kind === 'REPLACE' ? [change.row, change.old] : [change.row];
  return STATEMENTS[change.kind](table, target).replace(/\$([12])/g, (_, number) =>
    literal(values[Number(number) - 1] ?? ''),
  );
}

const literal = (value: string): string =>
  ` E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

type Statement = (table: Table, target?: string) => string;

const STATEMENTS: Readonly<Record<Kind, Statement>> = {
  INSERT: (table, target = qualified(table)) => {
    const columns = written(table);
    return (
      `INSERT INTO ${target} (${columns.map(quoted).join(', ')}) ` +
      `OVERRIDING SYSTEM VALUE VALUES (${columns.map((name) => field(table, name)).join(', ')})`
    );
  },
  UPDATE: (table, target = qualified(table)) =>
    `UPDATE ${target} AS target SET ${assignments(table)} WHERE ${sameKey(table)}`,
  DELETE: (table, target = qualified(table)) =>
    `DELETE FROM ${target} AS target WHERE ${sameKey(table)}`,
  TOUCH: (table, target = qualified(table)) => {
    const first = quoted(keyNames(table)[0] ?? '');
    return `UPDATE ${target} AS target SET ${first} = target.${first} ` + `WHERE ${sameKey(table)}`;
  },
  REPLACE: (table, target = qualified(table)) =>
    `UPDATE ${target} SET ${assignments(table)} WHERE ctid = ${sameRow(target, 2)}`,
  REMOVE: (table, target = qualified(table)) =>
    `DELETE FROM ${target} WHERE ctid = ${sameRow(target, 1)}`,
};

const written = ({ columns }: Table): string[] =>
  columns.filter(({ generated }) => !generated).map(({ name }) => name);

const keyNames = ({ key, columns }: Table): string[] => key.map((at) => columns[at]?.name ?? '');

const field = (table: Table, name: string): string => `($1::${qualified(table)}).${quoted(name)}`;

function assignments(table: Table): string {
  return written(table)
    .map((name) => `${quoted(name)} = ${field(table, name)}`)
    .join(', ');
}

function sameKey(table: Table): string {
  return keyNames(table)
    .map((name) => `target.${quoted(name)} = ${field(table, name)}`)
    .join(' AND ');
}

/** Rows that are alike can stand for each other. */
function sameRow(target: string, parameter: number): string {
  return `(SELECT ctid FROM ${target} AS alike WHERE alike::text = $${parameter} LIMIT 1)`;
}
