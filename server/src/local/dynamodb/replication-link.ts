// One direction of replication, from a Region to one peer. Each write travels by itself and arrives
// after the lag, give or take the jitter; the peer keeps it only when it is newer than its own.
// Writes may overtake each other: the stamps, not the order of arrival, decide.
// Bounded: past MAX_PENDING writes (a long pause) further ones are dropped and noted as missed,
// and anti-entropy finds them by comparing the Regions. Nothing is lost, only later.
import type { Random } from '@worldseat/schema/domain';
import { isNewer, stampOf } from './stamps.ts';
import type { Item } from './wire.ts';

export const MAX_PENDING = 100_000;

export interface ReplicationSettings {
  /** Mean delay from a write to its arrival in the peer, in milliseconds. */
  readonly lagMs: number;
  /** The delay is lagMs ± up to this, evenly spread; never below 0. */
  readonly jitterMs: number;
  /** While true nothing arrives in any peer; writes are held, the newest of each item. */
  readonly paused: boolean;
}

export interface LinkOptions {
  readonly settings: ReplicationSettings;
  readonly random: Random;
  /** Stores the item in the peer, if it is newer there. Must not throw. */
  readonly apply: (table: string, key: string, item: Item) => Promise<boolean>;
  /** Called when everything pending has arrived, but something had been missed before. */
  readonly onMissed: () => void;
}

interface Write {
  readonly table: string;
  readonly key: string;
  readonly item: Item;
}

export class ReplicationLink {
  readonly #options: LinkOptions;
  #settings: ReplicationSettings;
  /** Arrived during a pause: the newest of each key. */
  readonly #held = new Map<string, Write>();
  #travelling = 0;
  #missed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#settings = options.settings;
  }

  /** Writes that have not arrived yet, held ones included. */
  get pending(): number {
    return this.#travelling + this.#held.size;
  }

  send(table: string, key: string, item: Item): void {
    if (this.pending >= MAX_PENDING) {
      this.#missed = true;
      return;
    }
    this.#travel({ table, key, item });
  }

  configure(settings: ReplicationSettings): void {
    this.#settings = settings;
    if (settings.paused) return;
    const held = [...this.#held.values()];
    this.#held.clear();
    held.forEach((write) => this.#travel(write));
  }

  #travel(write: Write): void {
    const { lagMs, jitterMs } = this.#settings;
    const delayMs = Math.max(0, lagMs + (this.#options.random() * 2 - 1) * jitterMs);
    this.#travelling += 1;
    setTimeout(() => void this.#arrive(write), delayMs);
  }

  async #arrive(write: Write): Promise<void> {
    if (this.#settings.paused) {
      this.#travelling -= 1;
      // A later write of this Region has a later stamp, but may have overtaken an earlier one.
      const id = `${write.table}/${write.key}`;
      const held = this.#held.get(id);
      this.#held.set(id, held === undefined ? write : newer(held, write));
      return;
    }
    const stored = await this.#options.apply(write.table, write.key, write.item);
    this.#travelling -= 1;
    if (!stored) this.#missed = true;
    if (this.#missed && this.pending === 0) {
      this.#missed = false;
      this.#options.onMissed();
    }
  }
}

function newer(a: Write, b: Write): Write {
  const [first, second] = [stampOf(a.item), stampOf(b.item)];
  return first !== null && second !== null && isNewer(first, second) ? a : b;
}
