// One burst on one engine while its buyers are served. What was sold is told from sales that were
// read back from the ledger, several times a second.
import type { Answer, Order, RegionTable, Scope, Strategy } from '@worldseat/schema/domain';
import type { BurstView } from '@worldseat/schema/services';
import { runBurst } from '../burst/run.ts';
import { sample } from '../burst/sampler.ts';
import { scoreAnswers, scoreLedger, scoreTable } from '../burst/scoreboard.ts';
import { stoppedNote } from './new-burst.ts';
import { settle, type Settled } from './settle.ts';
import { sell, startClock } from './till.ts';
import type { Trial } from './trial.ts';

const PROGRESS_INTERVAL_MS = 200;
/** The seats table is read beside the burst at most this often. */
const TABLE_INTERVAL_MS = 500;

export class RunningBurst {
  readonly #trial: Trial;
  readonly #orders: readonly Order[];
  readonly #scope: Scope;
  readonly #stopped: () => boolean;
  readonly #answers = new Map<string, Answer>();
  #tables: readonly RegionTable[] = [];
  #view: BurstView;

  /** @param stopped true once nobody else is to be served */
  constructor(
    trial: Trial,
    burst: BurstView,
    scope: Scope,
    orders: readonly Order[],
    stopped: () => boolean,
  ) {
    this.#stopped = stopped;
    this.#trial = trial;
    this.#view = burst;
    this.#scope = scope;
    this.#orders = orders;
  }

  get view(): BurstView {
    return this.#view;
  }

  /** Serves every buyer, then settles. The caller announces the end: see `end`. */
  async run(strategy: Strategy): Promise<Settled> {
    const stopTelling = this.#tell();
    try {
      const nowNs = startClock();
      await runBurst({
        orders: this.#orders,
        inFlightPerRegion: this.#trial.connectionsPerRegion,
        execute: (order) => sell(this.#trial, order, strategy, 0, nowNs),
        stopped: this.#stopped,
        onAnswer: (order, { answer }) => this.#answers.set(order.id, answer),
      });
    } finally {
      await stopTelling();
    }
    const answers = this.#inOrderOfPlan();
    if (answers.length < this.#orders.length) return this.#cutShort(answers);
    return settle(this.#trial, this.#view, this.#scope, answers);
  }

  #cutShort(answers: readonly Answer[]): Settled {
    const note = stoppedNote(this.#orders.length);
    return { burst: { ...this.#view, state: 'FAILED', note }, answers };
  }

  #inOrderOfPlan(): Answer[] {
    return this.#orders.flatMap(({ id }) => this.#answers.get(id) ?? []);
  }

  #tell(): () => Promise<void> {
    const progress = setInterval(() => this.#progress(), PROGRESS_INTERVAL_MS);
    const stopTables = sample(async () => {
      this.#tables = await this.#trial.engine.readTables();
    }, TABLE_INTERVAL_MS);
    return async () => {
      clearInterval(progress);
      await stopTables();
    };
  }

  #progress(): void {
    const sales = this.#trial.follower.tally.within(this.#scope);
    this.#publish({
      ...this.#view,
      resolved: this.#answers.size,
      scoreboard: {
        ...scoreAnswers([...this.#answers.values()]),
        ...scoreLedger(sales, this.#scope),
        tableShows: scoreTable(this.#tables, this.#scope),
      },
    });
  }

  /** Announces how the burst ended, once it can be found with its answers. */
  end(burst: BurstView): void {
    this.#publish(burst);
    this.#trial.live.poke();
  }

  #publish(view: BurstView): void {
    this.#view = view;
    this.#trial.bursts.publish(view);
  }
}
