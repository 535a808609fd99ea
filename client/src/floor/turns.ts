// Whose frame it is, where one floor is a large share of a frame's time: every floor is painted in
// every other frame, and two floors never in the same one.

export type Turn = 0 | 1;

export class Turns {
  readonly #members: [number, number] = [0, 0];
  #frame = 0;
  #frameAtMs = Number.NEGATIVE_INFINITY;

  /** @returns the turn that fewer floors have; leave() gives it back */
  join(): Turn {
    const turn = this.#members[0] > this.#members[1] ? 1 : 0;
    this.#members[turn] += 1;
    return turn;
  }

  leave(turn: Turn): void {
    this.#members[turn] -= 1;
  }

  /** @param frameAtMs the moment that the browser gives to all callbacks of one frame */
  isTurnOf(turn: Turn, frameAtMs: number): boolean {
    if (frameAtMs !== this.#frameAtMs) this.#frame += 1;
    this.#frameAtMs = frameAtMs;
    return this.#frame % 2 === turn;
  }
}
