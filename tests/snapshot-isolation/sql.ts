// The operations as SQL. The text depends on the kind of operation only, never on its values, so
// that named statements are met again. Pure.
import type { Operation, Where } from './history.ts';

export interface Statement {
  /** Of the same text always; for the extended protocol's named statements. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** Tables of one run. */
export interface Tables {
  readonly items: string;
  readonly log: string;
}

export const createTables = ({ items, log }: Tables): readonly string[] => [
  `CREATE TABLE ${items} (key int PRIMARY KEY, version text NOT NULL, value int NOT NULL)`,
  `CREATE TABLE ${log} (id int PRIMARY KEY, snapshot text, fenced boolean NOT NULL)`,
];

/** @param version of the rows that it writes */
export function sqlOf({ items }: Tables, operation: Operation, version: string): Statement {
  switch (operation.kind) {
    case 'READ':
      return statement('read', `SELECT ${COLUMNS} FROM ${items} ORDER BY key`, []);
    case 'LOCK': {
      const { sql, shape, values } = conditionOf(operation.where, 1);
      const text = `SELECT ${COLUMNS} FROM ${items} WHERE ${sql} ORDER BY key ${operation.mode}`;
      const name = operation.mode === 'FOR UPDATE' ? 'lock' : 'share';
      return statement(`${name}_${shape}`, text, values);
    }
    case 'UPDATE': {
      const { sql, shape, values } = conditionOf(operation.where, 3);
      const set = `UPDATE ${items} SET version = $1, value = value + $2 WHERE ${sql}`;
      return returning(`update_${shape}`, set, [version, operation.add, ...values], operation);
    }
    case 'DELETE': {
      const { sql, shape, values } = conditionOf(operation.where, 1);
      return returning(`delete_${shape}`, `DELETE FROM ${items} WHERE ${sql}`, values, operation);
    }
    case 'INSERT': {
      const { key, value, orNothing } = operation;
      const text = `INSERT INTO ${items} (key, version, value) VALUES ($1, $2, $3)`;
      const [name, ending] = orNothing ? ['insert_or', ' ON CONFLICT DO NOTHING'] : ['insert', ''];
      return statement(name, text + ending, [key, version, value]);
    }
    case 'RENAME': {
      const text = `UPDATE ${items} SET key = $1, version = $2 WHERE key = $3`;
      return statement('rename', text, [operation.to, version, operation.from]);
    }
  }
}

/** The transaction's own row. */
export const logSql = ({ log }: Tables, id: number): Statement =>
  statement('log', `INSERT INTO ${log} (id, fenced) VALUES ($1, false)`, [id]);

/** Everybody's rows: which transactions the snapshot shows. */
export const viewSql = ({ log }: Tables): Statement => statement('view', seen(log), []);

/** An operation that is a transaction by itself, and records its snapshot in its own row. */
export function alone({ log }: Tables, id: number, { name, text, values }: Statement): Statement {
  const logged = `INSERT INTO ${log} (id, snapshot, fenced)
    SELECT $${values.length + 1}::int, ids, false FROM seen`;
  const sql = `WITH seen AS (${seen(log)}), logged AS (${logged}) ${text}`;
  return statement(`alone_${name}`, sql, [...values, id]);
}

/** So that a transaction whose answer was lost can never commit any more, if it has not. */
export const fenceSql = ({ log }: Tables, id: number): Statement =>
  statement('fence', `INSERT INTO ${log} (id, fenced) VALUES ($1, true) ON CONFLICT DO NOTHING`, [
    id,
  ]);

/** For the simple protocol: values within the text. */
export function inlined({ text, values }: Pick<Statement, 'text' | 'values'>): string {
  return text.replace(/\$(\d+)/g, (_, number: string) => {
    const value = values[Number(number) - 1] ?? '';
    return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
  });
}

export const COLUMNS = 'key, version, value';

const seen = (log: string): string =>
  `SELECT coalesce(string_agg(id::text, ','), '') AS ids FROM ${log}`;

const statement = (
  name: string,
  text: string,
  values: readonly (string | number)[],
): Statement => ({ name, text, values });

function returning(
  name: string,
  text: string,
  values: readonly (string | number)[],
  operation: { readonly returning: boolean },
): Statement {
  if (!operation.returning) return statement(name, text, values);
  return statement(`${name}_returning`, `${text} RETURNING ${COLUMNS}`, values);
}

interface Condition {
  readonly sql: string;
  readonly shape: string;
  readonly values: readonly number[];
}

/** @param from number of its first parameter */
function conditionOf(where: Where, from: number): Condition {
  switch (where.by) {
    case 'KEYS': {
      const { keys } = where;
      const list = keys.map((_, at) => `$${from + at}`).join(', ');
      return { sql: `key IN (${list})`, shape: `${keys.length}`, values: keys };
    }
    case 'RANGE':
      return {
        sql: `key BETWEEN $${from} AND $${from + 1}`,
        shape: 'range',
        values: [where.from, where.to],
      };
    case 'PARITY':
      return { sql: `abs(value) % 2 = $${from}`, shape: 'parity', values: [where.parity] };
  }
}
