// The clock of a burst in words. It shows what was measured, and while buyers wait, how long the
// page has seen them wait.

/** "0.718 s", from ten seconds on "0:14.2" */
export function clockWords(elapsedMs: number): string {
  if (elapsedMs < 10_000) return `${(elapsedMs / 1_000).toFixed(3)} s`;
  const tenths = Math.floor(elapsedMs / 100);
  const minutes = Math.floor(tenths / 600);
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  return `${minutes}:${seconds}`;
}

/** What is known of one engine's burst. */
export interface BurstTime {
  readonly running: boolean;
  readonly buyers: number;
  readonly elapsedMs: number;
}

/** Of bursts side by side: the slowest speaks for all. @returns null: there was no burst */
export function clockFacts(bursts: readonly BurstTime[]): BurstTime | null {
  const [first] = bursts;
  if (first === undefined) return null;
  // Of bursts that are not about the same crowd, the one that runs is meant.
  const shown = bursts.some(({ running }) => running)
    ? bursts.filter(({ running }) => running)
    : bursts;
  return {
    running: shown.some(({ running }) => running),
    buyers: Math.max(...shown.map(({ buyers }) => buyers)),
    elapsedMs: Math.max(...shown.map(({ elapsedMs }) => elapsedMs)),
  };
}
