// What the gateway has to know of each table: its columns, its key, and whether foreign keys tie it
// to others. Read from PostgreSQL's catalogue. Pure, but for the one query.
import type pg from 'pg';

export interface Column {
  readonly name: string;
  /** GENERATED ALWAYS AS … STORED: computed, never written. */
  readonly generated: boolean;
}

export interface Table {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** In the order of the row's text. */
  readonly columns: readonly Column[];
  /** Positions in `columns`; empty: no primary key. */
  readonly key: readonly number[];
  /** Names of columns that a unique index covers. */
  readonly unique: readonly string[];
  /** It refers to a table or is referred to. */
  readonly hasForeignKey: boolean;
}

const READ_TABLES = `
SELECT c.oid::int8 AS oid, n.nspname AS schema, c.relname AS name,
  (SELECT json_agg(json_build_object('name', a.attname, 'generated', a.attgenerated <> '')
      ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT json_agg(a.attname ORDER BY k.at)
    FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, at)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
    WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
  (SELECT json_agg(DISTINCT a.attname)
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = c.oid AND i.indisunique) AS unique,
  EXISTS (SELECT FROM pg_constraint f
    WHERE f.contype = 'f' AND c.oid IN (f.conrelid, f.confrelid)) AS "hasForeignKey"
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence = 'p'
  AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'occ', 'sys')
ORDER BY c.oid`;

interface Row {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly Column[] | null;
  readonly key: readonly string[] | null;
  readonly unique: readonly string[] | null;
  readonly hasForeignKey: boolean;
}

export async function readTables(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Row>(READ_TABLES);
  return rows.map((row) => {
    const columns = row.columns ?? [];
    const key = (row.key ?? []).map((name) => columns.findIndex((column) => column.name === name));
    return { ...row, oid: Number(row.oid), columns, key, unique: row.unique ?? [] };
  });
}

/** "schema"."name", quoted for SQL. */
export function qualified({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
