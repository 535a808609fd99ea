// W5: whoever was told that the seat is taken can have met it taken: at some moment between the call
// and the return, somebody held it. Together with W1 this is linearizability of the seat. Judged only
// when no order runs and the history is whole: any order not heard of may have held it.
import { compareText, type Answer } from '../domain/index.ts';
import type { Circumstances } from './circumstances.ts';
import { answerEntry, breachOf, releaseEntry } from './entries.ts';
import type { SeatEvidence } from './evidence.ts';
import { freeStretches, stretchAround, type Stretch } from './free-stretches.ts';
import { isTaken, type Ticket } from './records/index.ts';
import type { Breach } from './types.ts';
import { duration, numeral, person } from './words.ts';

/** A rejection, and the stretch in which the seat was free around it. */
export interface WrongRejection {
  readonly denial: Answer;
  readonly stretch: Stretch;
}

/** Every one; the first to return comes first. */
export function wrongRejectionsOf(seat: SeatEvidence, around: Circumstances): WrongRejection[] {
  if (!around.historyFinal || seat.denials.size === 0) return [];
  const stretches = freeStretches(seat.tickets);
  const wrong: WrongRejection[] = [];
  for (const denial of seat.denials.values()) {
    if (!isTaken(denial)) continue;
    const stretch = stretchAround(stretches, denial);
    if (stretch !== null) wrong.push({ denial, stretch });
  }
  return wrong.sort((one, other) => byReturn(one.denial, other.denial));
}

/** One breach for the seat: of all its wrong rejections, the first one proves it. */
export function noWrongRejection(
  seat: SeatEvidence,
  wrong: readonly WrongRejection[],
): Breach | null {
  const [first] = wrong;
  if (first === undefined) return null;
  const { after, before } = first.stretch;
  const entries = [
    answerEntry(first.denial),
    ...(after?.release ? [releaseEntry(after.release)] : []),
    ...(before?.told ? [answerEntry(before.told)] : []),
  ];
  const { denial } = first;
  const told = `${person(denial)} was told that ${seat.seatId} of round ${seat.round} is taken`;
  const words = `${told}, but it was free: ${whyFree(first)}${others(wrong.length - 1)}.`;
  return breachOf('W5', seat, entries, words);
}

/** For Array.sort. */
export function byReturn(one: Answer, other: Answer): number {
  return (
    one.returnNs - other.returnNs ||
    compareText(one.orderId, other.orderId) ||
    compareText(one.seatId, other.seatId)
  );
}

/** ", and so were 3 more" */
export function others(count: number): string {
  if (count === 0) return '';
  return `; and so ${count === 1 ? 'was' : 'were'} ${numeral(count)} more`;
}

function whyFree({ denial, stretch }: WrongRejection): string {
  const { after, before } = stretch;
  const parts: string[] = [];
  if (after?.release) {
    const sinceNs = denial.callNs - after.release.returnNs;
    parts.push(`${holder(after)} had given it back ${duration(sinceNs)} before that call`);
  }
  if (before?.told) {
    const laterNs = before.told.callNs - denial.returnNs;
    const next = after === null ? 'the first' : 'the next';
    const who = before.told.outcome === 'CONFIRMED' || before.sale ? 'who got it' : 'who may have';
    parts.push(
      `${next} ${who}, ${person(before.told)}, called ${duration(laterNs)} after that answer`,
    );
  }
  if (before === null) parts.push(after === null ? 'nobody ever held it' : 'nobody held it again');
  return parts.join(', and ');
}

function holder({ sale, told }: Ticket): string {
  const known = sale ?? told;
  return known === null ? 'its holder' : person(known);
}
