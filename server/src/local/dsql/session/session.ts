// One client's session: its messages in order, each statement treated by its kind, and a
// ReadyForQuery behind each group. What is refused, is refused here; what conflicts, at COMMIT.
import type { Statement } from '../language/index.ts';
import { readyForQuery, type Refusal } from '../wire/write.ts';
import { commit, rollBack } from './commit.ts';
import { answerInPieces, portalOf, refuse, type Context } from './context.ts';
import { divide, needsTransaction, type Work } from './divide.ts';
import type { Inbox } from './inbox.ts';
import { lock } from './lock.ts';
import { runNatively } from './native.ts';
import { Objections } from './objections.ts';
import { mayChange } from './prepared.ts';
import { read } from './read.ts';
import { isControl, type Segment } from './segment.ts';
import { Transaction } from './transaction.ts';
import { write } from './write.ts';

export class Session {
  readonly #context: Context;
  readonly #inbox: Inbox;
  readonly #onRoom: () => void;
  readonly #objections: Objections;
  #transaction: Transaction | null = null;
  /** After an error: until the client's next Sync nothing is done. */
  #skipping = false;

  /** @param onRoom told after each unit: the client may send more */
  constructor(context: Context, inbox: Inbox, onRoom: () => void) {
    this.#context = context;
    this.#inbox = inbox;
    this.#onRoom = onRoom;
    this.#objections = new Objections(context);
  }

  get isIdle(): boolean {
    return this.#transaction === null;
  }

  /** This very connection has changed the schema: it is no news to it. */
  knowsCatalog(): void {
    this.#objections.knowsCatalog();
  }

  /** Ends when the client leaves. @throws BackendGone, WireError */
  async run(): Promise<void> {
    for (;;) {
      const unit = await this.#inbox.next();
      if (unit === null || unit.kind === 'TERMINATE') return;
      if (unit.kind === 'UNSUPPORTED') await this.#turnDown(unit.refusal);
      else await this.#handle(unit);
      this.#context.line.client.flush();
      this.#onRoom();
    }
  }

  async #turnDown(refusal: Refusal): Promise<void> {
    await refuse(this.#context, this.#transaction, refusal);
    await this.#endGroup(false);
  }

  async #handle(unit: Work): Promise<void> {
    const ends = unit.kind === 'QUERY' || unit.sync;
    if (this.#skipping && unit.kind === 'EXTENDED') {
      if (ends) await this.#endGroup(false);
      return;
    }
    const segments = divide(this.#context, unit, this.#transaction !== null);
    let succeeded = true;
    for (const [at, segment] of segments.entries()) {
      if (this.#transaction === null && needsTransaction(segment, ends)) this.#begin(true);
      succeeded = await this.#perform(segment, ends);
      const isLast = at === segments.length - 1;
      if (this.#transaction?.implicit === true && (!succeeded || (isLast && ends))) {
        succeeded = await this.#endImplicit(succeeded);
      }
      if (!succeeded) break;
    }
    if (this.#transaction === null) this.#context.prepared.endTransaction();
    if (ends) await this.#endGroup(succeeded);
    else this.#skipping = !succeeded;
  }

  async #endGroup(succeeded: boolean): Promise<void> {
    this.#skipping = false;
    if (this.#transaction?.implicit === true) await this.#endImplicit(succeeded);
    const { client } = this.#context.line;
    const open = this.#transaction;
    client.write(readyForQuery(open === null ? 'I' : open.failed ? 'E' : 'T'));
  }

  #begin(implicit: boolean, readOnly = false): void {
    this.#transaction = new Transaction({ implicit, readOnly, startedAtMs: Date.now() });
  }

  /** @param ends whether the client hears nothing before its transaction has ended */
  async #perform(segment: Segment, ends: boolean): Promise<boolean> {
    const transaction = this.#transaction;
    const [statement] = segment.statements;
    if (segment.frames.length === 0) return true;
    if (this.#continues(segment)) return true;
    const refusal = this.#objections.to(segment, transaction);
    if (refusal !== null) return this.#refuse(transaction, statement, refusal);
    if (statement === undefined) return this.#context.line.pass(segment, transaction);
    if (isControl(statement)) return this.#control(segment, statement);
    if (transaction === null || transaction.failed) {
      return this.#context.line.pass(segment, transaction);
    }
    const { client } = this.#context.line;
    if (transaction.implicit && ends && mayChange(segment)) client.hold();
    return this.#inTransaction(transaction, segment, statement);
  }

  /** The next piece of a result that is held here. */
  #continues(segment: Segment): boolean {
    const bound = segment.simple ? undefined : portalOf(this.#context, segment);
    if (bound?.held == null || segment.frames.length > 1) return false;
    answerInPieces(this.#context, segment, bound.held);
    return true;
  }

  async #refuse(
    transaction: Transaction | null,
    statement: Statement | undefined,
    refusal: Refusal,
  ): Promise<false> {
    const ends = statement?.kind === 'COMMIT' && transaction !== null && !transaction.implicit;
    if (!ends) return refuse(this.#context, transaction, refusal);
    this.#transaction = null;
    await rollBack(this.#context, transaction, null);
    return refuse(this.#context, null, refusal);
  }

  async #inTransaction(
    transaction: Transaction,
    segment: Segment,
    statement: Statement,
  ): Promise<boolean> {
    const context = this.#context;
    const natively = context.conflicts === 'native' || statement.kind === 'DDL';
    if (natively) return runNatively(context, transaction, segment, statement);
    if (statement.kind === 'WRITE') return write(context, transaction, segment, statement);
    if (statement.kind === 'LOCK') return lock(context, transaction, segment, statement);
    return read(context, transaction, segment, statement);
  }

  async #control(segment: Segment, statement: Statement): Promise<boolean> {
    const open = this.#transaction;
    if (statement.kind === 'BEGIN') {
      if (open !== null && !open.implicit) return this.#context.line.pass(segment, open);
      if (open !== null) await this.#endImplicit(true);
      this.#begin(false, statement.isReadOnly);
      const isStart = /^\s*start\b/i.test(statement.text);
      await this.#context.line.answerItself(segment, isStart ? 'START TRANSACTION' : 'BEGIN');
      return true;
    }
    // PostgreSQL has a warning for those who end what they have not begun.
    if (open === null || open.implicit) {
      if (open !== null) await this.#endImplicit(true);
      return this.#context.line.pass(segment, null);
    }
    this.#transaction = null;
    const end = statement.kind === 'COMMIT' ? commit : rollBack;
    return end(this.#context, open, segment);
  }

  async #endImplicit(succeeded: boolean): Promise<boolean> {
    const open = this.#transaction;
    this.#transaction = null;
    if (open === null) return succeeded;
    const { client } = this.#context.line;
    if (succeeded) return commit(this.#context, open, null);
    client.release();
    await rollBack(this.#context, open, null);
    return false;
  }
}
