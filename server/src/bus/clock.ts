// Time as the bus sees it: the wall clock for stamps, timers for pacing. Handed in, so that a test
// moves time by hand. Pacing uses timers only: a stepped wall clock never holds an event back.

export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
  /** Runs once after the delay unless cancelled. Must not keep the process alive. */
  after(delayMs: number, run: () => void): Cancel;
}

/** Takes a planned run back. Harmless after it ran. */
export type Cancel = () => void;

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs).unref();
    return () => clearTimeout(timer);
  },
};
