// Makes what is missing in the database, as admin, on a connection of its own that ends with it.
// What exists is left alone: on Aurora DSQL every DDL statement costs all other servers one
// refused transaction (OC001), so a start that changes nothing must not say anything.
import pg from 'pg';
import type { RegionPool } from '../region-pool.ts';
import type { MakeIndex } from './make-index.ts';
import {
  adoptTable,
  createSchema,
  createTable,
  INDEX_NAME,
  indexOf,
  TABLE_NAMES,
} from './objects.ts';
import { createRole, findMissingGrants, grantStatements, roleExists } from './role.ts';

export interface SetUpOptions {
  readonly role: string | null;
  readonly makeIndex: MakeIndex;
  readonly adoptsPublicTables: boolean;
  /** What an administrator has to do for a role that is refused, in words. */
  readonly howToLetIn: (role: string) => string;
  readonly log: (message: string) => void;
}

/** @returns whether everything is there, also for the role; then admin need not connect */
export async function isComplete(pool: RegionPool, role: string | null): Promise<boolean> {
  const { schema } = pool.dialect;
  const found = await findObjects(pool);
  const isMade = [...TABLE_NAMES, INDEX_NAME].every((name) => found.has(`${schema}.${name}`));
  return isMade && (role === null || (await findMissingGrants(pool, role)).length === 0);
}

/** @param pool of admin. @throws what the database answers; IndexJobFailed */
export async function setUp(pool: RegionPool, options: SetUpOptions): Promise<void> {
  const { role, log } = options;
  const { schema } = pool.dialect;
  const found = await findObjects(pool);
  const run = (text: string) => makeOnce(pool, text);
  if (!found.has(schema)) await run(createSchema(schema));
  for (const name of TABLE_NAMES) {
    if (found.has(`${schema}.${name}`)) continue;
    const isOld = options.adoptsPublicTables && found.has(`public.${name}`);
    await run(isOld ? adoptTable(schema, name) : createTable(schema, name));
  }
  const withIndex = await findObjects(pool);
  if (!withIndex.has(`${schema}.${INDEX_NAME}`)) {
    await options.makeIndex({ index: indexOf(schema), pool, run, log });
  }
  if (role === null) return;
  if (!(await roleExists(pool, role))) await run(createRole(role));
  const missing = await findMissingGrants(pool, role);
  for (const text of grantStatements(missing, role)) await run(text);
}

/** What PostgreSQL answers when another server made the same at the same moment. */
const MADE_BY_ANOTHER = new Set(['23505', '42P06', '42P07', '42710']);

async function makeOnce(pool: RegionPool, text: string): Promise<{ job_id?: string | null }[]> {
  try {
    return await pool.query({ text });
  } catch (error) {
    if (error instanceof pg.DatabaseError && MADE_BY_ANOTHER.has(error.code ?? '')) return [];
    throw error;
  }
}

/** "worldseat", "worldseat.seats", "worldseat.op_log_by_seat", "public.seats" … */
async function findObjects(pool: RegionPool): Promise<ReadonlySet<string>> {
  const rows = await pool.query<{ name: string }>({
    text: `SELECT nspname AS name FROM pg_namespace WHERE nspname = $1
      UNION ALL SELECT schemaname || '.' || tablename FROM pg_tables
        WHERE schemaname IN ($1, 'public')
      UNION ALL SELECT schemaname || '.' || indexname FROM pg_indexes WHERE schemaname = $1`,
    values: [pool.dialect.schema],
  });
  return new Set(rows.map(({ name }) => name));
}
