// The Regions of one engine. All are endpoints of one database, so that each speaks for it; what none
// of them answers makes the engine unavailable.
import { EngineUnavailable, SeatUnknown } from '../engine.ts';
import { messageOf } from './faults.ts';
import type { RegionPool } from './region-pool.ts';

export const NO_REGIONS = 'it has no Regions';

export class Regions {
  readonly pools: readonly RegionPool[];
  readonly #engineId: string;

  constructor(engineId: string, pools: readonly RegionPool[]) {
    this.#engineId = engineId;
    this.pools = pools;
  }

  /** Asks the Regions in turn until one answers. */
  async any<Result>(ask: (pool: RegionPool) => Promise<Result>): Promise<Result> {
    let refusal: unknown = new Error(NO_REGIONS);
    for (const pool of this.pools) {
      try {
        return await ask(pool);
      } catch (error) {
        if (error instanceof SeatUnknown || error instanceof RangeError) throw error;
        refusal = error;
      }
    }
    throw this.#unavailable(messageOf(refusal), refusal);
  }

  /** Asks every Region. @throws EngineUnavailable naming the first that does not answer */
  async each(ask: (pool: RegionPool) => Promise<unknown>): Promise<void> {
    const ends = await Promise.allSettled(this.pools.map(ask));
    ends.forEach((end, index) => {
      if (end.status === 'fulfilled') return;
      const region = this.pools[index]?.region ?? '';
      throw this.#unavailable(`${region}: ${messageOf(end.reason)}`, end.reason);
    });
  }

  /** What needs several of them, or a certain one. @throws EngineUnavailable */
  async together<Result>(ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      throw this.#unavailable(messageOf(error), error);
    }
  }

  #unavailable(reason: string, cause: unknown): EngineUnavailable {
    return new EngineUnavailable(this.#engineId, reason, cause);
  }
}
