// W2: every buyer who was told CONFIRMED has a sale in the ledger. Judged only when no order runs
// and every Region's ledger was read and agrees: until then the sale may just not be seen yet.
import { compareText } from '../domain/index.ts';
import type { Circumstances } from './circumstances.ts';
import { answerEntry, breachOf } from './entries.ts';
import type { SeatEvidence } from './evidence.ts';
import type { Breach } from './types.ts';
import { enumerate, person, seatInRound } from './words.ts';

export function noLostConfirmation(seat: SeatEvidence, around: Circumstances): Breach | null {
  if (!around.ledgerFinal) return null;
  const lost = seat.tickets.flatMap(({ told, sale }) =>
    sale === null && told?.outcome === 'CONFIRMED' ? told : [],
  );
  lost.sort((one, other) => compareText(one.orderId, other.orderId));
  const [first] = lost;
  if (first === undefined) return null;
  const [was, has] = lost.length === 1 ? ['was', 'has'] : ['were', 'have'];
  const words =
    `${enumerate(lost, person)} ${was} told CONFIRMED for ${seatInRound(seat)}, ` +
    `but ${has} no sale in the ledger of any Region.`;
  return breachOf('W2', seat, [answerEntry(first)], words);
}
