// Break it: the same planned buyers on every chosen engine, at the same time. The seats are put on
// sale anew first and every connection is opened; then nothing is waited for but the buyers.
// One burst or reset holds an engine's floor at a time; another is shed, not queued.
import { randomInt } from 'node:crypto';
import { compareSales, LIMITS, type Answer } from '@worldseat/schema/domain';
import type { HistoryHeader } from '@worldseat/schema/history';
import type {
  BreakItRequest,
  BreakItView,
  BurstView,
  LabEngineView,
  Refusal,
  ResetFloorRequest,
  ResetFloorView,
} from '@worldseat/schema/services';
import { usualScenario } from '../burst/plan.ts';
import type { Log } from '../log.ts';
import type { Person } from '../room/index.ts';
import type { BurstShelf } from './burst-shelf.ts';
import { checkFloors, checkOffers, checkRequest, type BurstRequest } from './check-burst.ts';
import { chosenEngines, chosenVenue } from './chosen.ts';
import type { EngineRoom } from './engine-room.ts';
import type { FireRequest } from './fire-request.ts';
import { allOrFirstFault, holdFloors, orRefusal } from './hold-floors.ts';
import { prepareBurst } from './prepare-burst.ts';
import type { RoomDesk } from './room-desk.ts';
import type { RunningBurst } from './running-burst.ts';
import type { Trial } from './trial.ts';

export type { FireRequest } from './fire-request.ts';

export interface BreakItParts {
  readonly room: EngineRoom;
  readonly shelf: BurstShelf;
  readonly guests: RoomDesk;
  readonly software: HistoryHeader['software'];
  readonly log: Log;
}

/** A burst asks for what its floor or its engine cannot give; nothing was started. */
export class BurstRefused extends Error {
  override readonly name = 'BurstRefused';
  readonly code = 'BURST_REFUSED';
}

export class BreakItDesk {
  readonly #parts: BreakItParts;
  #stopping = false;

  constructor(parts: BreakItParts) {
    this.#parts = parts;
  }

  async breakIt(request: BreakItRequest): Promise<BreakItView | Refusal> {
    const scenario = request.scenario ?? usualScenario(request.seat);
    const engines = chosenEngines(request.engines, this.#parts.room);
    if ('__typename' in engines) return engines;
    const wrong = checkRequest({ ...request, scenario }) ?? checkOffers(request.strategy, engines);
    if (wrong !== null) return wrong;
    return orRefusal(this.#openAndFire(engines, { ...request, scenario }));
  }

  /**
   * One burst on one engine, as a cell of the lab.
   * @returns the burst as it ended, SETTLED or FAILED
   * @throws EngineUnavailable; FloorBusy; BurstRefused when it asks for what cannot be
   */
  async fire(trial: Trial, request: FireRequest): Promise<BurstView> {
    const refused =
      checkRequest(request) ??
      checkOffers(request.strategy, [trial.engine]) ??
      checkFloors(request, [trial]);
    if (refused !== null) throw new BurstRefused(refused.message);
    const { bursts } = await this.#fireAll([trial], request, true);
    const [burst] = bursts;
    if (burst === undefined) throw new Error('no burst was fired');
    return burst;
  }

  async resetFloor(request: ResetFloorRequest): Promise<ResetFloorView | Refusal> {
    const engines = chosenEngines(request.engines, this.#parts.room);
    if ('__typename' in engines) return engines;
    const venue = chosenVenue(request.venue);
    if (venue !== undefined && '__typename' in venue) return venue;
    const reset = async (trials: readonly Trial[]): Promise<ResetFloorView> =>
      holdFloors(trials, 'a reset of the floor', async (release) => {
        await allOrFirstFault(trials.map((trial) => trial.resetFloor(venue)));
        trials.forEach(release);
        return { __typename: 'ResetFloor', engineIds: trials.map(({ engine }) => engine.id) };
      });
    return orRefusal(this.#open(engines).then(reset));
  }

  /** The server is about to stop: buyers in line are not served any more. */
  stop(): void {
    this.#stopping = true;
  }

  async #openAndFire(
    engines: readonly LabEngineView[],
    request: BurstRequest & Pick<BreakItRequest, 'wait' | 'room'>,
  ): Promise<BreakItView | Refusal> {
    const trials = await this.#open(engines);
    const { seat, buyers, strategy, scenario, wait } = request;
    const seed = request.seed ?? randomInt(LIMITS.seed.max);
    const fire = { seat, buyers, seed, strategy, scenario, labId: null };
    const people = request.room ? this.#parts.guests.people : [];
    return checkFloors(fire, trials) ?? this.#fireAll(trials, fire, wait, people);
  }

  #open(engines: readonly LabEngineView[]): Promise<Trial[]> {
    return allOrFirstFault(engines.map(({ id }) => this.#parts.room.openEngine(id)));
  }

  #fireAll(
    trials: readonly Trial[],
    request: FireRequest,
    wait: boolean,
    people: readonly Person[] = [],
  ): Promise<BreakItView> {
    return holdFloors(trials, 'a burst', async (release) => {
      // All of them answer before any seat is touched.
      await allOrFirstFault(trials.map((trial) => trial.engine.warm()));
      const { software, guests } = this.#parts;
      const stopped = () => this.#stopping;
      const onAnswer = (answer: Answer) => guests.answered(answer);
      const circumstances = { software, people, stopped, onAnswer };
      const prepared = await allOrFirstFault(
        trials.map(async (trial) => {
          const running = await prepareBurst(trial, request, circumstances);
          await this.#parts.shelf.begin(running.scope, () => running.view);
          return { trial, running };
        }),
      );
      if (people.length > 0) {
        for (const { running } of prepared) guests.begin(running.view, running.orders, people);
      }
      const views = prepared.map(({ running }) => running.view);
      const ended = prepared.map(async ({ trial, running }) => {
        const settled = await this.#run(trial, running);
        release(trial);
        return settled;
      });
      const bursts = wait ? await Promise.all(ended) : views;
      return { __typename: 'BreakIt', bursts };
    });
  }

  /** Does not throw: a burst that cannot be settled or kept is FAILED. */
  async #run(trial: Trial, running: RunningBurst): Promise<BurstView> {
    const { scope } = running;
    try {
      const { burst, history, answers } = await running.run().catch((error: unknown) => {
        this.#failed(running, error);
        return running.cutShort(UNSETTLED);
      });
      await this.#parts.shelf.end(scope, burst, history);
      running.end(burst);
      const known = burst.state === 'SETTLED';
      const salesOf = (seatId: string) =>
        [...trial.follower.tally.holders(seatId)].sort(compareSales);
      this.#parts.guests.settled(answers, known ? salesOf : () => null);
    } catch (error) {
      this.#failed(running, error);
      running.end({ ...running.view, state: 'FAILED', note: UNSETTLED });
    }
    return running.view;
  }

  #failed({ view }: RunningBurst, error: unknown): void {
    const fields = { engine: view.engineId, burst: view.id, err: error };
    this.#parts.log.error(fields, 'a burst could not be settled');
  }
}

const UNSETTLED = 'The burst could not be settled; the log of the server says why.';
