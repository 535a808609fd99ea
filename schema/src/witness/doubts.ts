// Why a verdict cannot be given: every reason for UNPROVEN, in words. Saying "I do not know, because"
// is what makes the other two verdicts worth something.
import { type Circumstances, type SeatEvidence, shownOf } from './evidence.ts';
import type { WitnessInput } from './types.ts';
import { counted, enumerate, person } from './words.ts';

/** The reading itself, apart from its records. */
export type Reading = Pick<WitnessInput, 'ledger' | 'tables' | 'holes' | 'pending'>;

/** All reasons to doubt what these seats seem to show; empty when there are none. */
export function doubtsAbout(
  seats: readonly SeatEvidence[],
  reading: Reading,
  around: Circumstances,
): readonly string[] {
  return [
    ...nothingSold(seats, reading),
    ...runningOrders(reading),
    ...missingAnswers(seats),
    ...outOfReach(reading),
    ...notConverged(seats, reading, around),
    ...reading.holes,
  ];
}

function nothingSold(seats: readonly SeatEvidence[], { ledger, pending }: Reading): string[] {
  if (seats.length === 0) return ['No seat is on sale.'];
  // A ledger that was not read, or is being written, says nothing, not even that it is empty.
  if (ledger.unreachable.length > 0 || pending > 0) return [];
  return seats.some((seat) => seat.sales.length > 0) ? [] : ['Nothing has been sold yet.'];
}

function runningOrders({ pending }: Reading): string[] {
  if (pending === 0) return [];
  return [`${counted(pending, 'order')} ${pending === 1 ? 'is' : 'are'} still running.`];
}

function missingAnswers(seats: readonly SeatEvidence[]): string[] {
  const missing = seats.flatMap((seat) => seat.told.INDETERMINATE);
  if (missing.length === 0) return [];
  const names = enumerate(missing, (answer) => `${person(answer)} for ${answer.seatId}`);
  const are = missing.length === 1 ? 'is' : 'are';
  return [`${counted(missing.length, 'answer')} ${are} missing (INDETERMINATE): ${names}.`];
}

function outOfReach({ ledger, tables, pending }: Reading): string[] {
  const unread = tables.flatMap((table) =>
    'unreachable' in table
      ? [`The seats table of ${table.region} could not be read: ${table.unreachable}.`]
      : [],
  );
  const ledgers = ledger.unreachable.map(
    ({ region, reason }) => `The ledger of ${region} could not be read: ${reason}.`,
  );
  // While orders run the tables are not asked: that is doubt enough.
  const none = tables.length === 0 && pending === 0 ? ['No seats table was read.'] : [];
  return [...ledgers, ...unread, ...none].sort();
}

function notConverged(
  seats: readonly SeatEvidence[],
  { ledger }: Reading,
  around: Circumstances,
): string[] {
  const different: string[] = [];
  const later: string[] = [];
  for (const seat of seats) {
    const shown = shownOf(seat, around);
    if (shown.state === 'DIFFERENT') different.push(seat.seatId);
    if (shown.state === 'AGREED' && shown.row.round > seat.round) later.push(seat.seatId);
  }
  const doubts: string[] = [];
  if (!ledger.converged) doubts.push('The ledgers of the Regions do not show the same sales yet.');
  if (different.length > 0) {
    doubts.push(`The Regions have not converged: their tables differ on ${named(different)}.`);
  }
  if (later.length > 0) {
    doubts.push(`This reading is stale: the seats table shows a later round of ${named(later)}.`);
  }
  return doubts;
}

const named = (seatIds: readonly string[]): string =>
  `${counted(seatIds.length, 'seat')} (${enumerate(seatIds, (seatId) => seatId)})`;
