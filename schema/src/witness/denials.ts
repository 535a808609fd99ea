// Finds, among those who were turned away, the few that matter to a rule. Orders that were heard of
// twice are one here, whichever answer came first.
import { compareText, type Answer } from '../domain/index.ts';
import { laterFirst } from './records/prefer.ts';
import { isFanLimit, type Records } from './records/index.ts';

/** REJECTED and FAILED, by order id, for each seat's number. */
export type Denials = ReadonlyMap<number, ReadonlyMap<string, Answer>>;

/** @param wanted order ids by the number of their seat */
export function findDenials(
  { crowd, seats, tickets }: Records,
  wanted: ReadonlyMap<number, ReadonlySet<string>>,
): Denials {
  const found = new Map<number, Map<string, Answer>>();
  if (wanted.size === 0) return found;
  const concerned = new Uint8Array(seats.count);
  for (const seat of wanted.keys()) concerned[seat] = 1;
  for (let row = 0; row < crowd.size; row += 1) {
    const seat = crowd.seat[row] ?? 0;
    if (concerned[seat] === 0) continue;
    const denial = crowd.answerOf(row);
    if (wanted.get(seat)?.has(denial.orderId) !== true) continue;
    // An order that was told CONFIRMED as well was not turned away.
    if (tickets.isConfirmed(seat, denial.orderId)) continue;
    const ofSeat = found.get(seat) ?? new Map<string, Answer>();
    found.set(seat, ofSeat);
    const known = ofSeat.get(denial.orderId);
    ofSeat.set(denial.orderId, known === undefined ? denial : preferred(known, denial));
  }
  return found;
}

/** REJECTED says more than FAILED; then the later answer; the rest only makes the order whole. */
function preferred(one: Answer, other: Answer): Answer {
  const order =
    compareText(other.outcome, one.outcome) ||
    laterFirst(one, other) ||
    Number(isFanLimit(other)) - Number(isFanLimit(one)) ||
    compareText(one.read ?? '', other.read ?? '');
  return order <= 0 ? one : other;
}
