// The seeds of the tests that compare: other histories each day, and a failure names the seed that
// repeats it. Support of tests; the product never imports it.

const FIRST = Number(process.env['WITNESS_SEED'] ?? Math.floor(Date.now() / 86_400_000) * 10_000);

/** Repeat one with WITNESS_SEED=<seed> */
export function forEachSeed(runs: number, check: (seed: number) => void): void {
  for (let seed = FIRST; seed < FIRST + runs; seed += 1) check(seed);
}

/** Counts how often each thing occurred: a test that never meets what it is about proves nothing. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(names: Iterable<string>): void {
    for (const name of new Set(names)) this.#counts.set(name, this.of(name) + 1);
  }

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  /** The names that occurred less often than `least` times, each with its count. */
  rare(names: readonly string[], least: number): string[] {
    return names.filter((name) => this.of(name) < least).map((name) => `${name}: ${this.of(name)}`);
  }
}
