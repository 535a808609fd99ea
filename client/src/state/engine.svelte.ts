// One engine as the page knows it: its floor, its verdict, its last burst. Fed by subscriptions;
// everything shown is what the server said last. Seats live in the model, outside reactive state.
import type { Api } from '../api/client.ts';
import { keepSubscribed } from '../api/keep.ts';
import type { Burst, FloorInfo } from '../api/fragments.ts';
import {
  BURST_PROGRESS,
  SEAT_STATUS,
  WITNESS_VERDICT,
  type SeatUpdate,
  type Verdict,
} from '../api/news.ts';
import { FLOOR, HEALTH, type EngineInfo } from '../api/questions.ts';
import { FloorModel } from '../floor/model.ts';
import { syncStep } from './floor-sync.ts';
import type { ShownEngine } from './shown-engine.ts';
import { ToldReader } from './told-reader.ts';
import type { Told } from './trace.ts';

const REREAD_PAUSE_MS = 300;
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
  #sequence: number | null = null;
  #focusSeat: string | null = null;
  #endSeats: () => void = () => undefined;
  #endVerdict: () => void = () => undefined;
  #endBurst: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #generation = 0;
  #asking = false;
  /** The burst and state that was announced last. */
  #announced = '';

  constructor(api: Api, info: EngineInfo, events: EngineEvents) {
    this.#api = api;
    this.info = info;
    this.#events = events;
    this.#told = new ToldReader(api, (told) => (this.told = told));
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
    void this.#readFloor();
    this.#endBurst = keepSubscribed(
      this.#api,
      BURST_PROGRESS,
      { engine: this.info.id },
      { onData: ({ burstProgress }) => this.#takeBurst(burstProgress), onTrouble: this.#note },
    );
    this.#watchVerdict();
  }

  close(): void {
    this.#generation += 1;
    clearTimeout(this.#timer);
    this.#told.close();
    this.#endSeats();
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

  async #readFloor(): Promise<void> {
    const generation = this.#generation;
    this.#endSeats();
    try {
      const { engine } = await this.#api.query(FLOOR, { engine: this.info.id });
      if (generation !== this.#generation) return;
      if (engine === null) throw new Error('The server does not know this engine any more.');
      this.#takeFloor(engine.floor);
      this.#watchSeats();
      this.trouble = null;
    } catch (error) {
      if (generation !== this.#generation) return;
      this.trouble = error instanceof Error ? error.message : String(error);
      this.#rereadSoon(REREAD_PAUSE_MS * 10);
    }
  }

  #rereadSoon(pauseMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readFloor(), pauseMs);
  }

  #takeFloor(floor: FloorInfo): void {
    const same = this.floor?.venue.id === floor.venue.id && this.model !== null;
    this.floor = floor;
    if (same) return;
    this.model = new FloorModel(floor, this.info.regions);
    this.live = false;
    this.#events.onFloor();
  }

  #watchSeats(): void {
    this.#sequence = null;
    this.#endSeats = keepSubscribed(
      this.#api,
      SEAT_STATUS,
      { engine: this.info.id },
      {
        onData: ({ seatStatus }) => this.#takeSeats(seatStatus),
        onTrouble: (trouble) => {
          this.#sequence = null;
          this.#note(trouble);
        },
      },
    );
  }

  #takeSeats(update: SeatUpdate): void {
    const { floor, model } = this;
    if (floor === null || model === null) return;
    const step = syncStep({ revision: floor.revision, sequence: this.#sequence }, update);
    if (step === 'reread') {
      this.#endSeats();
      this.#rereadSoon(this.#sequence === null ? REREAD_PAUSE_MS : 0);
      return;
    }
    this.#sequence = update.sequence;
    if (step === 'replace') model.replace(update);
    else model.apply(update, performance.now());
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
