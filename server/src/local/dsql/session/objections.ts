// What stands against a statement at this moment, in this transaction: what its text says, what the
// transaction has come to, how old it is, and a schema that others have changed.
import { checkInTransaction, type Statement } from '../language/index.ts';
import type { Refusal } from '../wire/write.ts';
import type { Context } from './context.ts';
import { ABORTED, SCHEMA_CONFLICT, TOO_OLD } from './replies.ts';
import type { Segment } from './segment.ts';
import type { Transaction } from './transaction.ts';

const SYNTAX_ERROR = '42601';

/** Statements that Aurora DSQL checks its catalogue for. */
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

export class Objections {
  readonly #context: Context;
  /** Of the catalogue, as this connection knows it. */
  #catalogVersion: number;

  constructor(context: Context) {
    this.#context = context;
    this.#catalogVersion = context.catalog.version;
  }

  /** The changes up to now are no news to this connection. */
  knowsCatalog(): void {
    this.#catalogVersion = this.#context.catalog.version;
  }

  /** null: nothing; then the transaction has come to hold the statement. */
  to({ refusal, statements }: Segment, open: Transaction | null): Refusal | null {
    const isFailed = open?.failed === true;
    // In a failed transaction nothing is looked at but the form.
    if (refusal !== null) {
      return isFailed && refusal.code !== SYNTAX_ERROR ? ABORTED : refusal;
    }
    const [statement] = statements;
    if (statement === undefined || statement.kind === 'ROLLBACK' || isFailed) return null;
    return this.#schemaChanged(statement) ?? (open === null ? null : this.#inside(statement, open));
  }

  /** Told once to each connection that is older than the change. */
  #schemaChanged({ kind }: Statement): Refusal | null {
    if (this.#catalogVersion === this.#context.catalog.version || !USES_CATALOG[kind]) return null;
    this.knowsCatalog();
    return SCHEMA_CONFLICT;
  }

  #inside(statement: Statement, open: Transaction): Refusal | null {
    if (Date.now() - open.startedAtMs > this.#context.limits.transactionAgeMs) return TOO_OLD;
    const checked = checkInTransaction(statement, open.rules);
    if ('refusal' in checked) return checked.refusal;
    open.rules = checked.state;
    return null;
  }
}
