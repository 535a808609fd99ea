// When a floor's canvases may be painted: what stands above the seats less often than the seats, and
// where a thread paints several floors, on a large one neither in every frame. Pure but for what it
// remembers; whoever has to wait asks again in the next frame.
import type { Turn, Turns } from './turns.ts';

/** Beyond it a floor takes turns with the others. */
export const LARGE_FLOOR_SEATS = 20_000;
/** Whoever waited so long waits for no turn: frames are rare. */
const PATIENCE_MS = 40;

export class Pace {
  readonly #turns: Turns | null;
  readonly #turn: Turn;
  #seatsAtMs = Number.NEGATIVE_INFINITY;
  #overAtMs = Number.NEGATIVE_INFINITY;

  /** @param turns of all floors that this thread paints; null: there is but one */
  constructor(turns: Turns | null) {
    this.#turns = turns;
    this.#turn = turns?.join() ?? 0;
  }

  /** Nothing has to wait. */
  hurry(): void {
    this.#seatsAtMs = Number.NEGATIVE_INFINITY;
    this.#overAtMs = Number.NEGATIVE_INFINITY;
  }

  /** @returns whether seats are to be painted in this frame */
  takeSeats(seatCount: number, frameAtMs: number): boolean {
    const waits = frameAtMs - this.#seatsAtMs < PATIENCE_MS && seatCount > LARGE_FLOOR_SEATS;
    if (this.#isTurn(frameAtMs) === false && waits) return false;
    this.#seatsAtMs = frameAtMs;
    return true;
  }

  /**
   * The same for what stands above them: on a large floor, while another one has its turn.
   * @param intervalMs least time since the last time
   */
  takeOver(seatCount: number, intervalMs: number, frameAtMs: number): boolean {
    const waitedMs = frameAtMs - this.#overAtMs;
    if (waitedMs < intervalMs) return false;
    const waits = waitedMs < intervalMs + PATIENCE_MS && seatCount > LARGE_FLOOR_SEATS;
    if (this.#isTurn(frameAtMs) === true && waits) return false;
    this.#overAtMs = frameAtMs;
    return true;
  }

  close(): void {
    this.#turns?.leave(this.#turn);
  }

  /** @returns null where nobody takes turns */
  #isTurn(frameAtMs: number): boolean | null {
    return this.#turns?.isTurnOf(this.#turn, frameAtMs) ?? null;
  }
}
