// One attempt of one order: BEGIN, the strategy, COMMIT, and what became of it. What an error means
// is decided by the table in faults.ts and by one fact: whether COMMIT had been sent.
import {
  isBurstOrder,
  type Attempt,
  type Order,
  type RejectionReason,
  type SeatRow,
} from '@worldseat/schema/domain';
import type { PoolClient } from 'pg';
import { SeatUnknown, type Decision, type PurchaseStrategy } from '../engine.ts';
import { answerFrom, confirmed, failed, indeterminate, rejected, type Answer } from './answers.ts';
import { AttemptTrace } from '../attempt-trace.ts';
import { codeOf, faultKind, messageOf, RULES } from './faults.ts';
import { PurchaseView } from './purchase-view.ts';
import type { RegionPool } from './region-pool.ts';
import { readOrder, type LedgerRow } from './statements.ts';
import { begin, commit, giveBack, rollBack } from './transaction.ts';

export type AttemptEnd =
  | { readonly kind: 'ANSWERED'; readonly answer: Answer; readonly trace: Attempt }
  /** Certainly not committed; run the order anew. */
  | {
      readonly kind: 'AGAIN';
      /** What the receipt records of this attempt; also in its trace. */
      readonly code: string;
      readonly trace: Attempt;
      readonly read: SeatRow | null;
      /** Lost before the transaction had begun. */
      readonly wasLost: boolean;
      /** The connection to go on with; null: it was given back. */
      readonly kept: PoolClient | null;
    };

/**
 * @param client given back at the end, unless it is kept
 * @param attempt from 1
 * Does not throw.
 */
export async function attemptOrder(
  pool: RegionPool,
  client: PoolClient,
  order: Order,
  strategy: PurchaseStrategy,
  attempt: number,
): Promise<AttemptEnd> {
  const trace = new AttemptTrace();
  const begun = begin(client, pool.dialect);
  const view = new PurchaseView(client, begun, attempt, trace);
  let committing = false;
  try {
    // A retry looks its own order up first, so that an owner is never told "rejected".
    const earlier = attempt === 1 ? null : await earlierAnswer(client, order, null);
    const answer = earlier ?? (await decide(client, view, order, strategy));
    if (answer.outcome === 'CONFIRMED' && view.sale !== null) {
      committing = true;
      await commit(client);
    }
    // No answer depends on how a transaction ends that has nothing left to commit. A strategy that
    // read nothing may be done before BEGIN is.
    void begun.then(
      () => giveBack(client, true),
      () => giveBack(client, false),
    );
    return { kind: 'ANSWERED', answer, trace: trace.end(null) };
  } catch (error) {
    return afterError(error, { pool, client, view, order, committing });
  }
}

async function decide(
  client: PoolClient,
  view: PurchaseView,
  order: Order,
  strategy: PurchaseStrategy,
): Promise<Answer> {
  const decision = await strategy(view, order);
  const { read, sale } = view;
  if (decision === 'CONFIRMED') {
    return sale === null ? failed(CONFIRMED_NOTHING, read) : confirmed(sale, read);
  }
  if (sale !== null) return failed(REJECTED_A_SALE, read);
  const reason = REASONS[decision];
  // An owner is never told "rejected". Orders of a burst have fresh ids: theirs is the seat's, or
  // nobody's, and a burst pays for no further statement.
  const mayHaveSale = read?.orderId === order.id || !isBurstOrder(order.id);
  return (mayHaveSale ? await earlierAnswer(client, order, read) : null) ?? rejected(reason, read);
}

const REASONS: Readonly<Record<Exclude<Decision, 'CONFIRMED'>, RejectionReason>> = {
  REJECTED: 'SEAT_TAKEN',
  OVER_LIMIT: 'FAN_LIMIT',
};

const CONFIRMED_NOTHING = 'the strategy confirmed without appending a sale';
const REJECTED_A_SALE = 'the strategy appended a sale and rejected: it is rolled back';

interface Failure {
  readonly pool: RegionPool;
  readonly client: PoolClient;
  readonly view: PurchaseView;
  readonly order: Order;
  readonly committing: boolean;
}

async function afterError(error: unknown, failure: Failure): Promise<AttemptEnd> {
  const { pool, client, view, order } = failure;
  const { dialect } = pool;
  const { read, firstFault, trace } = view;
  const answered = (answer: Answer): AttemptEnd => ({
    kind: 'ANSWERED',
    answer,
    trace: trace.end(null),
  });
  // A masked error comes of one before COMMIT, and is as certain as that one.
  const isMasked = faultKind(error, dialect) === 'MASKED';
  const cause = isMasked ? (firstFault ?? error) : error;
  const committing = failure.committing && !isMasked;
  const kind = faultKind(cause, dialect);
  const wasLost = kind === 'LOST' && !view.hasBegun;
  const next = committing ? RULES[kind].committing : wasLost ? 'AGAIN' : RULES[kind].running;
  switch (next) {
    case 'AGAIN':
    case 'AGAIN_HERE': {
      const kept = next === 'AGAIN_HERE' && (await rollBack(client)) ? client : null;
      if (kept === null) await giveBack(client, kind === 'CONFLICT');
      const code = codeOf(cause, dialect);
      return { kind: 'AGAIN', code, trace: trace.end(code), read, wasLost, kept };
    }
    case 'ASK':
      await giveBack(client, true);
      return answered(await duplicateAnswer(pool, order, read));
    case 'FAILED':
      await giveBack(client, cause instanceof SeatUnknown);
      return answered(failed(`not committed: ${messageOf(cause)}`, read));
    case 'INDETERMINATE':
      await giveBack(client, false);
      return answered(indeterminate(`the answer to COMMIT was lost: ${messageOf(cause)}`, read));
  }
}

async function duplicateAnswer(
  pool: RegionPool,
  order: Order,
  read: SeatRow | null,
): Promise<Answer> {
  try {
    const [row] = await pool.query<LedgerRow>(readOrder(order.id));
    return row === undefined
      ? failed(`order ${order.id} is refused as a duplicate of one that cannot be seen`, read)
      : answerFrom(row, order, read);
  } catch (error) {
    return indeterminate(`order ${order.id} has a ledger row, unread: ${messageOf(error)}`, read);
  }
}

async function earlierAnswer(
  client: PoolClient,
  order: Order,
  read: SeatRow | null,
): Promise<Answer | null> {
  const { rows } = await client.query<LedgerRow>(readOrder(order.id));
  return rows[0] === undefined ? null : answerFrom(rows[0], order, read);
}
