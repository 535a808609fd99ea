// The seats in question, by number in the order of the scope. What is outside it has no number, and
// is not judged: other seats, other rounds.
import type { Scope } from '../../domain/index.ts';

/** The number of a seat that is not in question. */
export const OUTSIDE = -1;

export class Seats {
  readonly ids: readonly string[];
  readonly rounds: readonly number[];
  /** Of all of them, ascending. */
  readonly numbers: readonly number[];
  readonly #numbers = new Map<string, number>();

  constructor(scope: Scope) {
    this.ids = [...scope.keys()];
    this.rounds = [...scope.values()];
    this.numbers = this.ids.map((_, number) => number);
    this.ids.forEach((seatId, number) => this.#numbers.set(seatId, number));
  }

  get count(): number {
    return this.ids.length;
  }

  numberOf(seatId: string): number {
    return this.#numbers.get(seatId) ?? OUTSIDE;
  }

  /** OUTSIDE also when it is another round of the seat. */
  inRound(seatId: string, round: number): number {
    const seat = this.numberOf(seatId);
    return seat !== OUTSIDE && this.rounds[seat] === round ? seat : OUTSIDE;
  }

  idOf(seat: number): string {
    return this.ids[seat] ?? '';
  }

  roundOf(seat: number): number {
    return this.rounds[seat] ?? 0;
  }
}
