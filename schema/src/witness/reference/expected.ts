// What the Witness has to say, worked out from the definitions of W1 to W7 alone: each rule is one
// naive look at all records. Support of tests; the product never imports it.
import type { Answer, VerdictResult } from '../../domain/index.ts';
import type { WitnessInput } from '../types.ts';
import { hiddenSalesOf, isHistoryWhole, isLedgerFinal, shownOf, tableDisagrees } from './tables.ts';
import {
  allTickets,
  fewestTooMany,
  recordsOf,
  soldTickets,
  wronglyToldLimit,
  wronglyToldTaken,
  type SeatRecords,
} from './tickets.ts';

export interface Expected {
  readonly result: VerdictResult;
  /** Each breach once, sorted: "W1 A1", "W6 Ana", "W7 order-3". */
  readonly accusations: readonly string[];
  readonly sales: number;
  readonly seatsSold: number;
  readonly doubleSells: number;
  /** The seats with sales too many, each with how many. */
  readonly oversold: readonly string[];
  readonly overLimit: number;
  readonly wrongRejections: number;
  readonly hiddenSales: number;
}

export function expectedOf(input: WitnessInput): Expected {
  const seats = recordsOf(input);
  const tooMany = seats.map((seat) => fewestTooMany(soldTickets(seat)));
  const wrong = wrongRejectionsOf(input, seats);
  const fans = fansOverLimit(input, seats);
  const named = (rule: string, ids: readonly string[]): string[] =>
    ids.map((id) => `${rule} ${id}`);
  const seatIds = (breaks: (seat: SeatRecords) => boolean): string[] =>
    seats.filter(breaks).map(({ seatId }) => seatId);
  const accusations = [
    ...named(
      'W1',
      seatIds((seat) => (tooMany[seats.indexOf(seat)] ?? 0) > 0),
    ),
    ...named('W2', isLedgerFinal(input) ? seatIds(hasLostConfirmation) : []),
    ...named('W3', isHistoryWhole(input) ? seatIds(hasGhost) : []),
    ...named(
      'W4',
      seatIds((seat) => tableDisagrees(input, seat)),
    ),
    ...named('W5', [...new Set(wrong.map(accusedOf))]),
    ...named('W6', [...fans.keys()]),
    ...named('W7', ordersSoldTwice(seats)),
  ].sort();
  return {
    result:
      accusations.length > 0 ? 'VIOLATED' : hasDoubt(input, seats) ? 'UNPROVEN' : 'LINEARIZABLE',
    accusations,
    sales: sum(seats.map(({ sales }) => sales.length)),
    seatsSold: seats.filter(({ sales }) => sales.length > 0).length,
    doubleSells: sum(tooMany),
    oversold: seats
      .map(({ seatId }, at) => `${seatId}: ${tooMany[at] ?? 0}`)
      .filter((_, at) => tooMany[at] !== 0),
    overLimit: sum([...fans.values()]),
    wrongRejections: wrong.length,
    hiddenSales: sum(seats.map((seat) => hiddenSalesOf(input, seat))),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

/** W2 */
const hasLostConfirmation = ({ answers, sales }: SeatRecords): boolean =>
  answers.some(
    ({ outcome, orderId }) => outcome === 'CONFIRMED' && !sales.some(({ id }) => id === orderId),
  );

/** W3 */
const hasGhost = ({ answers, sales }: SeatRecords): boolean =>
  sales.some(
    ({ id }) =>
      !answers.some(
        ({ orderId, outcome }) =>
          orderId === id && (outcome === 'CONFIRMED' || outcome === 'INDETERMINATE'),
      ),
  );

/** W5 accuses a seat, or a fan. */
export const accusedOf = ({ rejectionReason, buyer, seatId }: Answer): string =>
  rejectionReason === 'FAN_LIMIT' ? buyer : seatId;

/** W5, of seats and of fans. */
function wrongRejectionsOf(input: WitnessInput, seats: readonly SeatRecords[]): Answer[] {
  if (!isHistoryWhole(input)) return [];
  const rejectedFor = (seat: SeatRecords, isForLimit: boolean): Answer[] =>
    seat.answers.filter(
      ({ outcome, rejectionReason }) =>
        outcome === 'REJECTED' && (rejectionReason === 'FAN_LIMIT') === isForLimit,
    );
  const taken = seats.flatMap((seat) =>
    wronglyToldTaken(allTickets(seat), rejectedFor(seat, false)),
  );
  if (input.rule === undefined) return taken;
  const { seatsPerFan } = input.rule;
  const limited = seats.flatMap((seat) => rejectedFor(seat, true));
  const fans = [...new Set(limited.map(({ buyer }) => buyer))];
  return fans.reduce<Answer[]>((wrong, fan) => {
    const tickets = seats.flatMap(allTickets).filter(({ buyer }) => buyer === fan);
    const rejections = limited.filter(({ buyer }) => buyer === fan);
    return [...wrong, ...wronglyToldLimit(tickets, rejections, seatsPerFan)];
  }, taken);
}

/** W6: how many tickets each fan has too many. */
function fansOverLimit({ rule }: WitnessInput, seats: readonly SeatRecords[]): Map<string, number> {
  const over = new Map<string, number>();
  if (rule === undefined) return over;
  const buyers = seats.flatMap(({ sales }) => sales.map(({ buyer }) => buyer));
  for (const fan of buyers) {
    const excess = buyers.filter((buyer) => buyer === fan).length - rule.seatsPerFan;
    if (excess > 0) over.set(fan, excess);
  }
  return over;
}

/** W7 */
function ordersSoldTwice(seats: readonly SeatRecords[]): string[] {
  const ids = seats.flatMap(({ sales }) => sales.map(({ id }) => id));
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

/** Why nothing can be proven, without its words. */
function hasDoubt(input: WitnessInput, seats: readonly SeatRecords[]): boolean {
  const { ledger, tables, pending, holes, rule } = input;
  const isOpen = seats.some(({ answers, releases }) =>
    [...answers, ...releases].some(({ outcome }) => outcome === 'INDETERMINATE'),
  );
  const isStale = seats.some(({ seatId, round }) => {
    const shown = shownOf(input, seatId);
    if (shown === 'UNREAD' || shown === null) return false;
    return shown === 'DIFFERENT' || shown.round > round;
  });
  const isLimitUnknown =
    rule === undefined &&
    seats.some(({ answers }) => answers.some((it) => it.rejectionReason === 'FAN_LIMIT'));
  return (
    isLimitUnknown ||
    seats.every(({ sales }) => sales.length === 0) ||
    pending > 0 ||
    holes.length > 0 ||
    isOpen ||
    !ledger.converged ||
    ledger.unreachable.length > 0 ||
    tables.length === 0 ||
    tables.some((table) => 'unreachable' in table) ||
    isStale
  );
}
