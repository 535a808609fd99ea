// What a run of the snapshot-isolation test leaves behind: every transaction with what it asked,
// what it was told, and when. Plain data; the checker needs nothing else.

/** One version of one row. */
export interface Row {
  readonly key: number;
  /** "transaction.operation": no two writes share one. */
  readonly version: string;
  readonly value: number;
}

/** Which rows a statement is about. */
export type Where =
  | { readonly by: 'KEYS'; readonly keys: readonly number[] }
  | { readonly by: 'RANGE'; readonly from: number; readonly to: number }
  /** By a value that other statements change: 0 even, 1 odd. */
  | { readonly by: 'PARITY'; readonly parity: 0 | 1 };

export type LockMode = 'FOR UPDATE' | 'FOR KEY SHARE';

export type Operation =
  | { readonly kind: 'READ' }
  | {
      readonly kind: 'UPDATE';
      readonly where: Where;
      readonly add: number;
      readonly returning: boolean;
    }
  | { readonly kind: 'DELETE'; readonly where: Where; readonly returning: boolean }
  /** Unless `orNothing`, a duplicate is an error. */
  | {
      readonly kind: 'INSERT';
      readonly key: number;
      readonly value: number;
      readonly orNothing: boolean;
    }
  /** Changes the primary key: of nothing, when there is no row of this key. */
  | { readonly kind: 'RENAME'; readonly from: number; readonly to: number }
  | { readonly kind: 'LOCK'; readonly mode: LockMode; readonly where: Where };

export interface SqlError {
  /** SQLSTATE. */
  readonly code: string;
  readonly message: string;
}

/** What the client was told of one statement. */
export type Observed =
  | { readonly kind: 'DONE'; readonly count: number; readonly rows: readonly Row[] | null }
  | { readonly kind: 'ERROR'; readonly error: SqlError }
  /** The connection ended before an answer came. */
  | { readonly kind: 'LOST'; readonly reason: string };

export interface Step {
  readonly operation: Operation;
  readonly observed: Observed;
}

/** What the client was told at the end. */
export type End =
  | { readonly kind: 'COMMITTED' }
  /** COMMIT was answered with this error. */
  | { readonly kind: 'REFUSED'; readonly error: SqlError }
  /** A statement had failed, so that COMMIT was answered with ROLLBACK. */
  | { readonly kind: 'FAILED_BEFORE' }
  /** By the client's own wish. */
  | { readonly kind: 'ROLLED_BACK' }
  /** The connection ended before COMMIT was sent. */
  | { readonly kind: 'LOST_BEFORE' }
  /** The connection ended after COMMIT was sent: it may have committed. */
  | { readonly kind: 'LOST_AT_COMMIT' };

/** Ticks of one counter that all clients share: what happened before what, as the clients saw it. */
export interface Moments {
  /** Before the first message was sent. */
  readonly begun: number;
  /** After the first answer that depends on the snapshot; null: there was none. */
  readonly viewed: number | null;
  /** Before COMMIT (or the only statement) was sent; null: it never was. */
  readonly committing: number | null;
  /** After the last answer, or after the connection ended. */
  readonly ended: number;
}

export interface Transaction {
  readonly id: number;
  readonly region: string;
  /** One statement outside of BEGIN … COMMIT. */
  readonly autocommit: boolean;
  /** The other transactions that its snapshot shows, by id; null: not known, it did not commit. */
  readonly snapshot: readonly number[] | null;
  readonly steps: readonly Step[];
  readonly end: End;
  readonly moments: Moments;
  /** What must never happen and was seen by the client: notices, a session left in a transaction. */
  readonly oddities: readonly string[];
}

/** What the database holds after the last transaction, as one Region shows it. */
export interface FinalState {
  readonly region: string;
  readonly rows: readonly Row[];
  /** The transactions that committed, by id. */
  readonly committed: readonly number[];
}

export interface History {
  readonly initial: readonly Row[];
  readonly transactions: readonly Transaction[];
  readonly finals: readonly FinalState[];
}
