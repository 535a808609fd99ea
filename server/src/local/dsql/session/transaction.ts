// What one client's open transaction has come to. PostgreSQL hears of its BEGIN together with its
// first statement, because nothing is known or held before.
import type { Table } from '../catalog/tables.ts';
import { WriteSet } from '../conflicts/write-set.ts';
import { INITIAL_RULES_STATE, type RulesState } from '../language/index.ts';
import type { Invocation } from './line.ts';

/** It lost a conflict and goes on until its COMMIT, as on DSQL, without a chance. */
export interface Doom {
  /** Tables of which the database shows something else than the transaction. */
  readonly tables: Map<number, Table>;
  /** Those that the transaction now has a copy of, from its own snapshot. */
  readonly copies: Set<number>;
  /** Oid → a write of that table whose effect was only counted. */
  readonly counted: Map<number, Invocation>;
}

export class Transaction {
  /** Began without BEGIN: it ends with its statement or its Sync. */
  readonly implicit: boolean;
  readonly readOnly: boolean;
  readonly startedAtMs: number;
  readonly writes = new WriteSet();
  rules: RulesState = INITIAL_RULES_STATE;
  /** PostgreSQL knows of it. */
  begun = false;
  /** PostgreSQL refuses everything until it ends. */
  failed = false;
  /** Rows changed in PostgreSQL itself: native conflicts, or DDL. */
  nativeRows = 0;
  hasDdl = false;
  /** PostgreSQL holds locks for it that others would wait for. */
  holdsLocks = false;
  doom: Doom | null = null;

  constructor(options: { implicit: boolean; readOnly: boolean; startedAtMs: number }) {
    this.implicit = options.implicit;
    this.readOnly = options.readOnly;
    this.startedAtMs = options.startedAtMs;
  }

  get rows(): number {
    return this.writes.rows + this.nativeRows;
  }
}
