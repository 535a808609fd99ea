// The floor that every run sells: put on sale before it, checked after it. A run that sold a seat
// twice has no figures.
import type { Scope } from '@worldseat/schema/domain';
import type { Engine } from '../../server/src/engines/engine.ts';
import { SEAT_IDS } from './workload.ts';

export function openFloor(engine: Engine): Promise<Scope> {
  return engine.openRounds(SEAT_IDS);
}

/** @returns how many seats were sold. @throws Error when one was sold twice, or none at all */
export async function soldOnce(engine: Engine, scope: Scope): Promise<number> {
  const { sales, unreachable } = await engine.readLedger(scope);
  if (unreachable.length > 0) throw new Error(`no ledger: ${unreachable[0]?.reason ?? ''}`);
  const seats = new Set(sales.map(({ seatId }) => seatId));
  if (seats.size === 0) throw new Error('the run sold nothing');
  if (seats.size === sales.length) return seats.size;
  throw new Error(`${sales.length} sales of ${seats.size} seats: one was sold twice`);
}
