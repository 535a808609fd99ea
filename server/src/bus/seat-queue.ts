// What one viewer of a floor has not seen yet: either "everything" (then the next event is a whole
// snapshot, taken when it is delivered) or the last state of each seat that changed.
import { SlowConsumer, type SeatStatusView } from '@worldseat/schema/services';
import type { Cancel } from './clock.ts';
import { PushQueue, type PushQueueOptions } from './push-queue.ts';
import { SeatBatch } from './seat-batch.ts';
import type { FloorSnapshot, FloorTotals, SeatNews } from './seat-news.ts';

interface SeatQueueOptions extends PushQueueOptions {
  readonly snapshot: () => FloorSnapshot;
  readonly maxPausedMs: number;
  readonly regions: readonly string[];
}

export class SeatQueue extends PushQueue<SeatStatusView> {
  readonly #options: SeatQueueOptions;
  readonly #changed = new Map<number, SeatNews>();
  #totals: FloorTotals = { sold: 0, tickets: 0, oversold: 0 };
  #everything = true;
  #revision = Number.NEGATIVE_INFINITY;
  #sequence = 0;
  #stopWaiting: Cancel | null = null;

  constructor(options: SeatQueueOptions) {
    super(options);
    this.#options = options;
    this.#waitForReader();
  }

  offer(changes: readonly SeatNews[], totals: FloorTotals, revision: number): void {
    // Late news of a floor that this viewer has already seen replaced.
    if (this.ended || revision < this.#revision) return;
    if (revision > this.#revision) this.#forgetFloor(revision);
    if (!this.#everything) {
      for (const news of changes) this.#changed.set(news.index, news);
      this.#totals = totals;
    }
    if (!this.#pending) return;
    this.#waitForReader();
    this.wake();
  }

  override next(): Promise<IteratorResult<SeatStatusView, undefined>> {
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    return super.next();
  }

  get #pending(): boolean {
    return this.#everything || this.#changed.size > 0;
  }

  #forgetFloor(revision: number): void {
    this.#revision = revision;
    this.#everything = true;
    this.#changed.clear();
  }

  #waitForReader(): void {
    if (this.hasReader) return;
    const { clock, maxPausedMs } = this.#options;
    this.#stopWaiting ??= clock.after(maxPausedMs, () => {
      this.fail(new SlowConsumer(`Nothing was read for ${maxPausedMs} ms; subscribe again.`));
    });
  }

  protected override take(): { readonly value: SeatStatusView } | null {
    if (!this.#pending) return null;
    const { revision, totals, seats } = this.#everything
      ? this.#options.snapshot()
      : { revision: this.#revision, totals: this.#totals, seats: [...this.#changed.values()] };
    this.#revision = revision;
    this.#everything = false;
    this.#changed.clear();
    this.#sequence += 1;
    const stamp = { revision, sequence: this.#sequence, atMs: this.#options.clock.nowMs() };
    return { value: new SeatBatch(stamp, totals, seats, this.#options.regions) };
  }

  protected override drop(): void {
    this.#changed.clear();
    this.#stopWaiting?.();
    this.#stopWaiting = null;
  }
}
