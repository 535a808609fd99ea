// Examines the records by every rule: the tickets are surveyed in one pass, row by row, and only the
// seats and fans where a rule may be broken are looked at in full.
import { CAUSES, compareText, type Answer, type Cause, type SaleRule } from '../domain/index.ts';
import { causesOf } from './cause.ts';
import { circumstancesOf, type Circumstances, type Reading } from './circumstances.ts';
import { findDenials, type Denials } from './denials.ts';
import { evidenceOf, type SeatEvidence } from './evidence.ts';
import { fansOf } from './fans.ts';
import { isFanLimit, type Records } from './records/index.ts';
import type { SeatRule } from './rule.ts';
import {
  suspectLimits,
  suspectOrders,
  suspectRejections,
  suspectSeats,
  type Wanted,
} from './suspects.ts';
import { survey, type Survey } from './survey.ts';
import { RULES, type Breach, type Rule, type SeatFinding } from './types.ts';
import { oneSale } from './w1-one-sale.ts';
import { noLostConfirmation } from './w2-no-lost-confirmation.ts';
import { noGhostTicket } from './w3-no-ghost-ticket.ts';
import { hiddenSalesOf, tableAgrees } from './w4-table-agrees.ts';
import { noWrongLimit, wrongLimitsOf } from './w5-no-wrong-limit.ts';
import { noWrongRejection, wrongRejectionsOf } from './w5-no-wrong-rejection.ts';
import { overLimitOf, withinLimit } from './w6-fan-limit.ts';
import { oneSaleAnOrder } from './w7-one-sale-an-order.ts';

/** What the rules found, and what was counted on the way. */
export interface Examination {
  readonly around: Circumstances;
  readonly found: Survey;
  readonly breaches: Readonly<Record<Rule, Breach[]>>;
  /** Seats at which a rule about a seat is broken. */
  readonly broken: ReadonlySet<string>;
  readonly oversold: readonly SeatFinding[];
  readonly causes: Readonly<Record<Cause, number>>;
  readonly doubleSells: number;
  readonly hiddenSales: number;
  readonly wrongRejections: number;
  readonly overLimit: number;
}

const SEAT_RULES: Readonly<Partial<Record<Rule, SeatRule>>> = {
  W1: oneSale,
  W2: noLostConfirmation,
  W3: noGhostTicket,
  W4: tableAgrees,
};

export function examine(
  records: Records,
  reading: Reading,
  rule: SaleRule | undefined,
): Examination {
  const around = circumstancesOf(reading, records);
  const found = survey(records);
  const suspect = suspectSeats(records, found, around);
  const wanted: Wanted = new Map();
  if (around.historyFinal) {
    suspectRejections(records, found, wanted);
    suspectLimits(records, wanted);
  }
  for (const seat of wanted.keys()) suspect[seat] = 1;
  suspectOrders(records, found, suspect, around, wanted);
  const denials = findDenials(records, wanted);
  const examiner = new Examiner(around, found);
  suspect.forEach((isSuspect, seat) => {
    if (isSuspect === 1) examiner.seat(evidenceOf(records, denials, seat, around.tablesRead));
  });
  if (rule !== undefined) examiner.fans(records, denials, rule.seatsPerFan);
  examiner.breaches.W7 = oneSaleAnOrder(records);
  return examiner;
}

class Examiner implements Examination {
  readonly around: Circumstances;
  readonly found: Survey;
  readonly breaches = perKey(RULES, (): Breach[] => []);
  readonly broken = new Set<string>();
  readonly oversold: SeatFinding[] = [];
  readonly causes = perKey(CAUSES, () => 0);
  doubleSells = 0;
  hiddenSales = 0;
  wrongRejections = 0;
  overLimit = 0;

  constructor(around: Circumstances, found: Survey) {
    this.around = around;
    this.found = found;
  }

  seat(seat: SeatEvidence): void {
    for (const rule of RULES) this.#note(SEAT_RULES[rule]?.(seat, this.around) ?? null);
    const wrong = wrongRejectionsOf(seat, this.around);
    this.wrongRejections += wrong.length;
    this.#note(noWrongRejection(seat, wrong));
    this.hiddenSales += hiddenSalesOf(seat, this.around);
    const { sold, tooMany } = seat;
    if (tooMany.length === 0) return;
    this.doubleSells += tooMany.length;
    for (const cause of causesOf(tooMany, sold)) this.causes[cause] += 1;
    this.oversold.push(findingOf(seat));
  }

  fans(records: Records, denials: Denials, limit: number): void {
    const fans = fansOf(records);
    for (const fan of fans.values()) {
      this.overLimit += overLimitOf(fan, limit);
      const breach = withinLimit(fan, limit);
      if (breach !== null) this.breaches.W6.push(breach);
    }
    if (!this.around.historyFinal) return;
    for (const [name, ofFan] of limitsByBuyer(denials)) {
      const wrong = wrongLimitsOf(fans.get(name), ofFan, limit);
      this.wrongRejections += wrong.length;
      const breach = noWrongLimit(fans.get(name), wrong, limit);
      if (breach !== null) this.breaches.W5.push(breach);
    }
  }

  #note(breach: Breach | null): void {
    if (breach === null) return;
    this.breaches[breach.rule].push(breach);
    this.broken.add(breach.seatId);
  }
}

/** @param result VIOLATED of a seat with sales too many */
function findingOf({ seatId, round, sold, tooMany }: SeatEvidence): SeatFinding {
  const [confirmed, doubleSells] = [sold.length, tooMany.length];
  const holders = sold.map(({ sale }) => sale);
  return { seatId, round, confirmed, doubleSells, result: 'VIOLATED', holders };
}

/** Rejections by the limit, in order of name. */
function limitsByBuyer(denials: Denials): [string, Answer[]][] {
  const byName = new Map<string, Answer[]>();
  for (const ofSeat of denials.values()) {
    for (const denial of ofSeat.values()) {
      if (!isFanLimit(denial)) continue;
      const own = byName.get(denial.buyer);
      if (own === undefined) byName.set(denial.buyer, [denial]);
      else own.push(denial);
    }
  }
  return [...byName].sort(([one], [other]) => compareText(one, other));
}

function perKey<Key extends string, Value>(
  keys: readonly Key[],
  value: () => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, value()])) as Record<Key, Value>;
}
