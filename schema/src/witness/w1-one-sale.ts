// W1: at most one sale per seat and round, unless the ticket was given back in between. Committed
// sales are facts, so this is judged at once, whatever is still running, missing or out of reach.
import { causeOf } from './cause.ts';
import type { SeatEvidence } from './evidence.ts';
import { answerEntry, breachOf, releaseEntry, saleEntry } from './entries.ts';
import { areAtOnce, holdOf, salesTooMany } from './holds.ts';
import { howBothGotIt } from './how-both-got-it.ts';
import type { SoldTicket } from './records/index.ts';
import type { Breach, EvidenceEntry } from './types.ts';
import { enumerate, person, times } from './words.ts';

export function oneSale(seat: SeatEvidence): Breach | null {
  const [extra] = salesTooMany(seat.sold);
  const other = seat.sold.find((ticket) => ticket !== extra && isRivalOf(extra, ticket));
  if (extra === undefined || other === undefined) return null;
  const pair = seat.sold.indexOf(extra) < seat.sold.indexOf(other) ? [extra, other] : [other, extra];
  const [first = other, second = extra] = pair;
  const words = wordsFor(seat, first, second);
  const entries = [...proofOf(first, second), ...proofOf(second, first)];
  return breachOf('W1', seat, entries, words, causeOf(extra, seat.sold));
}

function isRivalOf(extra: SoldTicket | undefined, ticket: SoldTicket): boolean {
  return extra !== undefined && areAtOnce(holdOf(extra), holdOf(ticket));
}

/** The sale; and if it was given back, that this was called only after the other had its own. */
function proofOf({ sale, release }: SoldTicket, { told }: SoldTicket): EvidenceEntry[] {
  const returned = release === null || told === null ? [] : [answerEntry(told)];
  return [saleEntry(sale), ...(release === null ? [] : [releaseEntry(release)]), ...returned];
}

function wordsFor(seat: SeatEvidence, first: SoldTicket, second: SoldTicket): string {
  const { seatId, round, sold } = seat;
  const how = howBothGotIt(first, second);
  const only = onlyOneIsShown(seat);
  const both = `${person(first.sale)} and ${person(second.sale)}`;
  if (sold.some(({ release }) => release !== null)) {
    const held = `${both} held ${seatId} of round ${round} at the same time`;
    return `${held}${how === '' ? '' : `: ${how}`}${only}.`;
  }
  if (sold.length === 2) {
    return `${both} both hold ${seatId} of round ${round}${how === '' ? '' : `: ${how}`}${only}.`;
  }
  const holders = enumerate(sold, ({ sale }) => person(sale));
  const sales = `${seatId} was sold ${times(sold.length)} in round ${round}`;
  const because = how === '' ? '' : `; of ${first.sale.buyer} and ${second.sale.buyer}, ${how}`;
  return `${sales}: ${holders} hold it${because}${only}.`;
}

/** The table has room for one owner: where it shows one, the others are hidden. */
function onlyOneIsShown({ shown, round }: SeatEvidence): string {
  if (shown.state !== 'AGREED' || shown.row.round !== round) return '';
  return shown.row.status === 'SOLD' ? `; the seats table shows only ${shown.row.owner ?? ''}` : '';
}
