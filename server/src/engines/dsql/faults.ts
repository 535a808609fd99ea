// What an error from the database means for the transaction it ended: refused by a conflict, a
// duplicate order, certainly not committed, or perhaps committed. Decided by SQLSTATE, never by
// wording; only the conflict's marker (OC000, OC001) stands in the message.
import pg from 'pg';

/** "40001 OC000", "40001 OC001" or "40001"; null when the error is no conflict. */
export function conflictCode(error: unknown): string | null {
  if (sqlState(error) !== '40001') return null;
  const marker = /\bOC00[01]\b/.exec(messageOf(error))?.[0];
  return marker === undefined ? '40001' : `40001 ${marker}`;
}

/** The ledger already has a row with this order id. */
export const isDuplicate = (error: unknown): boolean => sqlState(error) === '23505';

/** Classes of SQLSTATE after which a COMMIT has certainly not happened. */
const CERTAIN_CLASSES = ['0A', '23', '25', '40', '54'];
/** statement_completion_unknown: of a certain class, and says the opposite. */
const UNKNOWN_COMPLETION = '40003';

/** Whether a COMMIT that ended with this error may have happened all the same. */
export function mayHaveCommitted(error: unknown): boolean {
  if (error instanceof NotCommitted) return false;
  const state = sqlState(error) ?? '';
  return state === UNKNOWN_COMPLETION || !CERTAIN_CLASSES.includes(state.slice(0, 2));
}

/** COMMIT was answered with ROLLBACK: the transaction had already failed. */
export class NotCommitted extends Error {
  override readonly name = 'NotCommitted';
  readonly code = 'NOT_COMMITTED';
}

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

// Errors of the socket carry codes too (EPIPE even has five letters), so only the server's count.
const sqlState = (error: unknown): string | null =>
  error instanceof pg.DatabaseError ? (error.code ?? null) : null;
