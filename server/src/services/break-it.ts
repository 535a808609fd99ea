// Break it: the same planned buyers on every chosen engine, at the same time. The seats are put on
// sale anew first and every connection is opened; then nothing is waited for but the buyers.
// One burst or reset holds an engine's floor at a time; another is shed, not queued.
import { randomInt } from 'node:crypto';
import { LIMITS, VENUES, type Scope, type Strategy } from '@worldseat/schema/domain';
import type {
  BreakItRequest,
  BreakItView,
  BurstView,
  Refusal,
  ResetFloorRequest,
  ResetFloorView,
} from '@worldseat/schema/services';
import { planBurst } from '../burst/plan.ts';
import type { Log } from '../log.ts';
import type { BurstShelf } from './burst-shelf.ts';
import { checkBurst, chosenTrials, chosenVenue } from './check-burst.ts';
import { allOrFirstFault, holdFloors } from './hold-floors.ts';
import { invalid, quote } from './input.ts';
import { newBurst } from './new-burst.ts';
import { RunningBurst } from './running-burst.ts';
import type { Trial } from './trial.ts';

interface Prepared {
  readonly trial: Trial;
  readonly scope: Scope;
  readonly running: RunningBurst;
}

export class BreakItDesk {
  readonly #trials: readonly Trial[];
  readonly #shelf: BurstShelf;
  readonly #log: Log;
  #stopping = false;

  constructor(trials: readonly Trial[], shelf: BurstShelf, log: Log) {
    this.#trials = trials;
    this.#shelf = shelf;
    this.#log = log;
  }

  async breakIt(request: BreakItRequest): Promise<BreakItView | Refusal> {
    const trials = chosenTrials(request.engines, this.#trials);
    if ('__typename' in trials) return trials;
    const wrong = checkBurst(request, trials);
    if (wrong !== null) return wrong;
    return holdFloors(trials, 'a burst', async (release) => {
      const seed = request.seed ?? randomInt(LIMITS.seed.max);
      // All of them answer before any seat is touched.
      await allOrFirstFault(trials.map((trial) => trial.engine.warm()));
      const prepared = await allOrFirstFault(
        trials.map((trial) => this.#prepare(trial, request, seed)),
      );
      const views = prepared.map(({ running }) => running.view);
      const ended = prepared.map(async (burst) => {
        const settled = await this.#run(burst, request.strategy);
        release(burst.trial);
        return settled;
      });
      const bursts = request.wait ? await Promise.all(ended) : views;
      return { __typename: 'BreakIt', bursts };
    });
  }

  async resetFloor(request: ResetFloorRequest): Promise<ResetFloorView | Refusal> {
    const trials = chosenTrials(request.engines, this.#trials);
    if ('__typename' in trials) return trials;
    const venue = chosenVenue(request.venue);
    if (venue === null) {
      const known = Object.keys(VENUES).join(', ');
      const asked = quote(request.venue ?? '');
      return invalid('venue', `There is no venue ${asked}; the venues are ${known}.`);
    }
    return holdFloors(trials, 'a reset of the floor', async (release) => {
      await allOrFirstFault(trials.map((trial) => trial.resetFloor(venue)));
      trials.forEach(release);
      return { __typename: 'ResetFloor', engineIds: trials.map(({ engine }) => engine.id) };
    });
  }

  /** The server is about to stop: buyers in line are not served any more. */
  stop(): void {
    this.#stopping = true;
  }

  async #prepare(trial: Trial, request: BreakItRequest, seed: number): Promise<Prepared> {
    const { seat, buyers } = request;
    const opened = seat === null ? await trial.resetFloor() : await trial.openSeat(seat);
    const scope = new Map(opened);
    const burst = newBurst(trial, scope, request, seed);
    const { regions } = trial.engine;
    const plan = { burstId: burst.id, seed, buyers, regions, seatIds: [...scope.keys()] };
    const stopped = () => this.#stopping;
    const running = new RunningBurst(trial, burst, scope, planBurst(plan), stopped);
    await this.#shelf.begin(scope, () => running.view);
    return { trial, scope, running };
  }

  /** Does not throw: a burst that cannot be settled or kept is FAILED. */
  async #run({ trial, scope, running }: Prepared, strategy: Strategy): Promise<BurstView> {
    try {
      const { burst, answers } = await running.run(strategy);
      await this.#shelf.end(scope, burst, answers);
      running.end(burst);
    } catch (error) {
      this.#log.error({ engine: trial.engine.id, err: error }, 'a burst could not be settled');
      const note = 'The burst could not be settled; the log of the server says why.';
      running.end({ ...running.view, state: 'FAILED', note });
    }
    return running.view;
  }
}
