// The lab as the page knows it: what can be run, the run that is shown, and what is chosen for the
// next one. A run goes on without the page; the page only follows it.
import { SCENARIOS, STRATEGIES, type Scenario, type Strategy } from '@worldseat/schema/domain';
import { openApi, type Api, type Connection } from '../api/client.ts';
import { keepSubscribed } from '../api/keep.ts';
import {
  LAB,
  LAB_PROGRESS,
  LAB_RUN,
  RUN_LAB,
  type LabEngine,
  type LabRun,
  type LabRunName,
} from '../api/lab.ts';

const RUNS = 20;
const BUYERS = 60;

export class LabState {
  connection: Connection = $state('connecting');
  engines: readonly LabEngine[] = $state.raw([]);
  /** The run that is shown; null: none was ever made. */
  run: LabRun | null = $state.raw(null);
  /** The latest first, without the ones that began since. */
  runs: readonly LabRunName[] = $state.raw([]);
  loaded = $state(false);
  /** Why something could not be read or was not accepted, in words. */
  trouble: string | null = $state(null);

  buyers = $state(BUYERS);
  chosenEngines: string[] = $state([]);
  chosenStrategies: Strategy[] = $state([...STRATEGIES]);
  chosenScenarios: Scenario[] = $state([...SCENARIOS]);

  readonly #api: Api;
  /** The run that the address names: others that go on are not shown in its place. */
  readonly #named: string | null;
  #unfollow: () => void = () => undefined;
  #unwatch: () => void = () => undefined;

  constructor(url: string, named: string | null) {
    this.#api = openApi(url);
    this.#named = named;
  }

  open(): void {
    void this.#load();
    this.#unwatch = this.#api.watchConnection((connection) => {
      this.connection = connection;
    });
    this.#unfollow = keepSubscribed(
      this.#api,
      LAB_PROGRESS,
      {},
      { onData: ({ labProgress }) => this.#follow(labProgress), onTrouble: () => undefined },
    );
  }

  close(): void {
    this.#unfollow();
    this.#unwatch();
    this.#api.close();
  }

  get running(): boolean {
    return this.run?.state === 'RUNNING';
  }

  /** How many of the shown run's cells are over. */
  get done(): number {
    const over = this.run?.cells.filter(({ state }) => state !== 'WAITING' && state !== 'RUNNING');
    return over?.length ?? 0;
  }

  async start(): Promise<void> {
    this.trouble = null;
    const input = {
      engines: this.chosenEngines,
      strategies: this.chosenStrategies,
      scenarios: this.chosenScenarios,
      buyers: this.buyers,
      wait: false,
    };
    try {
      const { lab } = await this.#api.mutate(RUN_LAB, { input });
      if (lab.__typename === 'LabRun') this.run = lab.lab;
      else this.trouble = lab.message;
    } catch (error) {
      this.trouble = wordsOf(error);
    }
  }

  #follow(run: LabRun): void {
    const isOther = this.#named !== null && run.id !== this.#named;
    if (isOther && this.run?.id !== run.id) return;
    this.run = run;
  }

  async #load(): Promise<void> {
    try {
      const { labEngines, labRuns, latest } = await this.#api.query(LAB, { runs: RUNS });
      this.engines = labEngines;
      this.chosenEngines = labEngines.map(({ id }) => id);
      this.runs = labRuns.edges.map(({ node }) => node);
      this.run =
        this.#named === null ? (this.run ?? latest.edges[0]?.node ?? null) : await this.#find();
      this.loaded = true;
    } catch (error) {
      this.trouble = wordsOf(error);
    }
  }

  async #find(): Promise<LabRun | null> {
    const id = this.#named ?? '';
    const { labRun } = await this.#api.query(LAB_RUN, { id });
    if (labRun === null) this.trouble = `There is no run ${id} (any more).`;
    return labRun;
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
