// How fast new connections may be opened: Aurora DSQL takes 100 a second, and 1,000 at once when
// none were opened for a while. Who comes too fast waits here instead of being refused there.
// As one number (the generic cell rate algorithm), so there is nothing to tick and nothing to stop.
import { setTimeout as pause } from 'node:timers/promises';

export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export const AURORA_DSQL_RATE: Rate = { burst: 1_000, perSecond: 100 };

export class ConnectionRate {
  readonly #intervalMs: number;
  readonly #toleranceMs: number;
  /** When everything that was let through would be used up at the steady rate. */
  #usedUpAtMs = 0;

  constructor({ burst, perSecond }: Rate = AURORA_DSQL_RATE) {
    this.#intervalMs = 1_000 / perSecond;
    this.#toleranceMs = this.#intervalMs * burst;
  }

  /** Takes the next place in line. @returns how long to wait for it */
  reserve(nowMs: number): number {
    this.#usedUpAtMs = Math.max(this.#usedUpAtMs, nowMs) + this.#intervalMs;
    return Math.max(0, this.#usedUpAtMs - this.#toleranceMs - nowMs);
  }

  /** Resolves when one connection may be opened. */
  async take(): Promise<void> {
    const waitMs = this.reserve(performance.now());
    if (waitMs > 0) await pause(waitMs);
  }
}
