// A client's messages cut at the statements they execute, so that each can be treated by its kind:
// a driver may send BEGIN and a write in one group.
import { serialize } from 'pg-protocol';
import type { Statement, SyntaxFault } from '../language/index.ts';
import type { Frame } from '../wire/frame.ts';
import type { Refusal } from '../wire/write.ts';

export interface Segment {
  /** What it executes, in order; a text that is no SQL counts as none. */
  readonly statements: readonly Statement[];
  /** The client's messages; of a simple Query: one. */
  readonly frames: readonly Frame[];
  readonly simple: boolean;
  /** Of anything that it prepares or executes: the first. */
  readonly refusal: Refusal | null;
  /** A row limit of an Execute, or 0 for none. */
  readonly maxRows: number;
  /** Answers to messages that are not the client's: the first so many of their types. */
  readonly unasked: number;
}

const CONTROL: Readonly<Record<Statement['kind'], boolean>> = {
  BEGIN: true,
  COMMIT: true,
  ROLLBACK: true,
  READ: false,
  WRITE: false,
  LOCK: false,
  DDL: false,
  SET: false,
  SHOW: false,
  OTHER: false,
  EMPTY: false,
};

/** Whether it begins or ends a transaction. */
export const isControl = ({ kind }: Statement): boolean => CONTROL[kind];

export const executes = (segment: Segment, kind: Statement['kind']): boolean =>
  segment.statements.some((statement) => statement.kind === kind);

/** PostgreSQL's own words, with the place. */
export function syntaxRefusal({ refusal, position }: SyntaxFault): Refusal {
  return position === null ? refusal : { ...refusal, position };
}

/** One simple Query for each statement of a text. */
export function simpleSegments(statements: readonly Statement[]): Segment[] {
  return statements.map((statement) => simpleSegment([statement], statement.text));
}

export function simpleSegment(statements: readonly Statement[], sql: string): Segment {
  return {
    statements,
    frames: [{ type: 'Q', bytes: serialize.query(sql) }],
    simple: true,
    refusal: statements.find(({ refusal }) => refusal !== null)?.refusal ?? null,
    maxRows: 0,
    unasked: 0,
  };
}

/** Several of one group as one. */
export function joined(segments: readonly Segment[]): Segment {
  return {
    statements: segments.flatMap(({ statements }) => statements),
    frames: segments.flatMap(({ frames }) => frames),
    simple: false,
    refusal: segments.find(({ refusal }) => refusal !== null)?.refusal ?? null,
    maxRows: Math.max(0, ...segments.map(({ maxRows }) => maxRows)),
    unasked: 0,
  };
}
