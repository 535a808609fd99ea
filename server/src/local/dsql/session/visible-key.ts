// Whether a duplicate key is one that the transaction can see. If not, another transaction has
// inserted it since: on DSQL that is no error of the statement but a conflict, told at COMMIT.
import { quoted } from '../catalog/tables.ts';
import { NO_PARAMETERS } from '../wire/bind.ts';
import type { ErrorFields } from '../wire/read.ts';
import { applying, type Context } from './context.ts';
import { RUN, SYNC } from './own-statements.ts';
import type { Transaction } from './transaction.ts';

/** PostgreSQL's words for it, in every version: Key (a, b)=(1, 2) already exists. */
const DUPLICATE_KEY = /^Key \((.*)\)=\((.*)\) already exists\.$/s;

/** @param error 23505 of a statement whose savepoint is rolled back */
export async function isVisible(
  context: Context,
  transaction: Transaction,
  error: ErrorFields,
): Promise<boolean> {
  const { s: schema, t: table, D: detail = '' } = error;
  const key = DUPLICATE_KEY.exec(detail);
  if (key === null || schema === undefined || table === undefined) return true;
  const [, columns = '', values = ''] = key;
  const { line } = context;
  const reapply = await applying(context, transaction, transaction.writes.changes());
  const opening = line.opening(transaction);
  const before = await line.collect([RUN.savepoint, ...reapply, SYNC], opening);
  // What was written before has lost already: so has this.
  if (before.error !== null) {
    await line.collect([RUN.rollback_to, RUN.release, SYNC]);
    return false;
  }
  const { rows, collected } = await line.query({
    sql:
      `SELECT 1 FROM ${quoted(schema)}.${quoted(table)} ` +
      `WHERE concat_ws(', ', ${columns}) = ${literal(values)} LIMIT 1`,
    types: [],
    parameters: NO_PARAMETERS,
  });
  await line.collect([RUN.rollback_to, RUN.release, SYNC]);
  return rows.length > 0 || collected.error !== null;
}

const literal = (value: string): string =>
  ` E'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
