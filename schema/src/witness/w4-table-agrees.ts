// W4: the seats table of every Region agrees with the ledger. Judged only when nothing can move any
// more: no order runs or lost its answer, every table and ledger was read, and the Regions agree.
// Sales that a truthful table has no room for are not a breach of W4 (W1 has them): they are counted.
import type { SeatRow } from '../domain/index.ts';
import type { Circumstances } from './circumstances.ts';
import { breachOf, releaseEntry, rowEntry, saleEntry } from './entries.ts';
import type { SeatEvidence } from './evidence.ts';
import type { SoldTicket } from './records/index.ts';
import type { Breach, EvidenceEntry } from './types.ts';
import { enumerate, person, seatInRound } from './words.ts';

export function tableAgrees(seat: SeatEvidence, around: Circumstances): Breach | null {
  const { shown } = seat;
  if (!isSettled(seat, around)) return null;
  if (shown.state === 'UNREAD' || shown.state === 'DIFFERENT') return null;
  const row = shown.state === 'AGREED' ? shown.row : null;
  const found = row === null ? missing(seat) : disagreement(seat, row);
  if (found === null) return null;
  const entries = [...(row === null ? [] : [rowEntry(row)]), ...found.against];
  return breachOf('W4', seat, entries, found.words);
}

/** Tickets of this seat that the tables do not show; 0 until the Regions have converged. */
export function hiddenSalesOf(seat: SeatEvidence, around: Circumstances): number {
  const { shown } = seat;
  if (!around.ledgerFinal) return 0;
  if (shown.state === 'UNREAD' || shown.state === 'DIFFERENT') return 0;
  const visible = shown.state === 'AGREED' ? shownSale(seat, shown.row) : undefined;
  return held(seat).filter((ticket) => ticket !== visible).length;
}

interface Disagreement {
  readonly words: string;
  /** What the row cannot be true beside; none where it is wrong by itself. */
  readonly against: readonly EvidenceEntry[];
}

function missing(seat: SeatEvidence): Disagreement | null {
  const holding = held(seat);
  if (holding.length === 0) return null;
  const words = `The seats table has no seat ${seat.seatId}, but ${holders(holding)}.`;
  return { words, against: firstSale(holding) };
}

/** Why the row and the ledger cannot both be true, or null. A later round is a stale reading. */
function disagreement(seat: SeatEvidence, row: SeatRow): Disagreement | null {
  const { seatId, round } = seat;
  if (row.round > round) return null;
  if (row.round < round) {
    const words = `The seats table still shows round ${row.round} of ${seatId}, which is in round ${round}.`;
    return { words, against: [] };
  }
  if (row.status === 'AVAILABLE') {
    const holding = held(seat);
    if (holding.length === 0) return null;
    const words = `The seats table says ${seatInRound(seat)} is available, but ${holders(holding)}.`;
    return { words, against: firstSale(holding) };
  }
  const sale = shownSale(seat, row);
  return sale === undefined ? withoutTicket(seat, row) : givenBack(seat, sale);
}

function withoutTicket(seat: SeatEvidence, { owner, orderId }: SeatRow): Disagreement {
  const failed = seat.denials.get(orderId ?? '')?.outcome === 'FAILED';
  const says = `The seats table says ${owner ?? 'nobody'} owns ${seatInRound(seat)}, but`;
  const because = failed ? ' (the order failed half-way)' : '';
  if (seat.sold.length === 0) {
    return { words: `${says} no ticket was ever issued${because}.`, against: [] };
  }
  const others = `${says} that order has no ticket${because}; ${holders(seat.sold)}.`;
  return { words: others, against: firstSale(seat.sold) };
}

/** Who is shown gave it back for certain: whether it was sold again or not, the row is not true. */
function givenBack(seat: SeatEvidence, { sale, release }: SoldTicket): Disagreement | null {
  if (release?.outcome !== 'RELEASED') return null;
  const says = `The seats table says ${sale.buyer} owns ${seatInRound(seat)}`;
  return {
    words: `${says}, but ${person(sale)} gave it back.`,
    against: [releaseEntry(release)],
  };
}

/** A release without an answer is no matter: whether it took effect, either row is right. */
function isSettled(seat: SeatEvidence, around: Circumstances): boolean {
  if (!around.ledgerFinal) return false;
  return !seat.tickets.some((it) => it.isUnsure && it.told?.outcome === 'INDETERMINATE');
}

/** Tickets that were not given back, and cannot have been. */
const held = ({ sold }: SeatEvidence): readonly SoldTicket[] =>
  sold.filter(({ release }) => release === null);

const firstSale = (sold: readonly SoldTicket[]): EvidenceEntry[] =>
  sold.slice(0, 1).map(({ sale }) => saleEntry(sale));

function holders(sold: readonly SoldTicket[]): string {
  const names = enumerate(sold, ({ sale }) => person(sale));
  return `${names} ${sold.length === 1 ? 'holds a ticket' : 'hold tickets'}`;
}

/** The sale that a SOLD row of the current round stands for. */
function shownSale({ round, sold }: SeatEvidence, row: SeatRow): SoldTicket | undefined {
  if (row.round !== round || row.status !== 'SOLD') return undefined;
  return sold.findLast(({ sale }) => sale.id === row.orderId && sale.buyer === row.owner);
}
