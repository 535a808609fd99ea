// A unit of the client's as the segments to carry out one after another.
import { understand, type Statement } from '../language/index.ts';
import type { Frame } from '../wire/frame.ts';
import { queryText } from '../wire/read.ts';
import type { Context } from './context.ts';
import type { Unit } from './inbox.ts';
import { mayChange } from './prepared.ts';
import {
  isControl,
  joined,
  simpleSegment,
  simpleSegments,
  syntaxRefusal,
  type Segment,
} from './segment.ts';

export type Work = Extract<Unit, { kind: 'QUERY' | 'EXTENDED' }>;

/** @param isOpen whether the client is in a transaction */
export function divide(context: Context, unit: Work, isOpen: boolean): Segment[] {
  if (unit.kind === 'QUERY') return divideQuery(context, unit.frame);
  const segments = context.prepared.segments(unit.frames);
  const matters = (segment: Segment) =>
    mayChange(segment) || segment.refusal !== null || segment.statements.some(isControl);
  // Portals live as long as a group where there is no transaction: it is not cut.
  return isOpen || segments.some(matters) ? segments : [joined(segments)];
}

/**
 * Outside of BEGIN: whether the segment has to be undone as one, or lasts to the next Sync.
 * @param ends whether a Sync follows, or it is a simple Query
 */
export function needsTransaction(segment: Segment, ends: boolean): boolean {
  if (segment.refusal !== null || segment.statements.some(isControl)) return false;
  return mayChange(segment) || (!ends && segment.frames.some(({ type }) => type === 'B'));
}

function divideQuery(context: Context, frame: Frame): Segment[] {
  const sql = queryText(frame);
  const understood = understand(sql);
  if ('fault' in understood) {
    const refusal = syntaxRefusal(understood);
    return [{ statements: [], frames: [frame], simple: true, refusal, maxRows: 0, unasked: 0 }];
  }
  const [only] = understood;
  if (understood.length > 1) {
    return simpleSegments(understood.map((each) => asSent(context, each)));
  }
  const text = only === undefined || only.kind === 'EMPTY' ? sql : textFor(context, only, sql);
  return [simpleSegment(understood, text)];
}

function textFor({ conflicts }: Context, statement: Statement, sql: string): string {
  if (conflicts === 'commit' && statement.lock !== null) return statement.lock.readText;
  return statement.refusal === null ? statement.text : sql;
}

function asSent(context: Context, statement: Statement): Statement {
  const text = textFor(context, statement, statement.text);
  return text === statement.text ? statement : { ...statement, text };
}
