// One engine as the page knows it: its floor, its verdict, its last burst. Fed by subscriptions;
// everything shown is what the server said last. Seats live in the model, outside reactive state.
import type { Api } from '../api/client.ts';
import { keepSubscribed } from '../api/keep.ts';
import type { Burst, FloorInfo } from '../api/fragments.ts';
import { BURST_PROGRESS, WITNESS_VERDICT, type Verdict } from '../api/news.ts';
import { HEALTH, type EngineInfo } from '../api/questions.ts';
import { FloorModel } from '../floor/model.ts';
import { FloorFeed } from './floor-feed.ts';
import type { ShownEngine } from './shown-engine.ts';
import { ToldReader } from './told-reader.ts';
import type { Told } from './trace.ts';

/** A database that takes longer to say that it is there does not answer. */
const HEALTH_LIMIT_MS = 5_000;

export interface EngineEvents {
  /** The floor has other seats than before. */
  readonly onFloor: () => void;
  /** Some seats changed. */
  readonly onSeats: () => void;
  readonly onSettled: (burst: Burst) => void;
}

export class EngineState implements ShownEngine {
  readonly info: EngineInfo;
  floor: FloorInfo | null = $state.raw(null);
  model: FloorModel | null = $state.raw(null);
  verdict: Verdict | null = $state.raw(null);
  burst: Burst | null = $state.raw(null);
  /** What the last burst told the first buyers of the seat in question. */
  told: readonly Told[] = $state.raw([]);
  /** False until the floor's seats were painted from a whole snapshot. */
  live = $state(false);
  trouble: string | null = $state(null);
  /** False once the database did not answer in time when it was asked last. */
  ready = $state(true);
  /** How far the replicas were behind when the database was asked last; null: not known. */
  lagMs: number | null = $state(null);

  readonly recordedAt = null;
  readonly actors = null;

  readonly #api: Api;
  readonly #events: EngineEvents;
  readonly #told: ToldReader;
  readonly #feed: FloorFeed;
  #focusSeat: string | null = null;
  #endVerdict: () => void = () => undefined;
  #endBurst: () => void = () => undefined;
  #asking = false;
  /** The burst and state that was announced last. */
  #announced = '';

  constructor(api: Api, info: EngineInfo, events: EngineEvents) {
    this.#api = api;
    this.info = info;
    this.#events = events;
    this.#told = new ToldReader(api, (told) => (this.told = told));
    this.#feed = new FloorFeed(api, info.id, {
      onFloor: (floor) => this.#takeFloor(floor),
      onReplace: (update) => this.#takeSeats((model) => model.replace(update)),
      onApply: (update) => this.#takeSeats((model) => model.apply(update, performance.now())),
      onTrouble: this.#note,
    });
  }

  /**
   * Reads everything afresh; called at the start and whenever the connection came back. What was
   * known before is forgotten, but for the picture of the seats, which is not live until then.
   */
  start(): void {
    this.close();
    this.live = false;
    this.verdict = null;
    this.burst = null;
    void this.askHealth();
    this.#feed.start();
    this.#endBurst = keepSubscribed(
      this.#api,
      BURST_PROGRESS,
      { engine: this.info.id },
      { onData: ({ burstProgress }) => this.#takeBurst(burstProgress), onTrouble: this.#note },
    );
    this.#watchVerdict();
  }

  close(): void {
    this.#feed.close();
    this.#told.close();
    this.#endVerdict();
    this.#endBurst();
  }

  /** The seat whose holders the verdict shall name; ignored while this floor does not have it. */
  focus(seat: string | null): void {
    const known = seat !== null && this.model?.indexOf.has(seat) === true ? seat : null;
    if (known === this.#focusSeat) return;
    this.#focusSeat = known;
    this.#watchVerdict();
    this.#readTold();
  }

  /** Asks whether the database answers now; one question at a time. */
  async askHealth(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const timer = setTimeout(() => (this.ready = false), HEALTH_LIMIT_MS);
    const answer = await this.#api.query(HEALTH, { engine: this.info.id }).catch(() => null);
    clearTimeout(timer);
    this.#asking = false;
    if (answer === null) return;
    this.ready = answer.engine?.ready === true;
    this.lagMs = answer.engine?.lagMs ?? null;
  }

  readonly #note = (trouble: string | null): void => {
    this.trouble = trouble;
  };

  #takeFloor(floor: FloorInfo): void {
    const same = this.floor?.venue.id === floor.venue.id && this.model !== null;
    this.floor = floor;
    if (same) return;
    this.model = new FloorModel(floor, this.info.regions);
    this.live = false;
    this.#events.onFloor();
  }

  #takeSeats(write: (model: FloorModel) => void): void {
    if (this.model === null) return;
    write(this.model);
    this.live = true;
    this.#events.onSeats();
  }

  #watchVerdict(): void {
    this.#endVerdict();
    this.#endVerdict = keepSubscribed(
      this.#api,
      WITNESS_VERDICT,
      { engine: this.info.id, seat: this.#focusSeat },
      {
        onData: ({ witnessVerdict }) => {
          this.verdict = witnessVerdict;
        },
        onTrouble: this.#note,
      },
    );
  }

  #takeBurst(burst: Burst): void {
    this.burst = burst;
    const news = `${burst.id} ${burst.state}`;
    if (news === this.#announced) return;
    this.#announced = news;
    this.#told.forget();
    if (burst.state === 'RUNNING') return;
    this.#events.onSettled(burst);
    this.#readTold();
  }

  /** Of a burst over the whole floor, too, what is told is about one seat. */
  #readTold(): void {
    const { burst } = this;
    if (burst !== null && burst.state !== 'RUNNING') {
      this.#told.read(burst.id, burst.seatId ?? this.#focusSeat);
    }
  }
}
