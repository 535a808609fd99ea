// When anti-entropy runs. A pair of Regions stays open from the request until one comparison has
// ended without a failure; only then is it repaired. During a pause or a cut between them they are
// not compared, requests are kept; after MAX_TRIES failures it stays open, and the next request or resumption tries again.

/** One table in two of its Regions. */
export interface Pair {
  readonly table: string;
  readonly a: string;
  readonly b: string;
}

export interface RepairScheduleOptions {
  readonly paused: boolean;
  /** Asked before each comparison: whether it must wait, for the next configure(). Default: no. */
  readonly isCut?: (pair: Pair) => boolean;
  /** Compares and repairs. @returns false when it was not done whole. Must not throw */
  readonly repair: (pair: Pair) => Promise<boolean>;
  /** Told when a pair is given up for now. */
  readonly onFault: (message: string) => void;
  /** Between two tries. Default 500. */
  readonly retryPauseMs?: number;
}

const MAX_TRIES = 5;
const RETRY_PAUSE_MS = 500;

interface Entry {
  readonly pair: Pair;
  readonly onRepaired: (() => void)[];
  running: boolean;
  /** Asked for while it runs: what is missing may be in a part that was compared already. */
  requests: number;
  /** Failed tries since it was asked for. */
  tries: number;
}

export class RepairSchedule {
  readonly #options: RepairScheduleOptions;
  readonly #open = new Map<string, Entry>();
  #paused: boolean;

  constructor(options: RepairScheduleOptions) {
    this.#options = options;
    this.#paused = options.paused;
  }

  /** Whether nothing may pass between the two now. */
  holds(pair: Pair): boolean {
    return this.#paused || this.#options.isCut?.(pair) === true;
  }

  /** Pairs that are not repaired: waiting, being compared, or given up for now. */
  get open(): number {
    return this.#open.size;
  }

  /** Has the pair compared in the background. @param onRepaired called once, when it is repaired */
  request(pair: Pair, onRepaired: () => void = () => undefined): void {
    const id = `${pair.table}/${pair.a}/${pair.b}`;
    const entry = this.#open.get(id) ?? newEntry(pair);
    this.#open.set(id, entry);
    entry.onRepaired.push(onRepaired);
    entry.requests += 1;
    entry.tries = 0;
    void this.#run(id, entry);
  }

  configure({ paused }: { readonly paused: boolean }): void {
    this.#paused = paused;
    for (const [id, entry] of this.#open) {
      entry.tries = 0;
      void this.#run(id, entry);
    }
  }

  async #run(id: string, entry: Entry): Promise<void> {
    if (entry.running) return;
    entry.running = true;
    while (!this.holds(entry.pair) && entry.tries < MAX_TRIES) {
      const { requests } = entry;
      const whole = await this.#options.repair(entry.pair);
      if (whole && entry.requests === requests) {
        this.#open.delete(id);
        entry.onRepaired.forEach((call) => call());
        return;
      }
      if (whole) continue;
      entry.tries += 1;
      await pause(this.#options.retryPauseMs ?? RETRY_PAUSE_MS);
    }
    entry.running = false;
    if (entry.tries === MAX_TRIES) {
      const { table, a, b } = entry.pair;
      this.#options.onFault(`${table} in ${a} and ${b} differs after ${MAX_TRIES} repairs`);
    }
  }
}

function newEntry(pair: Pair): Entry {
  return { pair, onRepaired: [], running: false, requests: 0, tries: 0 };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
