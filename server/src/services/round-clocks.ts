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
  /** The same of a round that a burst opened with the whole floor; null: none did. */
  #floorOriginNs: number | null = null;

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

  /** The rounds of all seats begin now, at 0: at once, however many there are. */
  startFloor(): void {
    this.#origins.clear();
    this.#floorOriginNs = this.#nowNs();
  }

  /** Every seat is in a round that no burst opened. */
  reset(): void {
    this.#origins.clear();
    this.#floorOriginNs = null;
  }

  of(seatId: string): RoundClock {
    const originNs = this.#origins.get(seatId) ?? this.#floorOriginNs ?? this.#originNs;
    const at = (notedNs: number) => notedNs - originNs;
    return { at, nowNs: () => at(this.#nowNs()) };
  }
}
