// How two buyers got the same seat, as far as their answers prove it. It never says more.
import type { Answer } from '../domain/index.ts';
import type { SoldTicket } from './records/index.ts';
import { duration } from './words.ts';

/** A part of a sentence, such as "both read it available before either wrote"; '': not known. */
export function howBothGotIt(one: SoldTicket, other: SoldTicket): string {
  if (one.told === null || other.told === null) return '';
  if (beforeEitherWrote(one.told, other.told)) return 'both read it available before either wrote';
  return (
    afterReturn(one.told, other.told) ??
    afterReturn(other.told, one.told) ??
    'their purchases overlapped'
  );
}

/** The runs that sold it each read before the other wrote. */
function beforeEitherWrote(one: Answer, other: Answer): boolean {
  if (one.read !== 'AVAILABLE' || other.read !== 'AVAILABLE') return false;
  return readBeforeWrite(one, other) && readBeforeWrite(other, one);
}

function readBeforeWrite(reader: Answer, writer: Answer): boolean {
  const readNs = reader.trace.at(-1)?.readNs ?? Infinity;
  const writeNs = writer.trace.at(-1)?.writeNs ?? -Infinity;
  return readNs < writeNs;
}

/** The later one began, or even read, when the earlier one had returned; null: it had not. */
function afterReturn(earlier: Answer, later: Answer): string | null {
  // A lost answer may have taken effect later than it came.
  if (earlier.lost || earlier.outcome === 'INDETERMINATE') return null;
  const had = `after ${earlier.buyer}'s purchase had returned`;
  const readNs = later.trace.at(-1)?.readNs ?? -Infinity;
  if (later.read === 'AVAILABLE' && readNs > earlier.returnNs) {
    return `${later.buyer} read it available ${duration(readNs - earlier.returnNs)} ${had}`;
  }
  if (later.callNs <= earlier.returnNs) return null;
  return `${later.buyer} called ${duration(later.callNs - earlier.returnNs)} ${had}`;
}
