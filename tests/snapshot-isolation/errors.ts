// Which errors a client may meet, and where. On Aurora DSQL a conflict surfaces at COMMIT, or at a
// statement outside of a transaction, and nowhere else. Pure.
import type { Observed, SqlError, Transaction } from './history.ts';
import type { Violation } from './violations.ts';

/** What the database under test promises. */
export interface Capabilities {
  /** False: PostgreSQL's row locks; a statement may wait, and fail, because of another client. */
  readonly conflictsAtCommit: boolean;
  /** What stands in the message of every conflict; null: nothing. */
  readonly marker: 'OC000' | null;
  /** Somebody ends connections. */
  readonly connectionsEnd: boolean;
  /** True: stricter than Aurora DSQL's matrix; a KEY SHARE may be refused like a FOR UPDATE. */
  readonly keyShareCountsAsForUpdate: boolean;
}

/** Of one transaction. A 23505 is not judged here: it depends on the snapshot. */
export function checkErrors(transaction: Transaction, capabilities: Capabilities): Violation[] {
  const { id, steps, end, oddities } = transaction;
  const failedAt = steps.findIndex(({ observed }) => observed.kind === 'ERROR');
  const words = [...oddities, ...contradictions(transaction, failedAt !== -1, capabilities)];
  const atSteps = steps.flatMap(({ observed }, step): Violation[] => {
    const isAfter = failedAt !== -1 && step > failedAt;
    const error = forbiddenError(observed, isAfter, transaction.autocommit, capabilities);
    return error === null ? [] : [{ kind: 'FORBIDDEN_ERROR', transactions: [id], step, error }];
  });
  const atEnd: Violation[] =
    end.kind === 'REFUSED' && !isDataConflict(end.error, capabilities)
      ? [{ kind: 'FORBIDDEN_ERROR', transactions: [id], step: null, error: end.error }]
      : [];
  const odd = words.map((said): Violation => ({ kind: 'ODDITY', transactions: [id], words: said }));
  return [...atSteps, ...atEnd, ...odd];
}

/** Whether the transaction was refused, at COMMIT or at a statement, because of another one. */
export function wasRefused({ steps, end }: Transaction): boolean {
  const errors = steps.flatMap(({ observed }) =>
    observed.kind === 'ERROR' ? [observed.error] : [],
  );
  if (end.kind === 'REFUSED') errors.push(end.error);
  return errors.some(({ code }) => code === '40001');
}

function forbiddenError(
  observed: Observed,
  isAfterError: boolean,
  autocommit: boolean,
  capabilities: Capabilities,
): SqlError | null {
  if (observed.kind !== 'ERROR') return null;
  const { error } = observed;
  if (isAfterError) return error.code === '25P02' ? null : error;
  if (error.code === '23505') return null;
  const isAllowedHere = autocommit || !capabilities.conflictsAtCommit;
  return isAllowedHere && isDataConflict(error, capabilities) ? null : error;
}

function isDataConflict(
  { code, message }: SqlError,
  { conflictsAtCommit, marker }: Capabilities,
): boolean {
  if (code === '40P01') return !conflictsAtCommit;
  return code === '40001' && (marker === null || message.includes(marker));
}

function contradictions(
  { steps, end, autocommit }: Transaction,
  hasFailed: boolean,
  { connectionsEnd }: Capabilities,
): string[] {
  const found: string[] = [];
  if (end.kind === 'COMMITTED' && hasFailed) found.push('committed after an error');
  if (end.kind === 'FAILED_BEFORE' && !hasFailed) found.push('rolled back without an error');
  if (end.kind === 'REFUSED' && hasFailed && !autocommit) found.push('refused after an error');
  const isLost = end.kind === 'LOST_BEFORE' || end.kind === 'LOST_AT_COMMIT';
  const reason = steps.map(({ observed }) => (observed.kind === 'LOST' ? observed.reason : ''));
  if (isLost && !connectionsEnd) found.push(`the connection ended: ${reason.join('')}`);
  return found;
}
