// A batch of a floor that counts how often an answer is worked out from it, for all at once.
import type { SeatBatchView, SeatStatusView } from '@worldseat/schema/services';

export class CountedBatch implements SeatBatchView {
  /** How often an answer was worked out from it. */
  answers = 0;
  readonly #state: Omit<SeatStatusView, 'sequence'>;

  constructor(state: Omit<SeatStatusView, 'sequence'>) {
    this.#state = state;
  }

  numbered(sequence: number): SeatStatusView {
    this.answers += 1;
    return this.event(sequence);
  }

  event(sequence: number): SeatStatusView {
    const event: object = { sequence, batch: this };
    // A copy would ask for everything.
    const state = Object.getOwnPropertyDescriptors(this.#state);
    return Object.defineProperties(event, state) as SeatStatusView;
  }
}
