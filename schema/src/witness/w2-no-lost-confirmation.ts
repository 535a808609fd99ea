// W2: every buyer who was told CONFIRMED has a sale in the ledger. Judged only when no order runs
// and every Region's ledger was read and agrees: until then the sale may just not be seen yet.
import type { Circumstances, SeatEvidence } from './evidence.ts';
import { evidenceOf } from './rule.ts';
import type { Breach } from './types.ts';
import { enumerate, person, seatInRound } from './words.ts';

export function noLostConfirmation(seat: SeatEvidence, around: Circumstances): Breach | null {
  const { sales, told } = seat;
  if (around.pending > 0 || !around.ledgerCertain || told.CONFIRMED.length === 0) return null;
  const sold = new Set(sales.map((sale) => sale.id));
  const lost = told.CONFIRMED.filter((answer) => !sold.has(answer.orderId));
  if (lost.length === 0) return null;
  const [was, has] = lost.length === 1 ? ['was', 'has'] : ['were', 'have'];
  const words =
    `${enumerate(lost, person)} ${was} told CONFIRMED for ${seatInRound(seat)}, ` +
    `but ${has} no sale in the ledger of any Region.`;
  return evidenceOf(
    'W2',
    seat,
    lost.map((answer) => answer.orderId),
    words,
  );
}
