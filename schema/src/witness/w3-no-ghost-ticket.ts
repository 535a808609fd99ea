// W3: every sale belongs to an order that was told CONFIRMED, or whose answer is missing
// (INDETERMINATE). Judged only when no order runs and the history is whole: a hole may have
// swallowed the answer.
import type { Circumstances } from './circumstances.ts';
import { breachOf, saleEntry } from './entries.ts';
import type { SeatEvidence } from './evidence.ts';
import type { SoldTicket } from './records/index.ts';
import type { Breach } from './types.ts';
import { counted, enumerate, seatInRound } from './words.ts';

export function noGhostTicket(seat: SeatEvidence, around: Circumstances): Breach | null {
  if (!around.historyFinal) return null;
  const ghosts = seat.sold.filter(({ told }) => told === null);
  const [first] = ghosts;
  if (first === undefined) return null;
  const words =
    `The ledger has ${counted(ghosts.length, 'sale')} of ${seatInRound(seat)} ` +
    `that no buyer was told of: ${enumerate(ghosts, (ghost) => withAnswer(ghost, seat))}.`;
  return breachOf('W3', seat, [saleEntry(first.sale)], words);
}

function withAnswer({ sale: { id, buyer, region } }: SoldTicket, { denials }: SeatEvidence) {
  const denied = denials.get(id);
  const answer = denied === undefined ? 'no such order is known' : `was told ${denied.outcome}`;
  return `${buyer} (${region}, ${answer})`;
}
