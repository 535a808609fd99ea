// Which writes of STRONG tables a member does not have: those that were made while it could not be
// reached, by key. Past a limit, and after a restart, it is only known that some may be missing: then
// the whole table is to be compared. Held in memory: a restart makes everything unknown again.

/** Of one member and table; past it the whole table counts as unknown. */
const MAX_KEYS = 10_000;

export class Missed {
  /** Key → the number of the note, so that an older catching up does not strike a newer one. */
  readonly #keys = new Map<string, number>();
  #notes = 0;
  /** Grows with everything that a comparison under way may not have seen. */
  #unknown = 0;
  #compared = 0;

  /** Nothing is known of what this member has. */
  forget(): void {
    this.#unknown += 1;
  }

  note(key: string): void {
    this.#notes += 1;
    if (this.#keys.size < MAX_KEYS || this.#keys.has(key)) this.#keys.set(key, this.#notes);
    else this.forget();
  }

  /** Null: not missing. */
  noteOf(key: string): number | null {
    return this.#keys.get(key) ?? null;
  }

  /** The member has what was missing when this note was read. */
  strike(key: string, note: number | null): void {
    if (this.#keys.get(key) === note) this.#keys.delete(key);
  }

  get keys(): readonly string[] {
    return [...this.#keys.keys()];
  }

  /** To be read before a comparison, and given to compared() after it. */
  get unknown(): number {
    return this.#unknown;
  }

  get isUnknown(): boolean {
    return this.#unknown > this.#compared;
  }

  compared(unknown: number): void {
    this.#compared = Math.max(this.#compared, unknown);
  }

  /** How many keys are missing. */
  get size(): number {
    return this.#keys.size;
  }
}
