// Folds what the rules found into one finding. Any breach is VIOLATED; otherwise any doubt is
// UNPROVEN; only what is left is LINEARIZABLE.
import type { SaleRule, VerdictResult } from '../domain/index.ts';
import type { Reading } from './circumstances.ts';
import { doubtsAbout, type Question } from './doubts.ts';
import { isSold, inOrderOfSale, ticketsOf } from './evidence.ts';
import { examine, type Examination } from './examine.ts';
import { salesTooMany } from './holds.ts';
import type { Records } from './records/index.ts';
import { OUTSIDE } from './records/seats.ts';
import { RULES, type Breach, type Finding, type Rule, type SeatFinding } from './types.ts';
import { boundReasons } from './words.ts';

/** The finding, and with it that of one seat, at the cost of that seat alone. */
export type Conclusion = (focusSeat?: string) => Finding;

export function conclude(
  records: Records,
  reading: Reading,
  rule: SaleRule | undefined,
): Conclusion {
  const examination = examine(records, reading, rule);
  const { around, found } = examination;
  const about = (seats: readonly number[]): Question => ({
    ...{ seats, records, found, reading, around, rule },
  });
  const breaches = inOrderOfWeight(examination.breaches);
  const isBroken = breaches.length > 0;
  const reasons = isBroken
    ? breaches.map(({ words }) => words)
    : doubtsAbout(about(records.seats.numbers));
  const whole: Omit<Finding, 'focus'> = {
    result: resultOf(isBroken, reasons),
    reasons: boundReasons(reasons),
    unreadRegions: reading.unreachable.map(({ region }) => region).sort(),
    ...soldOf(found.sales),
    ...countsOf(examination),
    breaches,
  };
  return (focusSeat) => {
    const seat = focusSeat === undefined ? OUTSIDE : records.seats.numberOf(focusSeat);
    if (seat === OUTSIDE) return { ...whole, focus: null };
    const isSeatBroken = examination.broken.has(records.seats.idOf(seat));
    const result = resultOf(isSeatBroken, doubtsAbout(about([seat])));
    return { ...whole, focus: findingOf(records, seat, result) };
  };
}

function soldOf(salesBySeat: Int32Array): Pick<Finding, 'sales' | 'seatsSold'> {
  let [sales, seatsSold] = [0, 0];
  for (const sold of salesBySeat) {
    sales += sold;
    if (sold > 0) seatsSold += 1;
  }
  return { sales, seatsSold };
}

function countsOf(examination: Examination) {
  const { doubleSells, causes, overLimit, wrongRejections, hiddenSales, oversold } = examination;
  return { doubleSells, causes, overLimit, wrongRejections, hiddenSales, oversold };
}

/** Breach, doubt, or neither: in this order. */
function resultOf(isBroken: boolean, reasons: readonly string[]): VerdictResult {
  if (isBroken) return 'VIOLATED';
  return reasons.length > 0 ? 'UNPROVEN' : 'LINEARIZABLE';
}

/** The first breach of each rule comes first, so that a flood of one rule never hides another. */
function inOrderOfWeight(found: Readonly<Record<Rule, readonly Breach[]>>): readonly Breach[] {
  const firsts = RULES.flatMap((rule) => found[rule].slice(0, 1));
  return [...firsts, ...RULES.flatMap((rule) => found[rule].slice(1))];
}

function findingOf(records: Records, seat: number, result: VerdictResult): SeatFinding {
  const sold = inOrderOfSale(ticketsOf(records, seat).filter(isSold));
  return {
    seatId: records.seats.idOf(seat),
    round: records.seats.roundOf(seat),
    confirmed: sold.length,
    doubleSells: salesTooMany(sold).length,
    result,
    holders: sold.map(({ sale }) => sale),
  };
}
