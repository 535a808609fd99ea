// The seats as the ledger stood at a moment: how many sales each has and where it was sold last. A
// cursor over the sales in order of time; moving it costs only what lies between two moments, so
// that time may run in both directions.
import type { SaleMoment } from './sale-moments.ts';
import { countUntil } from './sorted.ts';

export class FloorCursor {
  /** Sales of each seat of the venue. */
  readonly holders: Uint32Array;
  /** Where each was sold last; index into the engine's Regions, or the number for none. */
  readonly region: Uint8Array;
  /** Seats with at least one sale. */
  seatsSold = 0;
  /** Seats with more than one. */
  oversold = 0;
  readonly #moments: readonly SaleMoment[];
  readonly #timesNs: Float64Array;
  #passed = 0;

  /** @param moments by time */
  constructor(moments: readonly SaleMoment[], seatCount: number, noRegion: number) {
    this.#moments = moments;
    this.#timesNs = Float64Array.from(moments, ({ atNs }) => atNs);
    this.holders = new Uint32Array(seatCount);
    this.region = new Uint8Array(seatCount).fill(noRegion);
  }

  /** Sales that are known by now. */
  get sales(): number {
    return this.#passed;
  }

  /** What happens at the moment itself has happened. @returns the seats that changed, each once */
  moveTo(timeNs: number): ReadonlySet<number> {
    const passed = countUntil(this.#timesNs, timeNs);
    const changed = new Set<number>();
    while (this.#passed < passed) changed.add(this.#forward());
    while (this.#passed > passed) changed.add(this.#back());
    return changed;
  }

  #forward(): number {
    const { seat, before, region } = this.#moments[this.#passed] as SaleMoment;
    this.#passed += 1;
    this.#set(seat, before + 1, region);
    if (before === 0) this.seatsSold += 1;
    if (before === 1) this.oversold += 1;
    return seat;
  }

  #back(): number {
    this.#passed -= 1;
    const { seat, before, regionBefore } = this.#moments[this.#passed] as SaleMoment;
    this.#set(seat, before, regionBefore);
    if (before === 0) this.seatsSold -= 1;
    if (before === 1) this.oversold -= 1;
    return seat;
  }

  #set(seat: number, holders: number, region: number): void {
    this.holders[seat] = holders;
    this.region[seat] = region;
  }
}
