// One burst on its floor: its times, and where each order's seat stands. Whatever is shown of a
// moment is looked up here; nothing here is ever written again.
import { seatPositions, venueOf, venueSeatIds, type Venue } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import { timesOf, type BurstTimes } from './burst-times.ts';
import { ReplayFault, REPLAY_LIMITS } from './fault.ts';

/** Row i is the order at position i of the plan. */
export interface BurstColumns extends BurstTimes {
  readonly venue: Venue;
  /** x, y of every seat of the venue, in venue units. */
  readonly positions: Float32Array;
  readonly seatIndex: ReadonlyMap<string, number>;
  /** Index of each order's seat in the venue. */
  readonly seat: Int32Array;
}

/** @throws ReplayFault when this build cannot show it */
export function columnsOf(history: History): BurstColumns {
  const { orders, header } = history;
  if (orders.length > REPLAY_LIMITS.orders) throw tooLarge(orders.length);
  const { venue, positions, seatIndex } = venueColumns(header.venue);
  const seat = Int32Array.from(orders, ({ seatId }) => seatIndex.get(seatId) ?? unknown(seatId));
  return { ...timesOf(history), venue, positions, seatIndex, seat };

  function unknown(seatId: string): never {
    const words = `The burst sold seat ${seatId}, which the floor “${venue.name}” does not have here.`;
    throw new ReplayFault('UNKNOWN_SEAT', words);
  }
}

function tooLarge(orders: number): ReplayFault {
  const [has, most] = [orders, REPLAY_LIMITS.orders].map((it) => it.toLocaleString('en-US'));
  return new ReplayFault(
    'TOO_LARGE',
    `The burst has ${has} buyers; a replay shows at most ${most}.`,
  );
}

interface VenueColumns {
  readonly venue: Venue;
  readonly positions: Float32Array;
  readonly seatIndex: ReadonlyMap<string, number>;
}

function venueColumns(id: string): VenueColumns {
  const venue = venueOf(id);
  if (venue === null) {
    throw new ReplayFault('UNKNOWN_VENUE', `The burst was run on a floor unknown here: “${id}”.`);
  }
  const seatIndex = new Map(venueSeatIds(venue).map((seat, index) => [seat, index]));
  return { venue, positions: seatPositions(venue), seatIndex };
}
