// W1: at most one sale per seat and round, unless the ticket was given back in between. Committed
// sales are facts, so this is judged at once, whatever is still running, missing or out of reach.
import { causeOf } from './cause.ts';
import type { SeatEvidence } from './evidence.ts';
import { answerEntry, breachOf, releaseEntry, saleEntry } from './entries.ts';
import { areAtOnce, holdOf, type Hold } from './holds.ts';
import { howBothGotIt } from './how-both-got-it.ts';
import type { SoldTicket } from './records/index.ts';
import type { Breach, EvidenceEntry } from './types.ts';
import { enumerate, person, times } from './words.ts';

export function oneSale(seat: SeatEvidence): Breach | null {
  const [extra] = seat.tooMany;
  if (extra === undefined) return null;
  const hold = holdOf(extra);
  const rival = seat.sold.find((other) => other !== extra && areAtOnce(hold, holdOf(other)));
  const [first, second] = seat.sold.filter((ticket) => ticket === extra || ticket === rival);
  if (first === undefined || second === undefined) return null;
  const words = wordsFor(seat, first, second);
  return breachOf('W1', seat, proofOf(first, second), words, causeOf(extra, seat.sold));
}

/** Both sales; and of tickets that were given back, what proves that it was not in time. */
function proofOf(first: SoldTicket, second: SoldTicket): EvidenceEntry[] {
  const early = leastKnown(holdOf(first), holdOf(second));
  const late = leastKnown(holdOf(second), early.hold);
  return [saleEntry(first.sale), ...early.by, saleEntry(second.sale), ...late.by];
}

interface Known {
  /** What is certain of the hold by these records alone. */
  readonly hold: Hold;
  readonly by: readonly EvidenceEntry[];
}

/** The fewest records by which a ticket is seen to be held at once with the other. */
function leastKnown(hold: Hold, other: Hold): Known {
  const ways = hold.ticket.release === null ? whenKept(hold) : whenGivenBack(hold);
  return ways.find((way) => areAtOnce(way.hold, other)) ?? { hold, by: [] };
}

function whenKept(hold: Hold): Known[] {
  const { told, returned } = hold.ticket;
  // Giving it back was called, in vain: so it was held by then.
  const inVain = returned ? [releaseEntry(returned)] : [];
  return [
    { hold: { ...hold, fromNs: Infinity }, by: [] },
    { hold: { ...hold, fromNs: returned?.callNs ?? Infinity }, by: inVain },
    { hold, by: told ? [answerEntry(told)] : [] },
  ];
}

function whenGivenBack(hold: Hold): Known[] {
  const { fromNs, untilNs } = hold;
  const { told, release } = hold.ticket;
  const start = told ? [answerEntry(told)] : [];
  const end = release ? [releaseEntry(release)] : [];
  return [
    { hold: { ...hold, fromNs: untilNs }, by: end },
    { hold: { ...hold, untilNs: fromNs }, by: start },
    { hold, by: [...end, ...start] },
  ];
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
