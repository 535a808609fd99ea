// SELECT … FOR UPDATE and FOR KEY SHARE: as on DSQL they lock nothing and wait for nobody. The rows
// are read without the clause, and each of them is adjudicated at COMMIT as if it were written.
import type { Table } from '../catalog/tables.ts';
import type { LockedRows, Relation, Statement } from '../language/index.ts';
import type { Refusal } from '../wire/write.ts';
import { invocationOf, portalOf, refuse, tablesNamed, type Context } from './context.ts';
import { declared, namesDoomed } from './doom.ts';
import { read } from './read.ts';
import { TOO_MANY_ROWS } from './replies.ts';
import type { Segment } from './segment.ts';
import type { Transaction } from './transaction.ts';

/** @returns whether the client got its rows and no error */
export async function lock(
  context: Context,
  transaction: Transaction,
  segment: Segment,
  statement: Statement,
): Promise<boolean> {
  const isContinued = portalOf(context, segment)?.isSuspended === true;
  const succeeded = await read(context, transaction, segment, statement);
  if (!succeeded || isContinued) return succeeded;
  // What has lost already has nothing left to adjudicate.
  if (!context.adjudicateLocks || namesDoomed(context, transaction, statement)) return true;
  for (const rows of statement.lock?.rows ?? []) {
    const refusal = await touch(context, transaction, segment, rows);
    if (refusal !== null) return refuse(context, transaction, refusal);
  }
  return true;
}

/** @returns what stands against it; a lock that is not kept must never be granted */
async function touch(
  context: Context,
  { writes }: Transaction,
  segment: Segment,
  { relation, text: sql, parameters: mentioned }: LockedRows,
): Promise<Refusal | null> {
  const table = await tableOf(context, relation);
  const invocation = invocationOf(context, segment);
  if (table === undefined || invocation === null) return NOT_A_TABLE;
  const { parameters } = invocation;
  const types = declared(invocation, mentioned);
  const { rows } = await context.line.query({ sql, types, parameters });
  if (rows.length > context.limits.rowsPerTransaction) return TOO_MANY_ROWS;
  for (const [row] of rows) if (row != null) writes.touch(table, row);
  return null;
}

const NOT_A_TABLE: Refusal = {
  code: '0A000',
  message: 'a locking clause is supported for rows of tables only',
};

/** A table that is only just made may not have been heard of. */
async function tableOf(context: Context, relation: Relation): Promise<Table | undefined> {
  const [known] = tablesNamed(context, [relation]);
  if (known !== undefined) return known;
  await context.catalog.refresh();
  return tablesNamed(context, [relation])[0];
}
