// Break it: the same planned buyers on every chosen engine, at the same time. The seats are put on
// sale anew first and every connection is opened; then nothing is waited for but the buyers.
// One burst or reset holds an engine's floor at a time; another is shed, not queued.
import { randomInt } from 'node:crypto';
import { LIMITS, VENUES, type Scope, type Venue } from '@worldseat/schema/domain';
import type {
  BreakItRequest,
  BreakItView,
  BurstView,
  Refusal,
  ResetFloorRequest,
  ResetFloorView,
} from '@worldseat/schema/services';
import { planBurst } from '../burst/plan.ts';
import { EMPTY_SCOREBOARD } from '../burst/scoreboard.ts';
import { EngineUnavailable } from '../engines/engine.ts';
import type { Log } from '../log.ts';
import type { BurstShelf } from './burst-shelf.ts';
import { checkRange, invalid, overloaded, quote, unknownEngine, unknownSeat } from './input.ts';
import { RunningBurst } from './running-burst.ts';
import type { Trial } from './trial.ts';

interface Opened {
  readonly trial: Trial;
  readonly scope: Scope;
}

export class BreakItDesk {
  readonly #trials: readonly Trial[];
  readonly #shelf: BurstShelf;
  readonly #log: Log;

  constructor(trials: readonly Trial[], shelf: BurstShelf, log: Log) {
    this.#trials = trials;
    this.#shelf = shelf;
    this.#log = log;
  }

  async breakIt(request: BreakItRequest): Promise<BreakItView | Refusal> {
    const trials = this.#chosen(request.engines);
    if ('__typename' in trials) return trials;
    const wrong = checkBurst(request, trials);
    if (wrong !== null) return wrong;
    return this.#holding(trials, 'a burst', async (release) => {
      const seed = request.seed ?? randomInt(LIMITS.seed.max);
      const opened = await Promise.all(trials.map((trial) => this.#open(trial, request.seat)));
      const bursts = await Promise.all(opened.map((on) => this.#begin(on, request, seed)));
      const ended = Promise.all(bursts.map((burst) => burst.ended)).finally(release);
      if (request.wait) return { __typename: 'BreakIt', bursts: await ended };
      ended.catch((error: unknown) => this.#log.error({ err: error }, 'a burst was not kept'));
      return { __typename: 'BreakIt', bursts: bursts.map((burst) => burst.view) };
    });
  }

  async resetFloor(request: ResetFloorRequest): Promise<ResetFloorView | Refusal> {
    const trials = this.#chosen(request.engines);
    if ('__typename' in trials) return trials;
    const venue = chosenVenue(request.venue);
    if (venue === null) {
      const known = Object.keys(VENUES).join(', ');
      const asked = quote(request.venue ?? '');
      return invalid('venue', `There is no venue ${asked}; the venues are ${known}.`);
    }
    return this.#holding(trials, 'a reset of the floor', async (release) => {
      await Promise.all(trials.map((trial) => trial.resetFloor(venue)));
      release();
      return { __typename: 'ResetFloor', engineIds: trials.map(({ engine }) => engine.id) };
    });
  }

  /** Takes the floors, or sheds; gives them back by `release`, or when the work could not begin. */
  async #holding<Result>(
    trials: readonly Trial[],
    what: string,
    work: (release: () => void) => Promise<Result>,
  ): Promise<Result | Refusal> {
    const busy = trials.find(({ busyWith }) => busyWith !== null);
    if (busy !== undefined) {
      return overloaded(
        `${busy.engine.name} is busy with ${busy.busyWith ?? ''}; nothing was started.`,
        1_000,
      );
    }
    const release = () => trials.forEach((trial) => (trial.busyWith = null));
    trials.forEach((trial) => (trial.busyWith = what));
    try {
      return await work(release);
    } catch (error) {
      release();
      if (!(error instanceof EngineUnavailable)) throw error;
      const { engineId: engine, message } = error;
      return { __typename: 'EngineUnavailableError', engine, message };
    }
  }

  async #open(trial: Trial, seatId: string | null): Promise<Opened> {
    await trial.engine.warm();
    const scope = seatId === null ? await trial.resetFloor() : await trial.openSeat(seatId);
    return { trial, scope: new Map(scope) };
  }

  async #begin({ trial, scope }: Opened, request: BreakItRequest, seed: number) {
    const burst = newBurst(trial, scope, request, seed);
    const orders = planBurst({
      burstId: burst.id,
      seed,
      buyers: request.buyers,
      regions: trial.engine.regions,
      seatIds: [...scope.keys()],
    });
    const running = new RunningBurst(trial, burst, scope, orders);
    await this.#shelf.begin(scope, () => running.view);
    return { view: burst, ended: this.#run(running, trial, scope, request) };
  }

  async #run(running: RunningBurst, trial: Trial, scope: Scope, request: BreakItRequest) {
    try {
      const { burst, answers } = await running.run(request.strategy);
      await this.#shelf.end(scope, burst, answers);
      running.end(burst);
      return burst;
    } catch (error) {
      this.#log.error({ engine: trial.engine.id, err: error }, 'a burst could not be settled');
      const note = 'The burst could not be settled; the log of the server says why.';
      const burst: BurstView = { ...running.view, state: 'FAILED', note };
      await this.#shelf.end(scope, burst, []);
      running.end(burst);
      return burst;
    }
  }

  #chosen(ids: readonly string[] | null): readonly Trial[] | Refusal {
    if (ids === null) return this.#trials;
    if (ids.length === 0) return invalid('engines', 'Name at least one engine, or none for all.');
    const unknown = ids.find((id) => !this.#trials.some(({ engine }) => engine.id === id));
    if (unknown !== undefined) return invalid('engines', unknownEngine(unknown, this.#trials));
    return this.#trials.filter(({ engine }) => ids.includes(engine.id));
  }
}

function checkBurst(request: BreakItRequest, trials: readonly Trial[]): Refusal | null {
  const { seat, buyers, seed } = request;
  const range = seat === null ? LIMITS.floorBuyers : LIMITS.seatBuyers;
  const where = seat === null ? 'Buyers over the whole floor' : 'Buyers at one seat';
  const wrong =
    checkRange('buyers', buyers, range, where) ??
    (seed === null ? null : checkRange('seed', seed, LIMITS.seed, 'The seed'));
  if (wrong !== null) return wrong;
  const without = trials.find(({ floor }) => seat !== null && !floor.scope.has(seat));
  if (seat !== null && without !== undefined) {
    return invalid('seat', unknownSeat(seat, without.floor));
  }
  const full = trials.find(({ answers }) => seat !== null && answers.room < buyers);
  if (full === undefined) return null;
  return overloaded('The floor has taken all the orders it can; put it on sale anew.', 60_000);
}

/** Null: unknown. Undefined: the venue that is on sale now. */
function chosenVenue(id: string | null): Venue | undefined | null {
  if (id === null) return undefined;
  return Object.hasOwn(VENUES, id) ? (VENUES[id] ?? null) : null;
}

let lastBurst = 0;

function newBurst(
  trial: Trial,
  scope: Scope,
  { seat, buyers, strategy }: BreakItRequest,
  seed: number,
): BurstView {
  const startedAtMs = Date.now();
  lastBurst += 1;
  return {
    id: `${trial.engine.id}-${startedAtMs.toString(36)}-${lastBurst}`,
    engineId: trial.engine.id,
    seatId: seat,
    round: seat === null ? trial.floor.round : (scope.get(seat) ?? 0),
    state: 'RUNNING',
    seed,
    strategy,
    buyers,
    resolved: 0,
    startedAtMs,
    scoreboard: EMPTY_SCOREBOARD,
    reconciled: null,
    note: null,
  };
}
