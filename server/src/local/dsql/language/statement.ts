// What is known about a statement before PostgreSQL sees it. Plain data, made once per text and
// kept; nothing here may change.
import type { Refusal } from '../wire/write.ts';

export type StatementKind =
  | 'BEGIN'
  | 'COMMIT'
  | 'ROLLBACK'
  /** Reads; also EXPLAIN of anything without ANALYZE. */
  | 'READ'
  /** INSERT, UPDATE, DELETE, also inside WITH, also under EXPLAIN ANALYZE. */
  | 'WRITE'
  /** SELECT … FOR UPDATE or FOR KEY SHARE, outermost. */
  | 'LOCK'
  /** Changes the catalog; GRANT and REVOKE do. */
  | 'DDL'
  | 'SET'
  | 'SHOW'
  | 'OTHER'
  | 'EMPTY';

/** A table or view as it was written. */
export interface Relation {
  readonly schema: string | null;
  readonly name: string;
}

export type LockStrength = 'UPDATE' | 'KEY_SHARE';

/** The rows of one table that a locking SELECT names. */
export interface LockedRows {
  readonly relation: Relation;
  readonly alias: string;
  readonly strength: LockStrength;
  /** A SELECT with one column, `row_text`: the whole row as text, once per row of the join. */
  readonly text: string;
  /** Parameters that `text` still mentions, ascending; the others must be declared as text. */
  readonly parameters: readonly number[];
}

export interface Lock {
  /** The strongest of its rows. */
  readonly strength: LockStrength;
  /** The same SELECT without the locking clause; it mentions the same parameters. */
  readonly readText: string;
  readonly rows: readonly LockedRows[];
}

export interface Statement {
  readonly kind: StatementKind;
  /** What PostgreSQL gets: the same, or rewritten. */
  readonly text: string;
  /** Refused, whatever the transaction's state; null: allowed. */
  readonly refusal: Refusal | null;
  /** Named anywhere; names of WITH queries are not among them. */
  readonly relations: readonly Relation[];
  /** Called functions, unqualified or as schema.name; pg_catalog is left out. */
  readonly functions: readonly string[];
  /** Numbers of the parameters ($n) it mentions, ascending. */
  readonly parameters: readonly number[];
  /** Of INSERT, UPDATE or DELETE; of several within WITH the outermost, else the first. */
  readonly target: Relation | null;
  /** Every relation that is written to; more than one only with WITH. */
  readonly targets: readonly Relation[];
  readonly verb: 'INSERT' | 'UPDATE' | 'DELETE' | null;
  readonly returning: boolean;
  readonly hasWith: boolean;
  readonly onConflict: boolean;
  readonly isSubquerying: boolean;
  /** It is an EXPLAIN; what else is said here is said of the statement it explains. */
  readonly isExplained: boolean;
  /** BEGIN … READ ONLY. */
  readonly isReadOnly: boolean;
  readonly lock: Lock | null;
  /** Id of the rule that refused or rewrote it. */
  readonly rule: string | null;
  /** What CommandComplete must say where the rewritten text would say something else. */
  readonly tag: string | null;
}

/**
 * The parser refused the text. Nothing of it may be run, not even to hear PostgreSQL's own words:
 * what could not be read has not been judged.
 */
export interface SyntaxFault {
  readonly fault: 'SYNTAX';
  /** 42601 with PostgreSQL's words; 54001: nested too deep. */
  readonly refusal: Refusal;
  /** Of the fault, in characters from 1; null: at the end, or in a text of DSQL's own form. */
  readonly position: number | null;
}
