// Reads inside a transaction: passed on, but where they would miss what the transaction has
// written. Then the writes are put in front of them, and taken back, in one packet.
import type { Statement } from '../language/index.ts';
import type { Frame } from '../wire/frame.ts';
import type { ErrorFields } from '../wire/read.ts';
import {
  answerInPieces,
  applying,
  portalOf,
  readsOwnWrites,
  refuse,
  type Context,
} from './context.ts';
import { doom, namesDoomed, runDoomed } from './doom.ts';
import { MAX_HELD_BYTES, sizeOf, unlimited } from './held-rows.ts';
import { messagesOf } from './line.ts';
import { POISON, RUN, SYNC } from './own-statements.ts';
import { askedFor, rebound } from './rebind.ts';
import { DATA_CONFLICT, hasOnlyWaited, MAX_TRIES, OUT_OF_MEMORY } from './replies.ts';
import type { Segment } from './segment.ts';
import type { Transaction } from './transaction.ts';

/** @returns whether the client got a result and no error */
export async function read(
  context: Context,
  transaction: Transaction,
  segment: Segment,
  statement: Statement,
): Promise<boolean> {
  const portal = portalOf(context, segment);
  // A portal shows what was there when it was opened: nothing is put in front of its rest.
  if (portal?.isSuspended === true) return context.line.pass(segment, transaction);
  if (namesDoomed(context, transaction, statement)) {
    return runDoomed(context, transaction, segment, statement);
  }
  if (!readsOwnWrites(context, transaction, statement)) {
    if (portal !== undefined) portal.isSuspended = segment.maxRows > 0;
    return context.line.pass(segment, transaction);
  }
  return readBehindWrites(context, transaction, segment, statement);
}

async function readBehindWrites(
  context: Context,
  transaction: Transaction,
  segment: Segment,
  statement: Statement,
): Promise<boolean> {
  const { line } = context;
  const reapply = await applying(context, transaction, transaction.writes.changes());
  // Whether the writes can still be put there has to be known before the client sees a row.
  const error = await putInFront(context, transaction, reapply);
  if (error !== null) {
    if (transaction.implicit) return refuse(context, transaction, DATA_CONFLICT);
    doom(transaction, transaction.writes.tables);
    return runDoomed(context, transaction, segment, statement);
  }
  const run = rebound(context, segment);
  if (segment.maxRows > 0) return readInPieces(context, transaction, run);
  const isAsked = askedFor(run);
  const errors: Frame[] = [];
  const sink = (frame: Frame): void => {
    if (!isAsked(frame)) return;
    if (frame.type === 'E') errors.push(frame);
    line.answer([frame]);
  };
  const answered = line.backend.expect(sink);
  const suffix = line.collecting();
  line.backend.send([...messagesOf(run), RUN.rollback_to, RUN.release, SYNC]);
  await Promise.all([answered, suffix]);
  if (errors.length === 0) return true;
  await line.collect([POISON]);
  transaction.failed = true;
  return false;
}

/** The portal goes with the savepoint: all of it is fetched, and what was asked for is given. */
async function readInPieces(
  context: Context,
  transaction: Transaction,
  segment: Segment,
): Promise<boolean> {
  const { line } = context;
  const collecting = line.collecting();
  const suffix = line.collecting();
  line.backend.send([...messagesOf(unlimited(segment)), RUN.rollback_to, RUN.release, SYNC]);
  const [{ frames, error }] = await Promise.all([collecting, suffix]);
  if (sizeOf(frames) > MAX_HELD_BYTES) return refuse(context, transaction, OUT_OF_MEMORY);
  answerInPieces(context, segment, frames.filter(askedFor(segment)));
  if (error === null) return true;
  await line.collect([POISON]);
  transaction.failed = true;
  return false;
}

/** @returns why the writes can no longer be put there; then nothing is left of the try */
async function putInFront(
  { line }: Context,
  transaction: Transaction,
  reapply: readonly Buffer[],
): Promise<ErrorFields | null> {
  for (let tries = 1; ; tries += 1) {
    const opening = line.opening(transaction);
    const { error } = await line.collect([RUN.savepoint, ...reapply, SYNC], opening);
    if (error === null) return null;
    await line.collect([RUN.rollback_to, RUN.release, SYNC]);
    if (!hasOnlyWaited(error) || tries >= MAX_TRIES) return error;
  }
}
