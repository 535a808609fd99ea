// A child process that is kept running: when it ends unasked it is started again with the settings
// of then, at most 5 times a minute; after that it stays down and says so.
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import { endedBeforeReady, spawnChild, type Child } from './child-process.ts';
import { MAX_RESTARTS, RESTART_WINDOW_MS, RestartBudget } from './restart-budget.ts';
import { reasonOf, type Talk } from './talk.ts';

/** Before the second and later restarts of a window, so that a freed port can settle. */
const RESTART_PAUSE_MS = 200;

export interface KeptChildOptions<T extends Talk> {
  /** In sentences, such as "the gateway of us-east-1". */
  readonly name: string;
  /** A TypeScript file that calls serveParent. */
  readonly entry: URL;
  /** Asked at every start. @param before what it said when it was ready before; null: never */
  readonly settings: (before: T['ready'] | null) => T['start'] | Promise<T['start']>;
  readonly log: Log;
  /** Called once when it is down for good, unless stopped. @param reason in words */
  readonly onExit?: (reason: string) => void;
}

export class KeptChild<T extends Talk> {
  /** The first start. @throws what kept it from starting; then there is no restart */
  readonly opened: Promise<T['ready']>;
  readonly #options: KeptChildOptions<T>;
  readonly #budget = new RestartBudget();
  #child: Child<T>;
  #ready: T['ready'] | null = null;
  #isUp = false;
  /** Resolves when it is up, or down for good: the first time, or again. */
  #settled: Promise<unknown>;
  #stopping = false;

  /** Spawns the process; it loads its code while the settings are waited for. */
  constructor(options: KeptChildOptions<T>) {
    this.#options = options;
    this.#child = this.#spawn();
    this.opened = this.#start();
    // Whoever opened it hears of a failure, perhaps after it has been stopped.
    this.#settled = this.opened.catch(() => undefined);
  }

  /** Of the process that runs and is ready; null while it is down. */
  get pid(): number | null {
    return this.#isUp ? this.#child.pid : null;
  }

  /** While it is being started, it waits for that. @throws Error when it is down for good, or silent */
  async ask(question: T['question']): Promise<T['answer']> {
    const { name } = this.#options;
    if (!this.#isUp) await this.#settled;
    if (!this.#isUp) throw new Error(`${name} is down`);
    try {
      return await this.#child.ask(question);
    } catch (error) {
      throw new Error(`${name}: ${reasonOf(error)}`, { cause: error });
    }
  }

  /** Ends the process; also while it is being started, for the first time or again. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#child.stop();
    await this.#settled;
  }

  #spawn(): Child<T> {
    const { entry, log, name } = this.#options;
    return spawnChild<T>(entry, (message) => log.warn({ part: name }, message));
  }

  async #start(): Promise<T['ready']> {
    const child = this.#child;
    try {
      const settings = await orEndOf(child, this.#options.settings(this.#ready));
      this.#ready = await child.start(settings);
    } catch (error) {
      await child.stop();
      throw error;
    }
    this.#isUp = true;
    void child.ended.then((how) => this.#ended(how));
    return this.#ready;
  }

  #ended(how: string): void {
    this.#isUp = false;
    if (!this.#stopping) this.#settled = this.#restart(`its process ended (${how})`);
  }

  async #restart(because: string): Promise<void> {
    const { name, log, onExit } = this.#options;
    let reason = because;
    if (this.#budget.taken(Date.now()) > 0) await pause(RESTART_PAUSE_MS);
    while (!this.#stopping) {
      if (!this.#budget.take(Date.now())) {
        const spent = `${MAX_RESTARTS} restarts within ${RESTART_WINDOW_MS / 1_000} s`;
        log.error({ part: name, reason }, `it stays down after ${spent}`);
        onExit?.(`${name} is down after ${spent}: ${reason}`);
        return;
      }
      log.warn({ part: name, reason }, 'it is started again');
      this.#child = this.#spawn();
      try {
        await this.#start();
        return;
      } catch (error) {
        reason = reasonOf(error);
      }
      await pause(RESTART_PAUSE_MS);
    }
  }
}

/** What is waited for, unless the process ends first: then nobody needs it. */
function orEndOf<T extends Talk, Value>(
  { ended }: Child<T>,
  value: Value | Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    Promise.resolve(value).then(resolve, reject);
    void ended.then((how) => reject(new Error(endedBeforeReady(how))));
  });
}
