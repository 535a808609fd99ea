// What a burst told the first buyers of one seat: read once the burst is over, and again when another
// seat is in question. The answers of a large burst may be filed a moment after its last event.
import type { Api } from '../api/client.ts';
import { BURST_ANSWERS } from '../api/questions.ts';
import type { Told } from './trace.ts';

/** Enough for the cards of the trace. */
const ANSWERS_READ = 8;
const TRIES = 5;
const PAUSE_MS = 600;

export class ToldReader {
  readonly #api: Api;
  readonly #onTold: (told: readonly Told[]) => void;
  #reading = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = '';

  constructor(api: Api, onTold: (told: readonly Told[]) => void) {
    this.#api = api;
    this.#onTold = onTold;
  }

  /** Nothing is told any more: another burst began. */
  forget(): void {
    this.close();
    this.#onTold([]);
  }

  /** @param seat null: no seat is in question, nothing is told */
  read(burst: string, seat: string | null): void {
    const asked = `${burst} ${seat ?? ''}`;
    if (asked === this.#asked) return;
    this.forget();
    this.#asked = asked;
    if (seat !== null) void this.#ask(burst, seat, 1, this.#reading);
  }

  close(): void {
    this.#reading += 1;
    this.#asked = '';
    clearTimeout(this.#timer);
  }

  async #ask(burst: string, seat: string, tries: number, reading: number): Promise<void> {
    const answer = await this.#api
      .query(BURST_ANSWERS, { id: burst, first: ANSWERS_READ, seat })
      .catch(() => null);
    if (reading !== this.#reading) return;
    const told = answer?.burst?.answers.edges.map(({ node }) => node) ?? [];
    this.#onTold(told);
    if (told.length > 0 || tries >= TRIES) return;
    this.#timer = setTimeout(() => void this.#ask(burst, seat, tries + 1, reading), PAUSE_MS);
  }
}
