// A guess that stands while a burst runs, and what it came to. The guess is made before; the answer
// is the scoreboard's, which was read back from the ledger, and what the burst's own file says.
import { predictDoubleSells, witnessInputOf, type History } from '@worldseat/schema/history';
import { judge } from '@worldseat/schema/witness';
import type { ShownEngine } from '../state/shown-engine.ts';
import { answerOf, expectedOf, type GuessSubject, type Measured } from './guess.ts';

export interface Guess {
  readonly subject: GuessSubject;
  readonly buyers: number;
  /** By engine; null: nobody guessed. */
  readonly said: Readonly<Record<string, number | null>>;
}

export interface GuessRow {
  readonly engine: string;
  readonly name: string;
  readonly said: number | null;
  readonly state: 'STANDING' | 'LANDED' | 'LOST';
  readonly answer: number | null;
  readonly expected: number | null;
}

/** What only the file of a burst tells. */
type FromFile = Pick<Measured, 'overLimit' | 'predicted'>;
const NOT_READ: FromFile = { overLimit: null, predicted: null };

/** The file of a burst that is shown. @throws when there is none */
export type ReadBurst = (id: string) => Promise<History>;

export class GuessBoard {
  guess: Guess | null = $state.raw(null);
  #files: Readonly<Record<string, FromFile>> = $state.raw({});
  readonly #read: ReadBurst;
  /** Bursts that the guess is not about: they were there before. */
  #before: readonly string[] = [];
  /** The burst that each engine's guess is about, once it began. */
  #about: Record<string, string> = {};

  constructor(read: ReadBurst) {
    this.#read = read;
  }

  /** @param engines whose present bursts the guess is not about */
  stand(guess: Guess, engines: readonly ShownEngine[]): void {
    this.#before = engines.flatMap(({ burst }) => burst?.id ?? []);
    this.#about = {};
    this.guess = guess;
  }

  clear(): void {
    this.guess = null;
  }

  /** To be called whenever a burst changed. A burst that the guess is not about ends it. */
  follow(engines: readonly ShownEngine[]): void {
    const { guess } = this;
    if (guess === null) return;
    for (const { info, burst } of engines) {
      if (burst === null || this.#before.includes(burst.id)) continue;
      const seat = guess.subject.kind === 'HOLDERS' ? guess.subject.seat : null;
      const about = this.#about[info.id] ?? burst.id;
      if (about !== burst.id || burst.seatId !== seat) {
        this.clear();
        return;
      }
      this.#about[info.id] = burst.id;
      if (burst.state === 'SETTLED') void this.#readFile(burst.id);
    }
  }

  rows(engines: readonly ShownEngine[]): readonly GuessRow[] {
    return this.guess === null ? [] : engines.map((engine) => this.#row(engine, this.guess));
  }

  #row({ info, burst }: ShownEngine, guess: Guess | null): GuessRow {
    const said = guess?.said[info.id] ?? null;
    const row = { engine: info.id, name: info.name, said, answer: null, expected: null };
    if (guess === null || burst === null || this.#before.includes(burst.id)) {
      return { ...row, state: 'STANDING' };
    }
    if (burst.state !== 'SETTLED') {
      return { ...row, state: burst.state === 'FAILED' ? 'LOST' : 'STANDING' };
    }
    const measured = { ...burst.scoreboard, ...(this.#files[burst.id] ?? NOT_READ) };
    const answer = answerOf(guess.subject, measured);
    if (answer === null) return { ...row, state: 'STANDING' };
    return { ...row, state: 'LANDED', answer, expected: expectedOf(guess.subject, measured) };
  }

  async #readFile(id: string): Promise<void> {
    if (this.#files[id] !== undefined) return;
    this.#files = { ...this.#files, [id]: NOT_READ };
    // Without the file there is no prediction, and the guess stands all the same.
    const history = await this.#read(id).catch(() => null);
    if (history === null) return;
    const { overLimit } = judge(witnessInputOf(history));
    const predicted = predictDoubleSells(history);
    this.#files = { ...this.#files, [id]: { overLimit, predicted } };
  }
}
