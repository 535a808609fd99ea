// How often something may be started again: at most so many times in any window of time. Pure.

export const MAX_RESTARTS = 5;
export const RESTART_WINDOW_MS = 60_000;

export class RestartBudget {
  readonly #takenAtMs: number[] = [];

  /** Whether one more restart is allowed now; if so, it is taken. */
  take(nowMs: number): boolean {
    this.#forgetBefore(nowMs - RESTART_WINDOW_MS);
    if (this.#takenAtMs.length >= MAX_RESTARTS) return false;
    this.#takenAtMs.push(nowMs);
    return true;
  }

  /** Restarts of the window that ends now. */
  taken(nowMs: number): number {
    this.#forgetBefore(nowMs - RESTART_WINDOW_MS);
    return this.#takenAtMs.length;
  }

  #forgetBefore(ms: number): void {
    while (this.#takenAtMs[0] !== undefined && this.#takenAtMs[0] <= ms) this.#takenAtMs.shift();
  }
}
