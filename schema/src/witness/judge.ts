// The Witness: folds the rules over the seats into one finding. Any breach is VIOLATED; otherwise
// any doubt is UNPROVEN; only what is left is LINEARIZABLE. Pure, and one pass over the records.
import type { VerdictResult } from '../domain/index.ts';
import { doubtsAbout } from './doubts.ts';
import { type Circumstances, circumstancesOf, gather, type SeatEvidence } from './evidence.ts';
import type { RuleOf } from './rule.ts';
import { type Breach, type Finding, type Rule, RULES } from './types.ts';
import type { SeatFinding, WitnessInput } from './types.ts';
import { boundReasons } from './words.ts';
import { oneSale } from './w1-one-sale.ts';
import { noLostConfirmation } from './w2-no-lost-confirmation.ts';
import { noGhostTicket } from './w3-no-ghost-ticket.ts';
import { hiddenSalesOf, tableAgrees } from './w4-table-agrees.ts';

const RULE_OF: Readonly<Record<Rule, RuleOf>> = {
  W1: oneSale,
  W2: noLostConfirmation,
  W3: noGhostTicket,
  W4: tableAgrees,
};

/**
 * Judges what was committed and what buyers were told.
 * @param focusSeat gets its own finding, by the same rules applied to that seat alone
 */
export function judge(input: WitnessInput, focusSeat?: string): Finding {
  return hear(input)(focusSeat);
}

/** Judges once, then answers about any seat at the cost of that seat alone. */
export function hear(input: WitnessInput): (focusSeat?: string) => Finding {
  const around = circumstancesOf(input);
  const evidence = gather(input);
  const seats = [...evidence.values()];
  const total = (of: (seat: SeatEvidence) => number): number =>
    seats.reduce((sum, seat) => sum + of(seat), 0);
  const whole = {
    ...conclude(seats, input, around),
    sales: total(({ sales }) => sales.length),
    seatsSold: total(({ sales }) => Math.min(1, sales.length)),
    doubleSells: total(doubleSellsOf),
    hiddenSales: total((seat) => hiddenSalesOf(seat, around)),
    oversold: seats
      .filter((seat) => doubleSellsOf(seat) > 0)
      .map((seat) => findingOf(seat, 'VIOLATED')),
  };
  return (focusSeat) => {
    const focus = focusSeat === undefined ? undefined : evidence.get(focusSeat);
    if (focus === undefined) return { ...whole, focus: null };
    return { ...whole, focus: findingOf(focus, conclude([focus], input, around).result) };
  };
}

/** Breach, doubt, or neither: in this order. */
function conclude(
  seats: readonly SeatEvidence[],
  input: WitnessInput,
  around: Circumstances,
): Pick<Finding, 'result' | 'reasons' | 'breaches'> {
  const breaches = breachesOf(seats, around);
  if (breaches.length > 0) {
    return { result: 'VIOLATED', reasons: boundReasons(breaches.map((it) => it.words)), breaches };
  }
  const doubts = doubtsAbout(seats, input, around);
  const result = doubts.length > 0 ? 'UNPROVEN' : 'LINEARIZABLE';
  return { result, reasons: boundReasons(doubts), breaches };
}

/** The first breach of each rule comes first, so that a flood of one rule never hides another. */
function breachesOf(seats: readonly SeatEvidence[], around: Circumstances): readonly Breach[] {
  const found = RULES.map((rule) => seats.flatMap((seat) => RULE_OF[rule](seat, around) ?? []));
  const firsts = found.flatMap((breaches) => breaches.slice(0, 1));
  return [...firsts, ...found.flatMap((breaches) => breaches.slice(1))];
}

function findingOf(seat: SeatEvidence, result: VerdictResult): SeatFinding {
  const { seatId, round, sales: holders } = seat;
  const doubleSells = doubleSellsOf(seat);
  return { seatId, round, confirmed: holders.length, doubleSells, result, holders };
}

const doubleSellsOf = ({ sales }: SeatEvidence): number => Math.max(0, sales.length - 1);
