// W3: every sale belongs to an order that was told CONFIRMED, or whose answer is missing
// (INDETERMINATE). Judged only when no order runs and the history is whole: a hole may have
// swallowed the answer.
import type { Sale } from '../domain/index.ts';
import type { Circumstances, SeatEvidence } from './evidence.ts';
import { evidenceOf } from './rule.ts';
import type { Breach } from './types.ts';
import { counted, enumerate, seatInRound } from './words.ts';

export function noGhostTicket(seat: SeatEvidence, around: Circumstances): Breach | null {
  const { sales, told } = seat;
  if (around.pending > 0 || !around.historyWhole || sales.length === 0) return null;
  const vouched = new Set<string>();
  for (const answer of told.CONFIRMED) vouched.add(answer.orderId);
  for (const answer of told.INDETERMINATE) vouched.add(answer.orderId);
  const ghosts = sales.filter((sale) => !vouched.has(sale.id));
  if (ghosts.length === 0) return null;
  const words =
    `The ledger has ${counted(ghosts.length, 'sale')} of ${seatInRound(seat)} ` +
    `that no buyer was told of: ${enumerate(ghosts, (sale) => withAnswer(sale, seat))}.`;
  return evidenceOf(
    'W3',
    seat,
    ghosts.map((sale) => sale.id),
    words,
  );
}

function withAnswer({ id, buyer, region }: Sale, { told }: SeatEvidence): string {
  const denied = [...told.REJECTED, ...told.FAILED].find((answer) => answer.orderId === id);
  const answer = denied === undefined ? 'no such order is known' : `was told ${denied.outcome}`;
  return `${buyer} (${region}, ${answer})`;
}
