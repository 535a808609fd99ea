// Reads single settings of the environment. What is wrong is noted in words and reading goes on, so
// that a user hears of every fault at once.

export type Environment = Readonly<Record<string, string | undefined>>;

export class Settings {
  /** What is wrong, each with what is allowed. */
  readonly faults: string[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Null when it is absent or blank. */
  given(name: string): string | null {
    const text = this.#environment[name]?.trim() ?? '';
    return text === '' ? null : text;
  }

  text(name: string, fallback: string): string {
    return this.given(name) ?? fallback;
  }

  whole(name: string, fallback: number, min: number, max: number): number {
    const given = this.text(name, String(fallback));
    if (/^\d+$/.test(given) && Number(given) >= min && Number(given) <= max) return Number(given);
    this.refuse(`${name} must be a whole number from ${min} to ${max}, not "${given}".`);
    return fallback;
  }

  oneOf<Word extends string>(name: string, fallback: Word, allowed: readonly Word[]): Word {
    const given = this.text(name, fallback);
    const word = allowed.find((each) => each === given);
    if (word !== undefined) return word;
    this.refuse(`${name} must be one of ${allowed.join(', ')}, not "${given}".`);
    return fallback;
  }

  refuse(fault: string): void {
    this.faults.push(fault);
  }

  /** Settings that have no effect are refused, never ignored. @param why ends the sentence */
  refuseGiven(names: readonly string[], why: string): void {
    for (const name of names) {
      if (this.given(name) !== null) this.refuse(`${name} is set, but ${why}.`);
    }
  }
}
