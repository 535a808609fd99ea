// The Witness of orders that are running. It stays open from one verdict to the next and hears only
// what is new, because to hear 80,000 seats and 20,000 buyers anew several times a second holds up
// everybody whom the server has news for. What it finds is what it would find in all of it at once.
import type { Answer, Sale } from '@worldseat/schema/domain';
import { openWitness, type Finding, type OpenWitness } from '@worldseat/schema/witness';
import { isOfFloor, type AnswerBook } from './answers.ts';
import type { FloorOnSale, LedgerFollower } from './follow.ts';

export interface RunningWitnessOptions {
  readonly floor: FloorOnSale;
  readonly answers: AnswerBook;
  readonly follower: LedgerFollower;
}

interface Hearing {
  readonly witness: OpenWitness;
  /** Of the answer book: the rounds that it hears of are on. */
  readonly edition: number;
  readonly end: () => void;
}

export class RunningWitness {
  readonly #options: RunningWitnessOptions;
  #hearing: Hearing | null = null;

  constructor(options: RunningWitnessOptions) {
    this.#options = options;
  }

  /** Hears what there is until now: what grows with the floor is over before the first order comes. */
  begin(): void {
    this.#current();
  }

  /** What was read back and told shows when it is asked, of the whole floor or also of one seat. */
  finding(): (focusSeat: string | null) => Finding {
    const { floor, answers } = this.#options;
    const { witness } = this.#current();
    const { pending } = answers;
    const holes = answers.holes(floor.scope);
    witness.reading({ pending, holes, converged: true, unreachable: [] });
    return (focusSeat) => witness.finding(focusSeat ?? undefined);
  }

  /** Hears nothing any more, and forgets; the next finding begins anew. */
  rest(): void {
    this.#hearing?.end();
    this.#hearing = null;
  }

  #current(): Hearing {
    if (this.#hearing?.edition !== this.#options.answers.edition) this.rest();
    this.#hearing ??= this.#open();
    return this.#hearing;
  }

  #open(): Hearing {
    const { floor, answers, follower } = this.#options;
    const { scope } = floor;
    const heard = answers.onFloor(scope);
    const witness = openWitness(scope, undefined, heard.length);
    const hearAnswer = (answer: Answer): void => {
      if (isOfFloor(answer)) witness.answer(answer);
    };
    const hearSale = (sale: Sale): void => witness.sale(sale);
    heard.forEach(hearAnswer);
    follower.tally.within(scope).forEach(hearSale);
    const ends = [answers.watch(hearAnswer), follower.watch(hearSale)];
    const end = () => {
      for (const stop of ends) stop();
    };
    return { witness, edition: answers.edition, end };
  }
}
