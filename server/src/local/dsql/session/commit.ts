// The end of a transaction. At COMMIT its changes are put into the database and committed in one
// packet: PostgreSQL decides at that moment who came first, and nobody waited for anyone before.
import { errorResponse } from '../wire/write.ts';
import { applying, type Context } from './context.ts';
import type { Collected } from './line.ts';
import { RUN, SYNC } from './own-statements.ts';
import {
  DATA_CONFLICT,
  hasOnlyWaited,
  isConflict,
  MAX_TRIES,
  SERVER_UNAVAILABLE,
} from './replies.ts';
import type { Segment } from './segment.ts';
import type { Transaction } from './transaction.ts';

/** What a conflict looks like at COMMIT: a lost race for a row, a key, or what a row refers to. */
const RACES = ['23505', '23503'];

/**
 * Commits and answers. @param segment the client's COMMIT; null for a transaction without one
 * @returns whether it is committed and the client knows
 */
export async function commit(
  context: Context,
  transaction: Transaction,
  segment: Segment | null,
): Promise<boolean> {
  if (transaction.failed) return rollBack(context, transaction, segment);
  if (transaction.doom !== null) return lose(context);
  if (!transaction.begun) return confirm(context, segment);
  const changes = transaction.writes.changes();
  const isWriting = changes.length > 0 || transaction.nativeRows > 0 || transaction.hasDdl;
  if (isWriting) return commitWrites(context, transaction, segment);
  end(context, transaction, 'commit');
  return confirm(context, segment);
}

/** Nothing of it is to stay but settings, which COMMIT keeps. */
function end({ line }: Context, { holdsLocks }: Transaction, how: 'commit' | 'rollback'): void {
  line.endSoon(how);
  if (holdsLocks) line.endNow();
}

async function commitWrites(
  context: Context,
  transaction: Transaction,
  segment: Segment | null,
): Promise<boolean> {
  const { line, commits } = context;
  const fault = commits.nextFault();
  if (fault === 'CONFLICT') return lose(context);
  if (fault === 'UNAVAILABLE') {
    line.rollBack();
    line.client.retract();
    line.client.write(errorResponse(SERVER_UNAVAILABLE));
    return false;
  }
  const apply = await applying(context, transaction, transaction.writes.changes());
  const collected = await applyAndCommit(context, apply);
  if (collected.error !== null) return fail(context, collected);
  commits.commits += 1;
  await commits.travel();
  if (fault === 'DROP_ACKNOWLEDGEMENT') {
    line.client.cut();
    return false;
  }
  if (fault === 'NONE') return confirm(context, segment);
  line.client.retract();
  line.client.write(errorResponse(SERVER_UNAVAILABLE));
  return false;
}

/** Two messages a change: one alone waits in no circle, and needs no savepoint to be tried again. */
const SEVERAL = 3;

/** Changes and COMMIT in one packet; again when PostgreSQL ended a circle of those who wait. */
async function applyAndCommit({ line }: Context, apply: readonly Buffer[]): Promise<Collected> {
  const isRepeatable = apply.length >= SEVERAL;
  for (let tries = 1; ; tries += 1) {
    const savepoint = isRepeatable ? [RUN.savepoint] : [];
    const collected = await line.collect([...savepoint, ...apply, RUN.commit, SYNC]);
    const { error } = collected;
    if (!isRepeatable || error === null || !hasOnlyWaited(error) || tries >= MAX_TRIES) {
      return collected;
    }
    await line.collect([RUN.rollback_to, RUN.release, SYNC]);
  }
}

/** Ends it without a trace. PostgreSQL says ROLLBACK also to the COMMIT of what has failed. */
export async function rollBack(
  context: Context,
  transaction: Transaction,
  segment: Segment | null,
): Promise<boolean> {
  if (transaction.begun) end(context, transaction, 'rollback');
  if (segment !== null) await context.line.answerItself(segment, 'ROLLBACK');
  return true;
}

async function confirm({ line }: Context, segment: Segment | null): Promise<boolean> {
  line.client.release();
  if (segment !== null) await line.answerItself(segment, 'COMMIT');
  return true;
}

function lose({ line, commits }: Context): boolean {
  line.rollBack();
  commits.conflicts += 1;
  line.client.retract();
  line.client.write(errorResponse(DATA_CONFLICT));
  return false;
}

function fail(context: Context, { frames, error, status }: Collected): boolean {
  const { line } = context;
  if (error !== null && (isConflict(error) || RACES.includes(error['C'] ?? ''))) {
    if (status !== 'I') return lose(context);
    line.client.retract();
    context.commits.conflicts += 1;
    line.client.write(errorResponse(DATA_CONFLICT));
    return false;
  }
  if (status !== 'I') line.rollBack();
  line.client.retract();
  line.answer(frames.filter(({ type }) => type === 'E'));
  return false;
}
