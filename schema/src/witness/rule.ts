// What a rule is: a pure look at one seat that finds a breach or none, and how it states a breach.
import type { Circumstances, SeatEvidence } from './evidence.ts';
import type { Breach, Rule } from './types.ts';

/** Orders named in one breach; two would prove most of them. */
const MAX_ORDERS = 100;

/** @returns null also where the rule cannot be judged: that is said by the reasons for UNPROVEN */
export type RuleOf = (seat: SeatEvidence, around: Circumstances) => Breach | null;

export function evidenceOf(
  rule: Rule,
  { seatId, round }: SeatEvidence,
  orderIds: readonly string[],
  words: string,
): Breach {
  return { rule, seatId, round, orderIds: orderIds.slice(0, MAX_ORDERS), words };
}
