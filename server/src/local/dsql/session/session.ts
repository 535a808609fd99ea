// One client's session: its messages in order, each statement treated by its kind, and a
// ReadyForQuery behind each group. What is refused, is refused here; what conflicts, at COMMIT.
import { checkInTransaction, understand, type Statement } from '../language/index.ts';
import type { Frame } from '../wire/frame.ts';
import { queryText } from '../wire/read.ts';
import { readyForQuery, type Refusal } from '../wire/write.ts';
import { commit, rollBack } from './commit.ts';
import { answerInPieces, portalOf, refuse, type Context } from './context.ts';
import type { Inbox, Unit } from './inbox.ts';
import { lock } from './lock.ts';
import { runNatively } from './native.ts';
import { mayChange } from './prepared.ts';
import { read } from './read.ts';
import { ABORTED, SCHEMA_CONFLICT, TOO_OLD } from './replies.ts';
import {
  isControl,
  joined,
  simpleSegment,
  simpleSegments,
  syntaxRefusal,
  type Segment,
} from './segment.ts';
import { Transaction } from './transaction.ts';
import { write } from './write.ts';

export class Session {
  readonly #context: Context;
  readonly #inbox: Inbox;
  readonly #onRoom: () => void;
  #transaction: Transaction | null = null;
  /** Of the catalogue, as this connection knows it. */
  #catalogVersion: number;
  /** After an error: until the client's next Sync nothing is done. */
  #skipping = false;

  /** @param onRoom told after each unit: the client may send more */
  constructor(context: Context, inbox: Inbox, onRoom: () => void) {
    this.#context = context;
    this.#inbox = inbox;
    this.#onRoom = onRoom;
    this.#catalogVersion = context.catalog.version;
  }

  get isIdle(): boolean {
    return this.#transaction === null;
  }

  /** This very connection has changed the schema: it is no news to it. */
  knowsCatalog(): void {
    this.#catalogVersion = this.#context.catalog.version;
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

  async #handle(unit: Extract<Unit, { kind: 'QUERY' | 'EXTENDED' }>): Promise<void> {
    const ends = unit.kind === 'QUERY' || unit.sync;
    if (this.#skipping && unit.kind === 'EXTENDED') {
      if (ends) await this.#endGroup(false);
      return;
    }
    const segments = unit.kind === 'QUERY' ? this.#ofQuery(unit.frame) : this.#ofGroup(unit);
    let succeeded = true;
    for (const [at, segment] of segments.entries()) {
      if (this.#transaction === null && this.#needsTransaction(segment, ends)) this.#begin(true);
      succeeded = await this.#perform(segment);
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

  #ofQuery(frame: Frame): Segment[] {
    const sql = queryText(frame);
    const understood = understand(sql);
    if ('fault' in understood) {
      const refusal = syntaxRefusal(understood);
      return [{ statements: [], frames: [frame], simple: true, refusal, maxRows: 0 }];
    }
    const statements = understood;
    const [only] = statements;
    if (statements.length > 1) return simpleSegments(statements.map((each) => this.#asSent(each)));
    const text = only === undefined || only.kind === 'EMPTY' ? sql : this.#textFor(only, sql);
    return [simpleSegment(statements, text)];
  }

  #ofGroup({ frames }: Extract<Unit, { kind: 'EXTENDED' }>): Segment[] {
    const segments = this.#context.prepared.segments(frames);
    const matters = (segment: Segment) =>
      mayChange(segment) || segment.refusal !== null || segment.statements.some(isControl);
    // Portals live as long as a group where there is no transaction: it is not cut.
    return this.#transaction === null && !segments.some(matters) ? [joined(segments)] : segments;
  }

  /** Outside of BEGIN: whether the segment has to be undone as one, or lasts to the next Sync. */
  #needsTransaction(segment: Segment, ends: boolean): boolean {
    if (segment.refusal !== null || segment.statements.some(isControl)) return false;
    return mayChange(segment) || (!ends && segment.frames.some(({ type }) => type === 'B'));
  }

  #begin(implicit: boolean, readOnly = false): void {
    this.#transaction = new Transaction({ implicit, readOnly, startedAtMs: Date.now() });
  }

  async #perform(segment: Segment): Promise<boolean> {
    const transaction = this.#transaction;
    const [statement] = segment.statements;
    if (segment.frames.length === 0) return true;
    if (this.#continues(segment)) return true;
    const refusal = this.#refusalOf(segment) ?? this.#objection(statement);
    if (refusal !== null) return this.#refuse(transaction, statement, refusal);
    if (statement === undefined) return this.#context.line.pass(segment, transaction);
    if (isControl(statement)) return this.#control(segment, statement);
    if (transaction === null || transaction.failed) {
      return this.#context.line.pass(segment, transaction);
    }
    if (transaction.implicit && mayChange(segment)) this.#context.line.client.hold();
    return this.#inTransaction(transaction, segment, statement);
  }

  /** In a failed transaction nothing is looked at but the form. */
  #refusalOf({ refusal }: Segment): Refusal | null {
    if (refusal === null || this.#transaction?.failed !== true) return refusal;
    return refusal.code === SYNTAX_ERROR ? refusal : ABORTED;
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

  /** What stands against a statement in this transaction, at this moment. */
  #objection(statement: Statement | undefined): Refusal | null {
    if (statement === undefined || statement.kind === 'ROLLBACK') return null;
    const open = this.#transaction;
    if (open?.failed === true) return null;
    if (this.#catalogVersion !== this.#context.catalog.version && USES_CATALOG[statement.kind]) {
      this.knowsCatalog();
      return SCHEMA_CONFLICT;
    }
    if (open === null) return null;
    const { transactionAgeMs } = this.#context.limits;
    if (Date.now() - open.startedAtMs > transactionAgeMs) return TOO_OLD;
    const checked = checkInTransaction(statement, open.rules);
    if ('refusal' in checked) return checked.refusal;
    open.rules = checked.state;
    return null;
  }

  #textFor(statement: Statement, sql: string): string {
    if (this.#context.conflicts === 'commit' && statement.lock !== null) {
      return statement.lock.readText;
    }
    return statement.refusal === null ? statement.text : sql;
  }

  #asSent(statement: Statement): Statement {
    const text = this.#textFor(statement, statement.text);
    return text === statement.text ? statement : { ...statement, text };
  }
}

const SYNTAX_ERROR = '42601';

const USES_CATALOG: Readonly<Record<Statement['kind'], boolean>> = {
  BEGIN: false,
  COMMIT: true,
  ROLLBACK: false,
  READ: true,
  WRITE: true,
  LOCK: true,
  DDL: true,
  SET: false,
  SHOW: false,
  OTHER: false,
  EMPTY: false,
};
