// What lies between the Regions: how long a write travels, and which ways are cut. It is changed
// while everything runs; whoever sends something asks it at that moment.

/** One way that nothing passes: Regions by name, a witness's Region included; '*' is every one. */
export interface Cut {
  readonly from: string;
  readonly to: string;
}

export interface ReplicationSettings {
  /** EVENTUAL: mean delay from a write to its arrival in the peer, in milliseconds. */
  readonly lagMs: number;
  /** The delay is lagMs ± up to this, evenly spread; never below 0. */
  readonly jitterMs: number;
  /** EVENTUAL: while true nothing arrives in any peer; the newest write of each item is held. */
  readonly paused: boolean;
  /** STRONG: the round trip that a write and a consistent read pay, in milliseconds. */
  readonly strongDelayMs: number;
  /** Ways that are cut, of both modes; [] heals. What was held on them is delivered then. */
  readonly cuts: readonly Cut[];
}

export class Network {
  #settings: ReplicationSettings;

  constructor(settings: ReplicationSettings) {
    this.#settings = settings;
  }

  get settings(): ReplicationSettings {
    return this.#settings;
  }

  configure(settings: ReplicationSettings): void {
    this.#settings = settings;
  }

  /** Whether an asynchronous write passes now. */
  delivers(from: string, to: string): boolean {
    return !this.#settings.paused && !this.#isCut(from, to);
  }

  /** Whether asynchronous writes pass both ways now. */
  deliversBothWays(a: string, b: string): boolean {
    return this.delivers(a, b) && this.delivers(b, a);
  }

  /** Whether a question and its answer pass now: a pause holds only what is asynchronous. */
  connects(a: string, b: string): boolean {
    return !this.#isCut(a, b) && !this.#isCut(b, a);
  }

  #isCut(from: string, to: string): boolean {
    return this.#settings.cuts.some(
      (cut) => (cut.from === '*' || cut.from === from) && (cut.to === '*' || cut.to === to),
    );
  }
}
