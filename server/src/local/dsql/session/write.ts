// A write inside a transaction, conflicts at COMMIT: it runs for real, under a savepoint that is
// rolled back in the same packet, so that its locks live for one statement. Its triggers tell which
// rows it changed; those are put into the database at COMMIT.
import { CAPTURE_MESSAGE } from '../catalog/install.ts';
import { keyOf } from '../conflicts/row-text.ts';
import type { RowEvent } from '../conflicts/write-set.ts';
import type { Statement } from '../language/index.ts';
import type { Limits } from '../limits.ts';
import type { Frame } from '../wire/frame.ts';
import { errorFields, type ErrorFields } from '../wire/read.ts';
import type { Refusal } from '../wire/write.ts';
import {
  answerInPieces,
  applying,
  readsOwnWrites,
  refuse,
  tablesNamed,
  type Context,
} from './context.ts';
import { doom, namesDoomed, runDoomed } from './doom.ts';
import { unlimited } from './held-rows.ts';
import { messagesOf, preludeOf, type Collected } from './line.ts';
import { askedFor, rebound } from './rebind.ts';
import { POISON, RUN, SYNC } from './own-statements.ts';
import {
  DATA_CONFLICT,
  hasOnlyWaited,
  isConflict,
  MAX_TRIES,
  TOO_MANY_BYTES,
  TOO_MANY_ROWS,
} from './replies.ts';
import type { Segment } from './segment.ts';
import type { Transaction } from './transaction.ts';
import { isVisible } from './visible-key.ts';

/** @returns whether the client got a result and no error */
export async function write(
  context: Context,
  transaction: Transaction,
  segment: Segment,
  statement: Statement,
): Promise<boolean> {
  if (namesDoomed(context, transaction, statement)) {
    return runDoomed(context, transaction, segment, statement);
  }
  let rest = segment;
  let trial = await tryOnce(context, transaction, segment, statement);
  for (let tries = 1; hasWaited(trial) && tries < MAX_TRIES; tries += 1) {
    rest = withoutParse(context, rest, trial);
    trial = await tryOnce(context, transaction, rest, statement);
  }
  const { error, body } = trial;
  if (error === null) return accept(context, transaction, rest, trial);
  if (await isLost(context, transaction, trial)) {
    rest = withoutParse(context, rest, trial);
    if (transaction.implicit) return refuse(context, transaction, DATA_CONFLICT);
    const tables = trial.reapplyFailed
      ? transaction.writes.tables
      : tablesNamed(context, statement.targets);
    doom(transaction, tables);
    return runDoomed(context, transaction, rest, statement);
  }
  context.line.answer(preludeOf(body.frames));
  return refuseWith(context, transaction, body.frames, error);
}

/** Whether another transaction has won a race, rather than the statement being wrong. */
async function isLost(context: Context, transaction: Transaction, trial: Trial): Promise<boolean> {
  if (trial.reapplyFailed || trial.error === null) return trial.reapplyFailed;
  if (stateOf(trial) === '23505') return !(await isVisible(context, transaction, trial.error));
  return isConflict(trial.error);
}

interface Trial {
  readonly events: readonly Frame[];
  readonly body: Collected;
  readonly error: ErrorFields | null;
  /** What was written before can no longer be put into the database. */
  readonly reapplyFailed: boolean;
}

const hasWaited = ({ error }: Trial): boolean => error !== null && hasOnlyWaited(error);

const stateOf = ({ error }: Trial): string => error?.['C'] ?? '';

async function tryOnce(
  context: Context,
  transaction: Transaction,
  segment: Segment,
  statement: Statement,
): Promise<Trial> {
  const { line } = context;
  const run = rebound(context, segment);
  const mayMeetOwn = readsOwnWrites(context, transaction, statement);
  const changes = mayMeetOwn ? transaction.writes.changes() : [];
  const reapply = await applying(context, transaction, changes);
  const opening = line.opening(transaction);
  const prefix = line.collecting();
  const collecting = line.collecting();
  const suffix = line.collecting();
  line.backend.send([
    ...opening,
    RUN.savepoint,
    ...reapply,
    RUN.capture,
    SYNC,
    ...messagesOf(unlimited(run)),
    RUN.rollback_to,
    RUN.release,
    SYNC,
  ]);
  const [before, all] = await Promise.all([prefix, collecting, suffix]);
  const events = all.frames.filter(isEvent);
  const isAsked = askedFor(run);
  const body = { ...all, frames: all.frames.filter((each) => !isEvent(each) && isAsked(each)) };
  const reapplyFailed = before.error !== null;
  return { events, body, error: before.error ?? body.error, reapplyFailed };
}

function isEvent(frame: Frame): boolean {
  return frame.type === 'N' && errorFields(frame)['M'] === CAPTURE_MESSAGE;
}

async function accept(
  context: Context,
  transaction: Transaction,
  segment: Segment,
  { events, body }: Trial,
): Promise<boolean> {
  const { limits } = context;
  for (const frame of events) await record(context, transaction, await eventOf(context, frame));
  const excess = excessOf(transaction, limits);
  if (excess !== null) {
    context.line.answer(preludeOf(body.frames));
    return refuse(context, transaction, excess);
  }
  answerInPieces(context, segment, body.frames, segment.statements[0]?.tag ?? null);
  return true;
}

function excessOf({ writes }: Transaction, limits: Limits): Refusal | null {
  if (writes.rows > limits.rowsPerTransaction) return TOO_MANY_ROWS;
  return writes.bytes > limits.bytesPerTransaction ? TOO_MANY_BYTES : null;
}

async function eventOf({ catalog }: Context, frame: Frame): Promise<RowEvent> {
  const { t: oid = '', D: old = '', H: row = '' } = errorFields(frame);
  return { table: await catalog.table(Number(oid)), old, new: row };
}

async function record(
  { catalog }: Context,
  { writes }: Transaction,
  event: RowEvent,
): Promise<void> {
  const { table, old, new: row } = event;
  const keyGoes = old !== '' && (row === '' || keyOf(old, table.key) !== keyOf(row, table.key));
  if (keyGoes) await catalog.noteKeys();
  writes.record(event);
}

/** A fault of the statement's own: the client hears of it, and its transaction has failed. */
async function refuseWith(
  context: Context,
  transaction: Transaction,
  frames: readonly Frame[],
  error: ErrorFields,
): Promise<false> {
  const own = frames.filter(({ type }) => type === 'E');
  if (own.length === 0) {
    const { C: code = 'XX000', M: message = 'unknown error' } = error;
    return refuse(context, transaction, { code, message });
  }
  await context.line.collect([POISON], context.line.opening(transaction));
  transaction.failed = true;
  context.line.answer(own);
  return false;
}

/** What is prepared already is not prepared again: a name can be given once. The client hears of it. */
function withoutParse({ line }: Context, segment: Segment, { body }: Trial): Segment {
  const parsed = body.frames.filter(({ type }) => type === '1');
  if (segment.simple || parsed.length === 0) return segment;
  line.answer(parsed);
  return { ...segment, frames: segment.frames.filter(({ type }) => type !== 'P') };
}
