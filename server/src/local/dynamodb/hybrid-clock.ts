// A hybrid logical clock (Kulkarni et al., 2014), in microseconds: it follows the wall clock, never
// goes back, and is always past every stamp that it has seen. So a local write is always newer than
// what it overwrites. Before a stamp passes the ceiling, a higher ceiling is made durable: after a
// crash the clock starts there, even when the wall clock was set back meanwhile. A clock that is
// ahead of the wall clock counts writes, not time, and the Region that writes more would win: so
// the ceiling is lowered at a clean stop, and after a crash the start waits until time has passed it.
import type { ClockCeiling } from './clock-ceiling.ts';

/** How far ahead a ceiling is set: one durable write per this much time. */
const CEILING_STEP_US = 1_000_000;

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

  /** The latest stamp given or observed. */
  get lastUs(): number {
    return this.#lastUs;
  }

  /** The next stamp, greater than every one given or observed before. */
  tick(): number {
    this.#lastUs = Math.max(this.#wallMs() * 1000, this.#lastUs + 1);
    if (this.#lastUs > this.#ceiling.currentUs) {
      this.#ceiling.set(this.#lastUs + CEILING_STEP_US);
    }
    return this.#lastUs;
  }

  /** Notes a stamp of another Region: from now on this clock is past it. */
  observe(timeUs: number): void {
    this.#lastUs = Math.max(this.#lastUs, timeUs);
  }
}

/**
 * How long a start waits until the wall clock is past the ceiling, in milliseconds. 0 when the
 * ceiling is more than a step ahead: the wall clock was set back, and nobody can wait for that.
 */
export function waitForCeilingMs(ceilingUs: number, wallMs: number): number {
  const aheadUs = ceilingUs - wallMs * 1000;
  return aheadUs < 0 || aheadUs > CEILING_STEP_US ? 0 : Math.floor(aheadUs / 1000) + 1;
}
