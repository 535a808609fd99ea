// Follows the ledger while orders are answered: each acknowledged sale is read back from the
// committed ledger before it counts, in batches. What an answer claimed is never counted by itself.
// When reading back fails, the whole ledger is read again.
import { setTimeout as pause } from 'node:timers/promises';
import type { Sale, Scope } from '@worldseat/schema/domain';
import type { LedgerReading } from '@worldseat/schema/witness';
import type { Engine, SaleKey } from '../engines/engine.ts';
import { Tally } from './tally.ts';

/** The floor on sale, as far as the ledger's follower needs it. */
export interface FloorOnSale {
  readonly scope: Scope;
}

export interface FollowerOptions {
  readonly engine: Pick<Engine, 'readBack' | 'readLedger'>;
  readonly floor: FloorOnSale;
  /** Called with the seats whose sales changed, after the tally has changed. */
  readonly onChange: (seatIds: readonly string[]) => void;
  readonly onFault: (error: unknown) => void;
}

/**
 * Least time between two readings back; acknowledgements that come meanwhile are read back together.
 * About a frame of a screen: whoever tells what was read tells it at once, and gathers no more.
 */
const GATHER_MS = 16;
/** Between whole readings while a Region does not answer, doubling. */
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5_000;
/** The engine's limit of keys in one read. */
const KEYS_A_READ = 100;

export class LedgerFollower {
  readonly #options: FollowerOptions;
  readonly #watchers = new Set<(sale: Sale) => void>();
  #tally = new Tally();
  #acknowledged: SaleKey[] = [];
  /** Resolves when all that was acknowledged was read back; null: it was. */
  #reading: Promise<void> | null = null;
  #readAtMs = Number.NEGATIVE_INFINITY;
  #closed = false;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  get tally(): Tally {
    return this.#tally;
  }

  /** Told of each sale as it is counted. Returns its own end. */
  watch(onSale: (sale: Sale) => void): () => void {
    this.#watchers.add(onSale);
    return () => this.#watchers.delete(onSale);
  }

  /** Notes a sale that the engine acknowledged; it counts once it was read back. */
  acknowledge(key: SaleKey): void {
    this.#acknowledged.push(key);
    this.#reading ??= this.#readBack();
  }

  /** Resolves when all that was acknowledged was read back, or cannot be for the time given. */
  async caughtUp(limitMs: number): Promise<void> {
    const limit = new AbortController();
    const { signal } = limit;
    const late = pause(limitMs, undefined, { ref: false, signal }).catch(() => undefined);
    await Promise.race([this.#reading, late]);
    limit.abort();
  }

  /** Forgets the earlier rounds of seats that are on sale anew. */
  opened(scope: Scope): void {
    const emptied = [...scope.keys()].filter((seatId) => this.#tally.drop(seatId));
    if (emptied.length > 0) this.#options.onChange(emptied);
  }

  /** Forgets the whole floor, which is on sale anew; nothing is announced. */
  reset(): void {
    this.#tally = new Tally();
  }

  /**
   * Reads the whole ledger of the rounds on sale and counts what it shows, also sales that nobody
   * was told of. The ledger only grows, so what was read before stays counted.
   */
  async sync(): Promise<LedgerReading> {
    const reading = await this.#options.engine.readLedger(this.#options.floor.scope);
    this.#count(reading.sales);
    return reading;
  }

  close(): void {
    this.#closed = true;
  }

  async #readBack(): Promise<void> {
    while (this.#acknowledged.length > 0 && !this.#closed) {
      // Nothing is waited for that is over: a sale after a quiet moment is read back at once.
      const restMs = this.#readAtMs + GATHER_MS - performance.now();
      await pause(Math.max(0, restMs), undefined, { ref: false });
      this.#readAtMs = performance.now();
      const keys = this.#acknowledged;
      this.#acknowledged = [];
      try {
        const pages = await Promise.all(chunks(keys).map((c) => this.#options.engine.readBack(c)));
        this.#count(pages.flat());
      } catch (error) {
        this.#options.onFault(error);
        await this.#readWhole();
      }
    }
    this.#reading = null;
  }

  /** Repeats a whole reading until every Region answers. Does not throw. */
  async #readWhole(): Promise<void> {
    let delayMs = FIRST_RETRY_MS;
    while (!this.#closed && !(await this.#syncsWhole())) {
      await pause(delayMs, undefined, { ref: false });
      delayMs = Math.min(2 * delayMs, LAST_RETRY_MS);
    }
  }

  async #syncsWhole(): Promise<boolean> {
    try {
      return (await this.sync()).unreachable.length === 0;
    } catch (error) {
      this.#options.onFault(error);
      return false;
    }
  }

  #count(sales: readonly Sale[]): void {
    const { scope } = this.#options.floor;
    const changed = new Set<string>();
    for (const sale of sales) {
      if (scope.get(sale.seatId) !== sale.round) continue;
      if (!this.#tally.add(sale)) continue;
      changed.add(sale.seatId);
      for (const onSale of this.#watchers) onSale(sale);
    }
    if (changed.size > 0) this.#options.onChange([...changed]);
  }
}

function chunks(keys: readonly SaleKey[]): SaleKey[][] {
  const count = Math.ceil(keys.length / KEYS_A_READ);
  return Array.from({ length: count }, (_, at) =>
    keys.slice(at * KEYS_A_READ, (at + 1) * KEYS_A_READ),
  );
}
