// The role that buys: it may log in, and do what purchases and on-sales need, and nothing more.
// That an IAM identity may connect as it (AWS IAM GRANT) is no business of a running server: an
// administrator allows it, once.
import pg from 'pg';
import type { RegionPool } from '../region-pool.ts';
import { PRIVILEGES, TABLE_NAMES } from './objects.ts';

/** "SELECT ON TABLE worldseat.seats" */
export type Grant = `${string} ON ${string}`;

export async function roleExists(pool: RegionPool, role: string): Promise<boolean> {
  const text = 'SELECT rolname FROM pg_roles WHERE rolname = $1';
  return (await pool.query({ text, values: [role] })).length > 0;
}

export const createRole = (role: string): string =>
  `CREATE ROLE ${pg.escapeIdentifier(role)} WITH LOGIN`;

/** What the role may not do yet. Schema and tables exist; so does the role. */
export async function findMissingGrants(pool: RegionPool, role: string): Promise<readonly Grant[]> {
  const { schema } = pool.dialect;
  const usage: Grant = `USAGE ON SCHEMA ${schema}`;
  const wanted = [
    { grant: usage, test: `has_schema_privilege($1, '${schema}', 'USAGE')` },
    ...TABLE_NAMES.flatMap((name) =>
      PRIVILEGES[name].map((privilege) => ({
        grant: `${privilege} ON TABLE ${schema}.${name}` as const,
        test: `has_table_privilege($1, '${schema}.${name}', '${privilege}')`,
      })),
    ),
  ];
  const columns = wanted.map(({ test }, index) => `${test} AS "${index}"`).join(', ');
  const [held = {}] = await pool.query<Record<string, boolean>>({
    text: `SELECT ${columns}`,
    values: [role],
  });
  return wanted.filter((_, index) => held[String(index)] !== true).map(({ grant }) => grant);
}

/** One statement for what is missing on each object: one statement is one transaction. */
export function grantStatements(missing: readonly Grant[], role: string): readonly string[] {
  const byObject = new Map<string, string[]>();
  for (const grant of missing) {
    const [privilege = '', object = ''] = grant.split(' ON ');
    byObject.set(object, [...(byObject.get(object) ?? []), privilege]);
  }
  return [...byObject].map(
    ([object, privileges]) =>
      `GRANT ${privileges.join(', ')} ON ${object} TO ${pg.escapeIdentifier(role)}`,
  );
}
