// One attempt of one order: BEGIN, the strategy, COMMIT, and what became of it. The line that
// matters runs at COMMIT: whatever fails before it was sent has certainly sold nothing; whatever is
// lost after it is INDETERMINATE until the ledger is asked.
import { isBurstOrder, type Order, type Sale, type SeatRow } from '@worldseat/schema/domain';
import type { PoolClient } from 'pg';
import { SeatUnknown, type PurchaseStrategy, type Receipt } from '../engine.ts';
import { conflictCode, isDuplicate, mayHaveCommitted, messageOf } from './faults.ts';
import { PurchaseView } from './purchase-view.ts';
import type { RegionPool } from './region-pool.ts';
import { readOrder, type LedgerRow } from './statements.ts';
import { begin, commit, giveBack } from './transaction.ts';

type Answer = Pick<Receipt, 'outcome' | 'sale' | 'read' | 'fault'>;

export type AttemptEnd =
  | { readonly kind: 'ANSWERED'; readonly answer: Answer }
  /** No connection: the strategy did not run. */
  | { readonly kind: 'NOT_STARTED'; readonly answer: Answer }
  | { readonly kind: 'CONFLICT'; readonly code: string; readonly read: SeatRow | null };

/** @param attempt from 1. Does not throw. */
export async function attemptOrder(
  pool: RegionPool,
  order: Order,
  strategy: PurchaseStrategy,
  attempt: number,
): Promise<AttemptEnd> {
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    const fault = `no connection to ${order.region}: ${messageOf(error)}`;
    return { kind: 'NOT_STARTED', answer: failed(fault, null) };
  }
  const begun = begin(client);
  const view = new PurchaseView(client, begun, attempt);
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
    return { kind: 'ANSWERED', answer };
  } catch (error) {
    return afterError(error, { client, view, order, committing, pool });
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
  const rejected: Answer = { outcome: 'REJECTED', sale: null, read, fault: null };
  // An owner is never told "rejected". Orders of a burst have fresh ids: theirs is the seat's, or
  // nobody's, and a burst pays for no further statement.
  const mayHaveSale = read?.orderId === order.id || !isBurstOrder(order.id);
  return mayHaveSale ? ((await earlierAnswer(client, order, read)) ?? rejected) : rejected;
}

const CONFIRMED_NOTHING = 'the strategy confirmed without appending a sale';
const REJECTED_A_SALE = 'the strategy appended a sale and rejected: it is rolled back';

interface Failure {
  readonly client: PoolClient;
  readonly view: PurchaseView;
  readonly order: Order;
  readonly committing: boolean;
  readonly pool: RegionPool;
}

async function afterError(error: unknown, failure: Failure): Promise<AttemptEnd> {
  const { client, view, order, committing, pool } = failure;
  const { read } = view;
  const code = conflictCode(error);
  const expected = code !== null || isDuplicate(error) || error instanceof SeatUnknown;
  await giveBack(client, expected);
  if (code !== null) return { kind: 'CONFLICT', code, read };
  if (isDuplicate(error))
    return { kind: 'ANSWERED', answer: await duplicateAnswer(pool, order, read) };
  const answer =
    committing && mayHaveCommitted(error)
      ? indeterminate(`the answer to COMMIT was lost: ${messageOf(error)}`, read)
      : failed(`not committed: ${messageOf(error)}`, read);
  return { kind: 'ANSWERED', answer };
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

/** What an order's ledger row means for the same order, asked again. */
function answerFrom({ outcome, ...sale }: LedgerRow, order: Order, read: SeatRow | null): Answer {
  if (outcome === 'VOID') return failed(`order ${order.id} was resolved as never sold`, read);
  if (sale.seatId === order.seatId && sale.buyer === order.buyer) return confirmed(sale, read);
  return failed(`order id ${order.id} already bought ${sale.seatId} for another order`, read);
}

const confirmed = (sale: Sale, read: SeatRow | null): Answer => ({
  outcome: 'CONFIRMED',
  sale,
  read,
  fault: null,
});
const failed = (fault: string, read: SeatRow | null): Answer => ({
  outcome: 'FAILED',
  sale: null,
  read,
  fault,
});
const indeterminate = (fault: string, read: SeatRow | null): Answer => ({
  outcome: 'INDETERMINATE',
  sale: null,
  read,
  fault,
});
