// Who holds a ticket for a seat, by the committed ledger: what each of them would answer at the door.
import type { Sale } from '../../domain/index.ts';
import type { History } from '../types.ts';
import { salesOf } from './records-in-scope.ts';

/**
 * Tickets for the seat that were sold and not given back, in the order of sale.
 * @param except leaves out the tickets of this buyer, or of this order id
 */
export function holdersOf(
  history: History,
  seatId: string,
  except: string | null = null,
): readonly Sale[] {
  const released = new Set(
    history.releases.filter((it) => it.outcome === 'RELEASED').map(({ orderId }) => orderId),
  );
  return salesOf(history, seatId).filter(
    ({ id, buyer }) => !released.has(id) && id !== except && buyer !== except,
  );
}
