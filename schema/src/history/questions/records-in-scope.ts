// What of a history is about the seats that were on sale, each in its round. Every question reads
// the ledger through here, so that all of them mean the same sales.
import { type Answer, compareSales, type Sale } from '../../domain/index.ts';
import type { History } from '../types.ts';

type Where = Pick<Sale, 'seatId' | 'round'>;

const isInScope = ({ scope }: History, { seatId, round }: Where): boolean =>
  scope.get(seatId) === round;

/** Committed sales, in order of soldAtMs, then id. @param seatId only of this seat */
export function salesOf(history: History, seatId?: string): readonly Sale[] {
  const wanted = (sale: Sale) => seatId === undefined || sale.seatId === seatId;
  return history.ledger.sales
    .filter((sale) => wanted(sale) && isInScope(history, sale))
    .sort(compareSales);
}

/** What buyers were told, in the order of the plan. @param seatId only of this seat */
export function answersOf(history: History, seatId?: string): readonly Answer[] {
  const wanted = (answer: Answer) => seatId === undefined || answer.seatId === seatId;
  return history.answers.filter((answer) => wanted(answer) && isInScope(history, answer));
}

/** The engine's Regions in its order, then any other that a record names. */
export function regionsOf({ header, orders }: History): readonly string[] {
  return [...new Set([...header.engine.regions, ...orders.map(({ region }) => region)])];
}
