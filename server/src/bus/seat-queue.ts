// One viewer's end of a floor's topic: how far it is, and under which number it gets its next event.
// What it has not seen is not kept here, so it may fall as far behind as it is allowed to.
import { SlowConsumer, type SeatStatusView } from '@worldseat/schema/services';
import type { Cancel } from './clock.ts';
import { PushQueue, type PushQueueOptions } from './push-queue.ts';
import { NOWHERE, type Told } from './seat-batches.ts';

interface SeatQueueOptions extends PushQueueOptions {
  readonly hasFor: (place: number) => boolean;
  readonly next: (place: number) => Told | null;
  readonly maxPausedMs: number;
}

export class SeatQueue extends PushQueue<SeatStatusView> {
  readonly #options: SeatQueueOptions;
  #place = NOWHERE;
  #sequence = 0;
  #stopWaiting: Cancel | null = null;

  constructor(options: SeatQueueOptions) {
    super(options);
    this.#options = options;
    this.#waitForReader();
  }

  /** To be called when there may be something for it. */
  hear(): void {
    if (this.ended || !this.#options.hasFor(this.#place)) return;
    this.#waitForReader();
    this.wake();
  }

  override next(): Promise<IteratorResult<SeatStatusView, undefined>> {
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    return super.next();
  }

  #waitForReader(): void {
    if (this.hasReader) return;
    const { clock, maxPausedMs } = this.#options;
    this.#stopWaiting ??= clock.after(maxPausedMs, () => {
      this.fail(new SlowConsumer(`Nothing was read for ${maxPausedMs} ms; subscribe again.`));
    });
  }

  protected override take(): { readonly value: SeatStatusView } | null {
    const told = this.#options.next(this.#place);
    if (told === null) return null;
    this.#place = told.place;
    this.#sequence += 1;
    return { value: told.batch.numbered(this.#sequence) };
  }

  protected override drop(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = null;
  }
}
