// Random histories in which each record is made without a look at the others: whatever can be written
// down, true or not. Support of tests; the product never imports it.
import type { Answer, Outcome, Random, SeatRow } from '../../domain/index.ts';
import {
  answerOf,
  availableRow,
  BUYERS,
  chance,
  draftOf,
  pick,
  pickOutcome,
  REGIONS,
  releaseOf,
  ROUND,
  saleOf,
  soldRow,
  upTo,
  type Draft,
} from './records.ts';

export interface Options {
  readonly seats: number;
  readonly orders: number;
  /** Calls and returns lie between 0 and this. */
  readonly lastMoment: number;
  readonly releases: boolean;
  readonly seatsPerFan: number;
  /** How often a record contradicts the others. */
  readonly lies: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

export function arbitraryDraft(random: Random, options: Options): Draft {
  const seatIds = Array.from({ length: options.seats }, (_, at) => `A${at + 1}`);
  const draft = draftOf(seatIds);
  draft.seatsPerFan = options.seatsPerFan;
  for (let order = 1; order <= options.orders; order += 1) {
    // Fans buy a seat each, so that only their limit matters.
    const seatId =
      options.seats > 3 ? `A${1 + ((order - 1) % options.seats)}` : pick(random, seatIds);
    addOrder(random, draft, options, `order-${order}`, seatId);
  }
  const regions = REGIONS.slice(0, 1 + upTo(random, 2));
  const rows = seatIds.flatMap((seatId) => someRow(random, draft, seatId, options.lies));
  draft.tables = regions.map((region) => ({ region, rows }));
  return draft;
}

function addOrder(
  random: Random,
  draft: Draft,
  { lastMoment, releases, lies, outcomes, seatsPerFan }: Options,
  orderId: string,
  seatId: string,
): void {
  const callNs = upTo(random, lastMoment);
  const returnNs = Math.min(lastMoment, callNs + upTo(random, pick(random, [1, 3, lastMoment])));
  const outcome = pickOutcome(random, outcomes);
  const reasons = seatsPerFan > 0 ? REASONS_WITH_LIMIT : REASONS;
  const answer = answerOf(random, {
    orderId,
    seatId,
    round: chance(random, lies) ? pick(random, [ROUND - 1, ROUND + 1]) : ROUND,
    buyer: pick(random, BUYERS),
    outcome,
    rejectionReason: outcome === 'REJECTED' ? pick(random, reasons) : null,
    lost: outcome === 'CONFIRMED' && chance(random, 0.15),
    callNs,
    returnNs,
  });
  const sold = { CONFIRMED: 1 - lies, INDETERMINATE: 0.5, REJECTED: lies / 2, FAILED: lies };
  if (!chance(random, lies / 2)) draft.answers.push(answer);
  if (chance(random, sold[outcome])) draft.sales.push(saleOf(random, answer));
  if (releases && outcome === 'CONFIRMED' && chance(random, 0.8)) {
    const calledNs = returnNs + upTo(random, 2);
    const given = { callNs: calledNs, returnNs: calledNs + upTo(random, 2) };
    draft.releases.push(releaseOf(answer, { ...given, outcome: pick(random, RELEASES) }));
  }
}

const REASONS: readonly Answer['rejectionReason'][] = ['SEAT_TAKEN', 'SEAT_TAKEN', null];
const REASONS_WITH_LIMIT: typeof REASONS = [
  'SEAT_TAKEN',
  ...Array.from({ length: 9 }, () => 'FAN_LIMIT' as const),
];
const RELEASES = ['RELEASED', 'RELEASED', 'RELEASED', 'INDETERMINATE', 'FAILED'] as const;

/** The row that a table may show of this seat: as a rule the last sale's. */
function someRow(random: Random, draft: Draft, seatId: string, lies: number): SeatRow[] {
  const answer = draft.answers.findLast((it) => it.seatId === seatId);
  const sold = draft.sales.findLast((sale) => sale.seatId === seatId && sale.round === ROUND);
  if (chance(random, lies)) return [];
  const round = pick(random, [ROUND - 1, ROUND, ROUND + 1]);
  if (chance(random, lies)) return [availableRow(seatId, round)];
  // A row keeps the names of its last write, whatever its status and its round.
  if (chance(random, lies) && sold !== undefined) {
    const row = soldRow({ ...sold, orderId: sold.id, round });
    return [chance(random, 0.5) ? row : { ...row, status: 'AVAILABLE' }];
  }
  if (chance(random, lies) && answer !== undefined) return [soldRow(answer)];
  return [sold === undefined ? availableRow(seatId) : soldRow({ ...sold, orderId: sold.id })];
}
