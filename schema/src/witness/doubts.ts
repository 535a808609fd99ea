// Why a verdict cannot be given: every reason for UNPROVEN, in words. Saying "I do not know, because"
// is what makes the other two verdicts worth something.
import { compareText, type SaleRule } from '../domain/index.ts';
import type { Circumstances, Reading } from './circumstances.ts';
import { ticketsOf } from './evidence.ts';
import type { Records } from './records/index.ts';
import type { Survey } from './survey.ts';
import { counted, enumerate, person } from './words.ts';

/** What a doubt is about. */
export interface Question {
  /** The numbers of the seats that are asked about, in the order of the scope. */
  readonly seats: readonly number[];
  readonly records: Records;
  readonly found: Survey;
  readonly reading: Reading;
  readonly around: Circumstances;
  readonly rule: SaleRule | undefined;
}

/** All reasons to doubt what these seats seem to show; empty when there are none. */
export function doubtsAbout(question: Question): readonly string[] {
  return [
    ...nothingSold(question),
    ...runningOrders(question),
    ...missingAnswers(question),
    ...missingReleases(question),
    ...unknownRule(question),
    ...outOfReach(question),
    ...notConverged(question),
    ...question.reading.holes,
  ];
}

function nothingSold({ seats, found, reading }: Question): string[] {
  if (seats.length === 0) return ['No seat is on sale.'];
  // A ledger that was not read whole, or is being written, says nothing, not even that it is empty.
  const { unreachable, pending, converged } = reading;
  if (unreachable.length > 0 || pending > 0 || !converged) return [];
  return seats.some((seat) => found.sales[seat] !== 0) ? [] : ['Nothing has been sold yet.'];
}

function runningOrders({ reading: { pending } }: Question): string[] {
  if (pending === 0) return [];
  return [`${counted(pending, 'order')} ${pending === 1 ? 'is' : 'are'} still running.`];
}

function missingAnswers({ seats, records, found }: Question): string[] {
  const concerned = seats.filter((seat) => found.undecided[seat] !== 0);
  const missing = concerned.flatMap((seat) =>
    ticketsOf(records, seat)
      .flatMap(({ told }) => (told?.outcome === 'INDETERMINATE' ? told : []))
      .sort(byOrderId),
  );
  if (missing.length === 0) return [];
  const names = enumerate(missing, (answer) => `${person(answer)} for ${answer.seatId}`);
  const are = missing.length === 1 ? 'is' : 'are';
  return [`${counted(missing.length, 'answer')} ${are} missing (INDETERMINATE): ${names}.`];
}

function missingReleases({ seats, records, found }: Question): string[] {
  const concerned = seats.filter(
    (seat) => found.givenBack[seat] === 1 || found.undecided[seat] !== 0,
  );
  const missing = concerned.flatMap((seat) =>
    ticketsOf(records, seat)
      .flatMap(({ release }) => (release?.outcome === 'INDETERMINATE' ? release : []))
      .sort(byOrderId),
  );
  if (missing.length === 0) return [];
  const names = enumerate(missing, (release) => `${person(release)} for ${release.seatId}`);
  const were =
    missing.length === 1 ? 'Whether 1 ticket was' : `Whether ${missing.length} tickets were`;
  return [`${were} given back is not known (INDETERMINATE): ${names}.`];
}

/** Without it, neither the rejections nor the tickets of a fan can be judged. */
function unknownRule({ records, rule }: Question): string[] {
  if (rule !== undefined || records.crowd.ofFanLimit.length === 0) return [];
  return ['Buyers were turned away by a limit of seats a fan, but the history does not say which.'];
}

function outOfReach({ records: { tables }, reading }: Question): string[] {
  const words = (what: string) => (it: { region: string; reason: string }) =>
    `The ${what} of ${it.region} could not be read: ${it.reason}.`;
  // While orders run the tables are not asked: that is doubt enough.
  const none = tables.count === 0 && reading.pending === 0 ? ['No seats table was read.'] : [];
  const ledgers = reading.unreachable.map(words('ledger'));
  return [...ledgers, ...tables.unreachable.map(words('seats table')), ...none].sort();
}

function notConverged({ seats, records, reading, around }: Question): string[] {
  const different: string[] = [];
  const later: string[] = [];
  // Unless every table was read, they show nothing of any seat.
  for (const seat of around.tablesRead ? seats : []) {
    const shown = records.tables.shownOf(seat, around.tablesRead);
    if (shown.state === 'DIFFERENT') different.push(records.seats.idOf(seat));
    if (shown.state === 'AGREED' && shown.row.round > records.seats.roundOf(seat)) {
      later.push(records.seats.idOf(seat));
    }
  }
  const doubts: string[] = [];
  if (!reading.converged) doubts.push('The ledgers of the Regions do not show the same sales yet.');
  if (different.length > 0) {
    doubts.push(`The Regions have not converged: their tables differ on ${named(different)}.`);
  }
  if (later.length > 0) {
    doubts.push(`This reading is stale: the seats table shows a later round of ${named(later)}.`);
  }
  return doubts;
}

interface OfOrder {
  readonly orderId: string;
}

const byOrderId = (one: OfOrder, other: OfOrder): number => compareText(one.orderId, other.orderId);

const named = (seatIds: readonly string[]): string =>
  `${counted(seatIds.length, 'seat')} (${enumerate(seatIds, (seatId) => seatId)})`;
