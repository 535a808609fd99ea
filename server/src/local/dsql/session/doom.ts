// A transaction that has lost a conflict goes on until its COMMIT, as on DSQL: its statements see
// its own snapshot and its own writes. Here the database would refuse them, so their effect is
// counted, or the transaction gets a copy of the table from its snapshot. All of it is rolled back.
import { serialize } from 'pg-protocol';
import { changeSql } from '../conflicts/apply.ts';
import { countSql, type CountSql } from '../conflicts/count-sql.ts';
import { qualified, quoted, type Table } from '../catalog/tables.ts';
import type { Statement } from '../language/index.ts';
import { bind, isBinary, NO_PARAMETERS } from '../wire/bind.ts';
import { answerInPieces, invocationOf, tablesNamed, type Context } from './context.ts';
import { unlimited } from './held-rows.ts';
import { messagesOf, type Invocation } from './line.ts';
import { SYNC } from './own-statements.ts';
import { askedFor, rebound } from './rebind.ts';
import { answersTo } from './replies.ts';
import type { Segment } from './segment.ts';
import type { Transaction } from './transaction.ts';

/** From now on these tables show something else than the transaction is to see. */
export function doom(transaction: Transaction, tables: readonly Table[]): void {
  transaction.doom ??= { tables: new Map(), copies: new Set(), counted: new Map() };
  for (const table of tables) transaction.doom.tables.set(table.oid, table);
}

export function namesDoomed(
  context: Context,
  { doom: doomed }: Transaction,
  { relations }: Statement,
): boolean {
  if (doomed === null) return false;
  return tablesNamed(context, relations).some(({ oid }) => doomed.tables.has(oid));
}

/** A statement over a doomed table. @returns whether the client got a result and no error */
export async function runDoomed(
  context: Context,
  transaction: Transaction,
  segment: Segment,
  statement: Statement,
): Promise<boolean> {
  if (await count(context, transaction, segment, statement)) return true;
  const { doom: doomed } = transaction;
  if (doomed === null) return false;
  for (const table of tablesNamed(context, statement.relations)) {
    const differs = doomed.tables.has(table.oid) || transaction.writes.changesTable(table);
    if (differs && !doomed.copies.has(table.oid)) await copy(context, transaction, table);
  }
  const run = rebound(context, segment);
  if (run.maxRows === 0) return context.line.pass(run, transaction);
  // Bound anew, it would begin anew with each piece.
  const { frames, error, status } = await context.line.collect(messagesOf(unlimited(run)));
  transaction.failed = status === 'E';
  answerInPieces(context, segment, frames.filter(askedFor(run)));
  return error === null;
}

/** Answers an UPDATE or DELETE by the number of rows that it would change. */
async function count(
  context: Context,
  transaction: Transaction,
  segment: Segment,
  statement: Statement,
): Promise<boolean> {
  const { doom: doomed } = transaction;
  const invocation = invocationOf(context, segment);
  const [table, ...others] = tablesNamed(context, statement.relations);
  if (doomed === null || invocation === null || table === undefined || others.length > 0) {
    return false;
  }
  // What was written or counted before is not there to be seen.
  const isFirst = !doomed.copies.has(table.oid) && !doomed.counted.has(table.oid);
  if (!isFirst || transaction.writes.changesTable(table)) return false;
  const counting = countSql(statement);
  if (counting === null || mayBreakRule(table, counting)) return false;
  const { sql, parameters: mentioned } = counting;
  const { parameters } = invocation;
  const types = declared(invocation, mentioned);
  const { rows, collected } = await context.line.query({ sql, types, parameters });
  if (collected.error !== null) return false;
  doomed.counted.set(table.oid, invocation);
  context.line.client.write(
    ...answersTo(segment.frames, `${statement.verb ?? ''} ${rows[0]?.[0] ?? '0'}`),
  );
  return true;
}

/** A rule that PostgreSQL looks at only after it has found the conflict: counting would hide it. */
const mayBreakRule = ({ unique, hasForeignKey }: Table, { assigned }: CountSql): boolean =>
  hasForeignKey || assigned.some((column) => unique.includes(column));

const TEXT_TYPE = 25;
const BYTEA_TYPE = 17;

/** Types for all parameters of a call: those that a shortened text no longer mentions need one. */
export function declared(
  { types, parameters }: Invocation,
  mentioned: readonly number[],
): readonly number[] {
  return parameters.values.map((_, index) => {
    if (mentioned.includes(index + 1)) return types[index] ?? 0;
    return isBinary(parameters, index) ? BYTEA_TYPE : TEXT_TYPE;
  });
}

/** The table as the transaction is to see it, in front of the real one. */
async function copy(context: Context, transaction: Transaction, table: Table): Promise<void> {
  const { line } = context;
  const { doom: doomed } = transaction;
  if (doomed === null) return;
  const name = `pg_temp.${quoted(table.name)}`;
  const columns = table.columns
    .filter(({ generated }) => !generated)
    .map((column) => quoted(column.name))
    .join(', ');
  const statements = [
    `CREATE TEMPORARY TABLE ${quoted(table.name)} (LIKE ${qualified(table)} INCLUDING ALL)`,
    `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE ` +
      `SELECT ${columns} FROM ${qualified(table)}`,
    `SELECT set_config('search_path', 'pg_temp, ' || current_setting('search_path'), true)`,
    ...transaction.writes.changes(table).map((change) => changeSql(change, name)),
    // What the client has prepared means the copy from now on.
    'DISCARD PLANS',
  ];
  for (const sql of statements) await line.query({ sql, types: [], parameters: NO_PARAMETERS });
  doomed.copies.add(table.oid);
  const counted = doomed.counted.get(table.oid);
  if (counted !== undefined) await replay(context, counted);
}

async function replay({ line }: Context, { sql, types, parameters }: Invocation): Promise<void> {
  const name = 'occ_replay';
  await line.collect([
    serialize.close({ type: 'S', name }),
    serialize.parse({ name, text: sql, types: [...types] }),
    bind(name, parameters),
    serialize.execute(),
    SYNC,
  ]);
}
