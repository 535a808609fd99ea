// One direction of replication, from a Region to one peer. Each write travels by itself and arrives
// after the lag, give or take the jitter; the peer keeps it only when it is newer than its own.
// Writes may overtake each other: the stamps, not the order of arrival, decide.
// Bounded: past MAX_PENDING writes (a long cut) further ones are dropped and noted as missed, and
// anti-entropy finds them by comparing the Regions. Nothing is lost, only later.
import type { Random } from '@worldseat/schema/domain';
import type { Network } from './network.ts';
import { isNewer, stampOf } from './stamps.ts';
import type { Item } from './wire.ts';

export const MAX_PENDING = 100_000;

export interface LinkOptions {
  readonly from: string;
  readonly to: string;
  readonly network: Network;
  readonly random: Random;
  /** Stores the version in the peer, if it is newer there. Must not throw. */
  readonly apply: (table: string, key: string, version: Item) => Promise<boolean>;
  /** Called when everything pending has arrived, but something had been missed before. */
  readonly onMissed: () => void;
}

interface Write {
  readonly table: string;
  readonly key: string;
  readonly version: Item;
  /** How often the table had been forgotten when this was sent. */
  readonly epoch: number;
}

export class ReplicationLink {
  readonly #options: LinkOptions;
  /** Arrived during a cut: the newest of each key. */
  readonly #held = new Map<string, Write>();
  readonly #epochs = new Map<string, number>();
  #travelling = 0;
  #missed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  /** Writes that have not arrived yet, held ones included. */
  get pending(): number {
    return this.#travelling + this.#held.size;
  }

  send(table: string, key: string, version: Item): void {
    if (this.pending >= MAX_PENDING) {
      this.#missed = true;
      return;
    }
    this.#travel({ table, key, version, epoch: this.#epochOf(table) });
  }

  /** Sends what was held, when the network has changed and delivers now. */
  resume(): void {
    if (!this.#delivers()) return;
    const held = [...this.#held.values()];
    this.#held.clear();
    held.forEach((write) => this.#travel(write));
  }

  /** What is on its way of this table never arrives: the replica is gone, or the next one's. */
  forget(table: string): void {
    this.#epochs.set(table, this.#epochOf(table) + 1);
    for (const [id, write] of this.#held) if (write.table === table) this.#held.delete(id);
  }

  #travel(write: Write): void {
    const { lagMs, jitterMs } = this.#options.network.settings;
    const delayMs = Math.max(0, lagMs + (this.#options.random() * 2 - 1) * jitterMs);
    this.#travelling += 1;
    setTimeout(() => void this.#arrive(write), delayMs);
  }

  async #arrive(write: Write): Promise<void> {
    if (write.epoch !== this.#epochOf(write.table)) {
      this.#travelling -= 1;
      return;
    }
    if (!this.#delivers()) {
      this.#travelling -= 1;
      // A later write of this Region has a later stamp, but may have overtaken an earlier one.
      const id = `${write.table}/${write.key}`;
      const held = this.#held.get(id);
      this.#held.set(id, held === undefined ? write : newer(held, write));
      return;
    }
    const stored = await this.#options.apply(write.table, write.key, write.version);
    this.#travelling -= 1;
    if (!stored) this.#missed = true;
    if (this.#missed && this.pending === 0) {
      this.#missed = false;
      this.#options.onMissed();
    }
  }

  #epochOf(table: string): number {
    return this.#epochs.get(table) ?? 0;
  }

  #delivers(): boolean {
    const { network, from, to } = this.#options;
    return network.delivers(from, to);
  }
}

function newer(a: Write, b: Write): Write {
  const [first, second] = [stampOf(a.version), stampOf(b.version)];
  return first !== null && second !== null && isNewer(first, second) ? a : b;
}
