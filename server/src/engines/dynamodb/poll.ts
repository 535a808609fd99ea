// Waits for a condition that only asking again can tell, less and less often, up to a limit.

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 1_000;

/** The condition did not come true in time. */
export class PollTimeout extends Error {
  override readonly name = 'PollTimeout';
  readonly code = 'POLL_TIMEOUT';
}

/** @param what completes "waited … until". @throws PollTimeout, and whatever `holds` throws */
export async function pollUntil(
  what: string,
  limitMs: number,
  holds: () => Promise<boolean>,
): Promise<void> {
  const startMs = performance.now();
  let pauseMs = FIRST_PAUSE_MS;
  while (!(await holds())) {
    if (performance.now() - startMs > limitMs) {
      throw new PollTimeout(`waited ${limitMs / 1000} s until ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS);
  }
}
