// A statement that PostgreSQL carries out itself, inside a transaction: DDL always, and everything
// when conflicts are native. Then rows are locked as in PostgreSQL, and a loser hears of it at its
// statement.
import type { Statement } from '../language/index.ts';
import { commandTag } from '../wire/read.ts';
import { refuse, type Context } from './context.ts';
import { messagesOf, preludeOf } from './line.ts';
import { TOO_MANY_ROWS } from './replies.ts';
import type { Segment } from './segment.ts';
import type { Transaction } from './transaction.ts';

/** @returns whether the client got a result and no error */
export async function runNatively(
  context: Context,
  transaction: Transaction,
  segment: Segment,
  statement: Statement,
): Promise<boolean> {
  const { line, limits } = context;
  if (statement.kind !== 'READ') transaction.holdsLocks = true;
  const changes = statement.kind === 'WRITE' || statement.kind === 'DDL';
  if (!changes) return line.pass(segment, transaction);
  const opening = line.opening(transaction);
  const { frames, error, status } = await line.collect(messagesOf(segment), opening);
  transaction.failed = status === 'E';
  if (statement.kind === 'DDL') transaction.hasDdl = true;
  else transaction.nativeRows += frames.filter(({ type }) => type === 'C').reduce(addRows, 0);
  if (transaction.rows > limits.rowsPerTransaction) {
    line.answer(preludeOf(frames));
    return refuse(context, transaction, TOO_MANY_ROWS);
  }
  line.answer(frames, statement.tag);
  return error === null;
}

/** "INSERT 0 3" and "UPDATE 3" both end in their number of rows. */
function addRows(sum: number, frame: Parameters<typeof commandTag>[0]): number {
  const rows = Number(commandTag(frame).split(' ').at(-1));
  return sum + (Number.isNaN(rows) ? 0 : rows);
}
