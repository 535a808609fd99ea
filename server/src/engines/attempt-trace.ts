// When one attempt did what. It costs two readings of the clock and two comparisons, and never waits.
import type { Attempt } from '@worldseat/schema/domain';
import { clockNs } from '../clock.ts';

export class AttemptTrace {
  readonly #startNs = clockNs();
  #readNs: number | null = null;
  #writeNs: number | null = null;

  /** The seat's row has come back. Only the first time counts. */
  read(): void {
    this.#readNs ??= clockNs();
  }

  /** A write is about to be sent. Only the first one counts. */
  write(): void {
    this.#writeNs ??= clockNs();
  }

  /** @param conflict why the attempt was refused; null: it was not */
  end(conflict: string | null): Attempt {
    const [startNs, readNs, writeNs] = [this.#startNs, this.#readNs, this.#writeNs];
    return { startNs, readNs, writeNs, endNs: clockNs(), conflict };
  }
}
