// Repeats a reading beside running work, and limits itself: after each reading it waits nine times
// as long as that took, so that watching a burst costs the burst a tenth of the time at most.

/** @param read must not throw. @returns what stops it; resolves when the last reading has ended */
export function sample(read: () => Promise<void>, minIntervalMs: number): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const run = async () => {
    while (!stopped) {
      const startedMs = performance.now();
      await read();
      const pauseMs = Math.max(minIntervalMs, 9 * (performance.now() - startedMs));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (stopped) wake();
      });
    }
  };
  const running = run();
  return () => {
    stopped = true;
    wake();
    return running;
  };
}
