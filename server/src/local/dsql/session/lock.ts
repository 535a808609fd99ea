// SELECT … FOR UPDATE and FOR KEY SHARE: as on DSQL they lock nothing and wait for nobody. The rows
// are read without the clause, and each of them is adjudicated at COMMIT as if it were written.
import type { LockedRows, Statement } from '../language/index.ts';
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
    if (await touch(context, transaction, segment, rows)) continue;
    return refuse(context, transaction, TOO_MANY_ROWS);
  }
  return true;
}

/** @returns false when there are more rows than a transaction may write */
async function touch(
  context: Context,
  { writes }: Transaction,
  segment: Segment,
  { relation, text: sql, parameters: mentioned }: LockedRows,
): Promise<boolean> {
  const [table] = tablesNamed(context, [relation]);
  const invocation = invocationOf(context, segment);
  if (table === undefined || invocation === null) return true;
  const { parameters } = invocation;
  const types = declared(invocation, mentioned);
  const { rows } = await context.line.query({ sql, types, parameters });
  if (rows.length > context.limits.rowsPerTransaction) return false;
  for (const [row] of rows) if (row != null) writes.touch(table, row);
  return true;
}
