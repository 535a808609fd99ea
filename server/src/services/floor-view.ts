// The floor of one trial as the graph shows it: geometry, rounds, and the seats that have sales.
import { packSeat } from '@worldseat/schema/domain';
import type { FloorView } from '@worldseat/schema/services';
import type { Trial } from './trial.ts';

export function floorView({ floor, follower }: Trial): FloorView {
  const { tally } = follower;
  const packed = [...tally.seats].flatMap((seatId) => {
    const index = floor.indexOf(seatId);
    return index === undefined ? [] : [packSeat(index, tally.holders(seatId).length)];
  });
  return { venue: floor.venue, round: floor.round, revision: floor.round, packed, ...tally.totals };
}
