// A portal that the client bound before it executes: where the statement runs under a savepoint, it
// is bound anew there. A portal sees the rows of the moment in which it was bound, and none that
// were put in front of it since.
import { serialize } from 'pg-protocol';
import type { Frame } from '../wire/frame.ts';
import { bindMessage } from '../wire/read.ts';
import { portalOf, type Context } from './context.ts';
import type { Segment } from './segment.ts';

/** Answers to Close and Bind. */
const UNASKED_TYPES = '32';

/** The same segment, with a Bind of its own for what it executes. */
export function rebound(context: Context, segment: Segment): Segment {
  if (segment.simple || segment.frames.some(({ type }) => type === 'B')) return segment;
  const bound = portalOf(context, segment);
  if (bound === undefined) return segment;
  const close = serialize.close({ type: 'P', name: bindMessage(bound.bind).portal });
  const frames = [{ type: 'C', bytes: close }, bound.bind, ...segment.frames];
  return { ...segment, frames, unasked: 2 };
}

/** Tells of each answer whether the client asked for it. Made for one run of the segment. */
export function askedFor({ unasked }: Segment): (frame: Frame) => boolean {
  let left = unasked;
  return ({ type }) => {
    if (left === 0 || !UNASKED_TYPES.includes(type)) return true;
    left -= 1;
    return false;
  };
}
