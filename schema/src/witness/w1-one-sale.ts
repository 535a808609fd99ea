// W1: at most one sale per seat and round. Committed sales are facts, so this is judged at once,
// whatever is still running, missing or out of reach.
import { type Circumstances, type SeatEvidence, shownOf } from './evidence.ts';
import { evidenceOf } from './rule.ts';
import type { Breach } from './types.ts';
import { enumerate, person, times } from './words.ts';

export function oneSale(seat: SeatEvidence, around: Circumstances): Breach | null {
  const { seatId, round, sales } = seat;
  if (sales.length <= 1) return null;
  const words =
    `Seat ${seatId} was sold ${times(sales.length)} in round ${round}: ` +
    `${enumerate(sales, person)} hold it${onlyOneIsShown(seat, around)}.`;
  return evidenceOf(
    'W1',
    seat,
    sales.map((sale) => sale.id),
    words,
  );
}

/** The table has room for one owner: where it shows one, the others are hidden. */
function onlyOneIsShown(seat: SeatEvidence, around: Circumstances): string {
  const shown = shownOf(seat, around);
  if (shown.state !== 'AGREED' || shown.row.round !== seat.round) return '';
  return shown.row.status === 'SOLD' ? `; the seats table shows only ${shown.row.owner ?? ''}` : '';
}
