// One buyer's way through a burst in words: for the line under the timeline and for screen readers.
import type { BurstTimes } from './burst-times.ts';

export interface LaneWords {
  readonly who: string;
  readonly seat: string;
  readonly pressed: string;
  /** Of the last attempt that read. */
  readonly read: string;
  readonly wrote: string;
  readonly answered: string;
  readonly outcome: string;
  /** Refused attempts, lost answers; empty: none. */
  readonly trouble: string;
}

const NOT = '–';

/** @param order position in the plan */
export function laneWords(times: BurstTimes, order: number): LaneWords {
  const planned = times.history.orders[order];
  const answer = times.answers[order] ?? null;
  const who = `${planned?.buyer ?? '?'} (${planned?.region ?? '?'})`;
  const seat = planned?.seatId ?? '?';
  if (answer === null) {
    const none = { pressed: NOT, read: NOT, wrote: NOT, answered: NOT };
    return { who, seat, ...none, outcome: 'never answered', trouble: '' };
  }
  const { trace, callNs, returnNs, outcome, lost, conflicts, presses } = answer;
  const refused =
    conflicts.length === 0 ? [] : [`refused ${conflicts.length} × ${conflicts[0] ?? ''}`];
  const lostWords = lost ? ['an answer was lost'] : [];
  const pressedAgain = presses > 1 ? [`pressed ${presses} times`] : [];
  return {
    ...{ who, seat, pressed: ms(callNs), answered: ms(returnNs), outcome: outcome.toLowerCase() },
    read: ms(trace.findLast(({ readNs }) => readNs !== null)?.readNs ?? null),
    wrote: ms(trace.findLast(({ writeNs }) => writeNs !== null)?.writeNs ?? null),
    trouble: [...refused, ...lostWords, ...pressedAgain].join(', '),
  };
}

/** In one line. */
export function laneSentence(words: LaneWords): string {
  const { who, seat, pressed, read, wrote, answered, outcome, trouble } = words;
  const parts = [`pressed ${pressed}`, `read ${read}`, `wrote ${wrote}`, `${outcome} ${answered}`];
  if (trouble !== '') parts.push(trouble);
  return `${who}, ${seat}: ${parts.join(' · ')}`;
}

function ms(atNs: number | null): string {
  return atNs === null ? NOT : `${(atNs / 1e6).toFixed(1)} ms`;
}
