// Waiting for something to become true, with a limit: never a sleep that hopes.

export interface WaitOptions {
  /** How long at most: a limit for what hangs. Default 30,000 ms. */
  readonly limitMs?: number;
  /** Said when the limit is reached. */
  readonly what?: string;
}

/** The first value of `condition` that is not false, null or undefined. @throws at the limit */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { limitMs = 30_000, what = condition.toString() }: WaitOptions = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const untilMs = performance.now() + limitMs;
  for (;;) {
    const value = await condition();
    if (value !== false && value !== null && value !== undefined) {
      return value as NonNullable<Exclude<T, false>>;
    }
    if (performance.now() > untilMs) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
