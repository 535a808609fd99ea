// What another thread is told of a floor's seats: the last state of those that changed since it was
// told last, or of all of them. Plain arrays, so that they are handed over without a copy. Pure.
import type { FloorModel } from './model.ts';

export interface SeatParcel {
  /** Which seats; null: all of them, in order. */
  readonly seats: Uint32Array | null;
  /** In the same order; all as FloorModel has them. */
  readonly holders: Uint8Array;
  readonly region: Uint8Array;
  readonly soldAt: Float32Array;
}

type Seats = Pick<FloorModel, 'holders' | 'region' | 'soldAt' | 'changes'>;

/** @param since the count of `changes` when it was told last; -Infinity: never */
export function packParcel({ holders, region, soldAt, changes }: Seats, since: number): SeatParcel {
  if (!changes.remembers(since)) {
    return {
      seats: null,
      holders: holders.slice(),
      region: region.slice(),
      soldAt: soldAt.slice(),
    };
  }
  const seats = Uint32Array.from({ length: changes.count - since }, (_, at) =>
    changes.at(since + at),
  );
  return {
    seats,
    holders: Uint8Array.from(seats, (seat) => holders[seat] ?? 0),
    region: Uint8Array.from(seats, (seat) => region[seat] ?? 0),
    soldAt: Float32Array.from(seats, (seat) => soldAt[seat] ?? 0),
  };
}

/** @param clockAheadMs by which this thread's clock is ahead of the one that packed */
export function unpackParcel(
  model: Pick<FloorModel, 'set' | 'notify'>,
  { seats, holders, region, soldAt }: SeatParcel,
  clockAheadMs: number,
): void {
  for (let at = 0; at < holders.length; at += 1) {
    const seat = seats === null ? at : (seats[at] ?? -1);
    model.set(seat, holders[at] ?? 0, region[at] ?? 0, (soldAt[at] ?? 0) + clockAheadMs);
  }
  model.notify();
}

/** To be handed over with it. */
export function buffersOf({ seats, holders, region, soldAt }: SeatParcel): ArrayBufferLike[] {
  return [holders, region, soldAt, ...(seats === null ? [] : [seats])].map(({ buffer }) => buffer);
}
