// A client may ask for a result in pieces (a cursor's Execute with a row limit). Where a statement
// ran under a savepoint that is rolled back, its portal is gone with it: the rest of its rows waits
// here instead, as long as PostgreSQL would keep the portal.
import { serialize } from 'pg-protocol';
import { frame, type Frame } from '../wire/frame.ts';
import { executeMessage } from '../wire/read.ts';
import type { Segment } from './segment.ts';

/** Bytes that one portal may hold: what Aurora DSQL gives a query. */
export const MAX_HELD_BYTES = 128 * 1024 * 1024;

const SUSPENDED: Frame = { type: 's', bytes: frame('s') };

export interface Piece {
  readonly now: readonly Frame[];
  /** null: that was all. */
  readonly later: readonly Frame[] | null;
}

/** @param frames all of an answer. @param maxRows 0: no limit */
export function firstPiece(frames: readonly Frame[], maxRows: number): Piece {
  const rows = frames.flatMap(({ type }, at) => (type === 'D' ? [at] : []));
  const lastNow = rows[maxRows - 1];
  // As PostgreSQL: a limit that was reached suspends, whether or not rows are left.
  if (maxRows === 0 || lastNow === undefined) return { now: frames, later: null };
  return { now: [...frames.slice(0, lastNow + 1), SUSPENDED], later: frames.slice(lastNow + 1) };
}

/** The same messages, asking for all rows. */
export function unlimited(segment: Segment): Segment {
  if (segment.maxRows === 0) return segment;
  const frames = segment.frames.map((message) => {
    if (message.type !== 'E') return message;
    const { portal } = executeMessage(message);
    return { type: 'E', bytes: serialize.execute({ portal }) };
  });
  return { ...segment, frames };
}

export const sizeOf = (frames: readonly Frame[]): number =>
  frames.reduce((sum, { bytes }) => sum + bytes.length, 0);
