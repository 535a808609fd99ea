// W5 under the rule of the scenario: whoever was told that the fan's limit is reached can have met it
// reached. With a limit of one seat it is W5 of a seat. Judged only when the rule is known, no order
// runs and the history is whole.
import type { Answer } from '../domain/index.ts';
import { answerEntry, breachOf } from './entries.ts';
import { limitReachedFromNs, type Fan } from './fans.ts';
import type { Ticket } from './records/index.ts';
import type { Breach } from './types.ts';
import { byReturn, others } from './w5-no-wrong-rejection.ts';
import { counted, duration, numeral, person } from './words.ts';

/** @returns of these rejections by the limit, the wrong ones; the first to return comes first */
export function wrongLimitsOf(
  fan: Fan | undefined,
  denials: readonly Answer[],
  limit: number,
): readonly Answer[] {
  const fromNs = limitReachedFromNs(fan, limit);
  return denials.filter(({ returnNs }) => returnNs < fromNs).sort(byReturn);
}

/** One breach for the fan: of all its wrong rejections, the first one proves it. */
export function noWrongLimit(
  fan: Fan | undefined,
  wrong: readonly Answer[],
  limit: number,
): Breach | null {
  const [first] = wrong;
  if (first === undefined) return null;
  const later = laterTicket(fan, first, limit);
  const entries = [answerEntry(first), ...(later?.told ? [answerEntry(later.told)] : [])];
  const told = `${person(first)} was told at ${first.seatId} that ${counted(limit, 'seat')} a fan`;
  const words = `${told} are bought, but ${whyNot(fan, first, later)}${others(wrong.length - 1)}.`;
  return breachOf('W5', first, entries, words);
}

/** A ticket within the limit whose order was called only after the answer: it was not bought yet. */
function laterTicket(fan: Fan | undefined, { returnNs }: Answer, limit: number): Ticket | null {
  if (fan === undefined || fan.definite.length > limit) return null;
  return fan.definite.find(({ callNs }) => callNs > returnNs) ?? null;
}

function whyNot(fan: Fan | undefined, { returnNs }: Answer, later: Ticket | null): string {
  if (later?.told) {
    const laterNs = later.told.callNs - returnNs;
    return `the one of ${later.told.seatId} was called ${duration(laterNs)} after that answer`;
  }
  const tickets = [...(fan?.definite ?? []), ...(fan?.maybe ?? [])];
  const count = tickets.filter(({ callNs }) => callNs <= returnNs).length;
  return `at most ${numeral(count)} can have been`;
}
