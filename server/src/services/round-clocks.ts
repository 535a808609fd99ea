// The clocks of the rounds. All read clock.ts, in nanoseconds; each round that a burst opened counts
// from the burst's beginning, every other from when this server found its floor. So whatever is said
// about one seat in one round is on one clock, and can be put in order.
import { clockNs } from '../clock.ts';

export interface RoundClock {
  nowNs(): number;
  /** A moment that an engine noted on the clock of clock.ts, on this clock. */
  at(notedNs: number): number;
}

export class RoundClocks {
  readonly #nowNs: () => number;
  readonly #origins = new Map<string, number>();
  /** What clock.ts showed at the 0 of a round that no burst of this run opened. */
  #originNs: number;

  constructor(nowNs = clockNs) {
    this.#nowNs = nowNs;
    this.#originNs = nowNs();
  }

  /** What comes now comes later than this moment, which an earlier run noted about a round. */
  goOnAfter(recordedNs: number): void {
    this.#originNs = Math.min(this.#originNs, this.#nowNs() - recordedNs);
  }

  /** The rounds of these seats begin now, at 0. */
  start(seatIds: Iterable<string>): void {
    const nowNs = this.#nowNs();
    for (const seatId of seatIds) this.#origins.set(seatId, nowNs);
  }

  /** Every seat is in a round that no burst opened. */
  reset(): void {
    this.#origins.clear();
  }

  of(seatId: string): RoundClock {
    const originNs = this.#origins.get(seatId) ?? this.#originNs;
    const at = (notedNs: number) => notedNs - originNs;
    return { at, nowNs: () => at(this.#nowNs()) };
  }
}
