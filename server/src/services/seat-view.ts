// One seat from both sides: the owner that the seats table shows, and the tickets that the ledger
// holds in the seat's current round. Read from the database each time.
import { compareSales, seatStatus } from '@worldseat/schema/domain';
import type { SeatView } from '@worldseat/schema/services';
import { EngineUnavailable } from '../engines/engine.ts';
import type { Trial } from './trial.ts';

/** @throws EngineUnavailable when a Region cannot be read: a half of the tickets is no answer */
export async function seatView(trial: Trial, seatId: string): Promise<SeatView> {
  const { engine, floor } = trial;
  const round = floor.scope.get(seatId) ?? 0;
  const [row, ledger] = await Promise.all([
    engine.readSeat(seatId),
    engine.readLedger(new Map([[seatId, round]])),
  ]);
  const [lost] = ledger.unreachable;
  if (lost !== undefined) throw new EngineUnavailable(engine.id, `${lost.region}: ${lost.reason}`);
  const tickets = [...ledger.sales].sort(compareSales);
  const owner = row.round === round ? row.owner : null;
  return { id: seatId, status: seatStatus(tickets.length), owner, round, tickets };
}

/** The same as far as it was read before: for when the database cannot be read just now. */
export function seatViewFromTally({ floor, follower }: Trial, seatId: string): SeatView {
  const tickets = follower.tally.holders(seatId);
  const round = floor.scope.get(seatId) ?? 0;
  return { id: seatId, status: seatStatus(tickets.length), owner: null, round, tickets };
}
