// A hybrid logical clock (Kulkarni et al., 2014), in microseconds: it follows the wall clock, never
// goes back, and is always past every stamp that it has seen. So a local write is always newer than
// what it overwrites. Before a stamp passes the ceiling, a higher ceiling is made durable: after a
// crash the clock starts there, even when the wall clock was set back meanwhile.

/** How far ahead a ceiling is set: one durable write per this much time. */
const CEILING_STEP_US = 10_000_000;

export interface ClockCeiling {
  readonly currentUs: number;
  /** Makes the ceiling durable before it returns. */
  raise(toUs: number): void;
}

export class HybridClock {
  readonly #ceiling: ClockCeiling;
  readonly #wallMs: () => number;
  #lastUs: number;

  /** @param ceiling shared by all Regions of one process, so that none starts behind another */
  constructor(ceiling: ClockCeiling, wallMs: () => number = Date.now) {
    this.#ceiling = ceiling;
    this.#wallMs = wallMs;
    this.#lastUs = ceiling.currentUs;
  }

  /** The next stamp, greater than every one given or observed before. */
  tick(): number {
    this.#lastUs = Math.max(this.#wallMs() * 1000, this.#lastUs + 1);
    if (this.#lastUs > this.#ceiling.currentUs) {
      this.#ceiling.raise(this.#lastUs + CEILING_STEP_US);
    }
    return this.#lastUs;
  }

  /** Notes a stamp of another Region: from now on this clock is past it. */
  observe(timeUs: number): void {
    this.#lastUs = Math.max(this.#lastUs, timeUs);
  }
}
