// The replication events of a burst, worked out from what purchases read: when a Region first
// showed a given order as the holder of a seat.
import type { Answer } from '../domain/index.ts';

export interface FirstSeen {
  readonly atNs: number;
  readonly region: string;
  readonly seatId: string;
  readonly round: number;
  readonly orderId: string;
}

/** In order of time; equal times in the order of the answers. */
export function firstSeenOf(answers: readonly Answer[]): readonly FirstSeen[] {
  const first = new Map<string, FirstSeen>();
  for (const answer of answers) {
    const { region, seatId, round, readOrderId: orderId } = answer;
    if (orderId === null) continue;
    const seen = { atNs: readAt(answer), region, seatId, round, orderId };
    const key = JSON.stringify([region, seatId, round, orderId]);
    if (seen.atNs < (first.get(key)?.atNs ?? Infinity)) first.set(key, seen);
  }
  return [...first.values()].sort((one, other) => one.atNs - other.atNs);
}

/** When the last read came back; of answers without a trace, the return. */
function readAt({ trace, returnNs }: Answer): number {
  return trace.findLast(({ readNs }) => readNs !== null)?.readNs ?? returnNs;
}
