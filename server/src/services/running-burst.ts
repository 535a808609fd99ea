// One burst on one engine while its buyers are served. What was sold is told from sales that were
// read back from the ledger, several times a second.
import type { Answer, Order, Scope } from '@worldseat/schema/domain';
import type { BurstView } from '@worldseat/schema/services';
import { SCENARIO_FACTS } from '../burst/plan.ts';
import { runBurst } from '../burst/run.ts';
import { RunningScore } from '../burst/running-score.ts';
import { sample } from '../burst/sampler.ts';
import { ScopeScore } from '../burst/scope-score.ts';
import type { Fired } from './burst-history.ts';
import { stoppedNote } from './new-burst.ts';
import { pressUntilAnswered } from './press-again.ts';
import { cutShort, settle, type Settled } from './settle.ts';
import { pressOnce, sell } from './till.ts';

const PROGRESS_INTERVAL_MS = 200;
/** The seats table is read beside the burst at most this often. */
const TABLE_INTERVAL_MS = 500;

export interface BurstHooks {
  /** True once nobody else is to be served. */
  readonly stopped: () => boolean;
  /** Called as each buyer is answered. */
  readonly onAnswer: (answer: Answer) => void;
}

export class RunningBurst {
  readonly #fired: Fired;
  readonly #hooks: BurstHooks;
  readonly #answers = new Map<string, Answer>();
  readonly #score = new RunningScore();
  #ledger: ScopeScore;
  #tableShows = 0;
  #view: BurstView;

  constructor(fired: Fired, hooks: BurstHooks) {
    this.#fired = fired;
    this.#hooks = hooks;
    this.#view = fired.burst;
    this.#ledger = new ScopeScore(fired.scope, []);
  }

  get view(): BurstView {
    return this.#view;
  }

  get scope(): Scope {
    return this.#fired.scope;
  }

  /** In the order of the plan. */
  get orders(): readonly Order[] {
    return this.#fired.orders;
  }

  /** Opens the doors, or not yet, serves every buyer, then settles. The caller announces the end: see `end`. */
  async run(): Promise<Settled> {
    const { burst, orders } = this.#fired;
    const stopTelling = this.#tell();
    try {
      await this.#serve();
    } finally {
      await stopTelling();
    }
    const answers = this.#inOrderOfPlan();
    if (answers.length < orders.length) return this.cutShort(stoppedNote(burst.buyers));
    return settle(this.#fired, answers);
  }

  /** What there is of a burst that cannot be settled. @param note why, in words */
  cutShort(note: string): Settled {
    const { burst, ...rest } = cutShort(this.#fired, this.#inOrderOfPlan(), note);
    const { resolved, scoreboard } = this.#view;
    return { burst: { ...burst, resolved, scoreboard }, ...rest };
  }

  async #serve(): Promise<void> {
    const { trial, burst, scope, orders } = this.#fired;
    const { losesAnswers, rule } = SCENARIO_FACTS[burst.scenario];
    const press = losesAnswers ? pressUntilAnswered(orders, burst.seed) : pressOnce;
    const how = { strategy: burst.strategy, intendedNs: 0, press };
    if (scope.size === trial.floor.scope.size) trial.clocks.startFloor();
    else trial.clocks.start(scope.keys());
    // Who buys under no rule would be counted by it: visitors wait until it is over.
    if (rule === null) trial.letIn();
    const served = runBurst({
      orders,
      inFlightPerRegion: trial.connectionsPerRegion,
      execute: (order) => sell(trial, order, how),
      stopped: this.#hooks.stopped,
      onAnswer: (order, { answer }) => {
        this.#answers.set(order.id, answer);
        this.#score.add(answer);
        this.#hooks.onAnswer(answer);
      },
    });
    trial.ordersCame();
    await served;
  }

  #inOrderOfPlan(): Answer[] {
    return this.#fired.orders.flatMap(({ id }) => this.#answers.get(id) ?? []);
  }

  #tell(): () => Promise<void> {
    const { trial, scope } = this.#fired;
    const progress = setInterval(() => this.#progress(), PROGRESS_INTERVAL_MS);
    this.#ledger = new ScopeScore(scope, trial.follower.tally.within(scope));
    const stopCounting = trial.follower.watch((sale) => this.#ledger.add(sale));
    const stopTables = sample(async () => {
      this.#tableShows = await trial.engine.countSold();
    }, TABLE_INTERVAL_MS);
    return async () => {
      clearInterval(progress);
      stopCounting();
      await stopTables();
    };
  }

  #progress(): void {
    const { told, latencyCounts } = this.#score.look();
    this.#publish({
      ...this.#view,
      resolved: this.#score.answered,
      latencyCounts,
      scoreboard: { ...told, ...this.#ledger.committed, tableShows: this.#tableShows },
    });
  }

  /** Announces how the burst ended, once it can be found with its answers. */
  end(burst: BurstView): void {
    this.#publish(burst);
    this.#fired.trial.live.poke();
  }

  #publish(view: BurstView): void {
    this.#view = view;
    this.#fired.trial.bursts.publish(view);
  }
}
