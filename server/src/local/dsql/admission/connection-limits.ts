// How many connections a gateway has and how fast it takes new ones: a count and a bucket, as
// Aurora DSQL limits them, and a bound of its own for handshakes that are under way.
import { performance } from 'node:perf_hooks';
import type { Refusal } from '../wire/write.ts';
import { CONNECTION_RATE_EXCEEDED, TOO_MANY_CONNECTIONS } from './refusals.ts';

export interface ConnectionLimitOptions {
  /** Open at once. */
  readonly connections: number;
  /** New ones: the size of the bucket, and how fast it fills. */
  readonly connectionBurst: number;
  readonly connectionsPerSecond: number;
  /** Handshakes under way at once; a client beyond them is cut off unheard. Default 1,000. */
  readonly handshakes?: number;
  /** Milliseconds of a clock that never goes back. Default: of this process. */
  readonly nowMs?: () => number;
}

/** Gives back what was taken; calling it again does nothing. */
export type Release = () => void;

export type Place =
  | { readonly kind: 'TAKEN'; readonly release: Release }
  | { readonly kind: 'REFUSED'; readonly refusal: Refusal };

const HANDSHAKES = 1_000;

/** One object a gateway. */
export class ConnectionLimits {
  readonly #bucket: Bucket;
  readonly #open: Counter;
  readonly #handshakes: Counter;

  constructor(options: ConnectionLimitOptions) {
    this.#bucket = new Bucket(options);
    this.#open = new Counter(options.connections);
    this.#handshakes = new Counter(options.handshakes ?? HANDSHAKES);
  }

  /** Connections that are open now. */
  get open(): number {
    return this.#open.count;
  }

  /** Handshakes that are under way now. */
  get handshakes(): number {
    return this.#handshakes.count;
  }

  /** Null when there are too many. */
  beginHandshake(): Release | null {
    return this.#handshakes.take();
  }

  /** A place for a client that has shown who it is: strangers use up no place and no rate. */
  takePlace(): Place {
    const release = this.#open.take();
    if (release === null) return { kind: 'REFUSED', refusal: TOO_MANY_CONNECTIONS };
    if (this.#bucket.take()) return { kind: 'TAKEN', release };
    release();
    return { kind: 'REFUSED', refusal: CONNECTION_RATE_EXCEEDED };
  }
}

/** A count with a ceiling. */
class Counter {
  readonly #ceiling: number;
  #count = 0;

  constructor(ceiling: number) {
    this.#ceiling = ceiling;
  }

  get count(): number {
    return this.#count;
  }

  take(): Release | null {
    if (this.#count >= this.#ceiling) return null;
    this.#count += 1;
    let isHeld = true;
    return () => {
      if (isHeld) this.#count -= 1;
      isHeld = false;
    };
  }
}

/** What one connection takes out of the bucket, so that whole milliseconds add up exactly. */
const ONE_CONNECTION = 1_000;

/** A bucket that is full at first and fills steadily; each new connection takes its part out. */
class Bucket {
  readonly #size: number;
  readonly #perMs: number;
  readonly #nowMs: () => number;
  #level: number;
  #filledAtMs: number;

  constructor({ connectionBurst, connectionsPerSecond, nowMs }: ConnectionLimitOptions) {
    this.#size = connectionBurst * ONE_CONNECTION;
    this.#perMs = connectionsPerSecond;
    this.#nowMs = nowMs ?? (() => performance.now());
    this.#level = this.#size;
    this.#filledAtMs = this.#nowMs();
  }

  take(): boolean {
    const nowMs = this.#nowMs();
    this.#level = Math.min(this.#size, this.#level + (nowMs - this.#filledAtMs) * this.#perMs);
    this.#filledAtMs = nowMs;
    if (this.#level < ONE_CONNECTION) return false;
    this.#level -= ONE_CONNECTION;
    return true;
  }
}
