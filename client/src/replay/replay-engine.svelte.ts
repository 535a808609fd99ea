// One recorded burst as an engine that is shown: what the panels and the floor read of it, at the
// moment that the replay stands at. Seats and buyers are shown at every moment; what costs a pass
// over the burst (the verdict, the scoreboard) a few times a second and whenever time stands still.
import { packSeat } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import type { Burst, FloorInfo } from '../api/fragments.ts';
import type { Verdict } from '../api/news.ts';
import type { EngineInfo } from '../api/questions.ts';
import type { Actors } from '../floor/actors.ts';
import { FloorModel, NO_REGION } from '../floor/model.ts';
import type { ShownEngine } from '../state/shown-engine.ts';
import type { Told } from '../state/trace.ts';
import { BurstMoments } from './moment.ts';
import {
  burstOf,
  floorInfoOf,
  groundOf,
  infoOf,
  toldOf,
  verdictOf,
  type FloorGround,
} from './shown-values.ts';

/** Least time between two verdicts while time runs. */
const FACTS_INTERVAL_MS = 100;
/** The verdict on a large burst takes a while: so many times as long is left to the picture. */
const REST_PER_COST = 4;
const TOLD_SHOWN = 8;

export class ReplayEngine implements ShownEngine {
  readonly info: EngineInfo;
  readonly model: FloorModel;
  readonly recordedAt: string;
  readonly moments: BurstMoments;
  floor: FloorInfo | null = $state.raw(null);
  verdict: Verdict | null = $state.raw(null);
  burst: Burst | null = $state.raw(null);
  told: readonly Told[] = $state.raw([]);
  actors: Actors | null = $state.raw(null);
  readonly live = true;
  readonly trouble = null;
  readonly ready = true;
  readonly lagMs: number | null;

  readonly #ground: FloorGround;
  #focusSeat: string | null = null;
  #timeNs = 0;
  #factsDueMs = Number.NEGATIVE_INFINITY;
  #behind = false;

  /** @throws ReplayFault when this build cannot show it */
  constructor(history: History) {
    this.moments = new BurstMoments(history);
    this.info = infoOf(this.moments);
    this.#ground = groundOf(this.moments);
    this.model = new FloorModel(this.moments.columns.venue, this.info.regions);
    this.recordedAt = history.header.burst.startedAt;
    const { lagMs } = history.header.settings;
    this.lagMs = typeof lagMs === 'number' ? lagMs : null;
  }

  /** @param seat ignored when this floor does not have it */
  focus(seat: string | null): void {
    const known = seat !== null && this.model.indexOf.has(seat) ? seat : null;
    if (known === this.#focusSeat) return;
    this.#focusSeat = known;
    this.#showFacts(false);
  }

  /** When the verdict can follow the picture, on the page's monotonic clock; null: it has. */
  get factsDueMs(): number | null {
    return this.#behind ? this.#factsDueMs : null;
  }

  /**
   * @param nowMs on the page's monotonic clock: what is sold from the last moment to this one flashes
   * @param running time runs: what is dear may be a moment behind
   */
  show(timeNs: number, nowMs: number, running: boolean): void {
    const forward = running && timeNs >= this.#timeNs;
    this.#timeNs = timeNs;
    this.#paintSeats(timeNs, forward ? nowMs : Number.NEGATIVE_INFINITY);
    this.actors = this.moments.actorsAt(timeNs);
    this.#behind = true;
    this.catchUp(nowMs, running);
  }

  /** Shows the verdict and the scoreboard of the moment, if it is time. */
  catchUp(nowMs: number, running: boolean): void {
    if (this.#behind && nowMs >= this.#factsDueMs) this.#showFacts(running);
  }

  #paintSeats(timeNs: number, flashMs: number): void {
    const { floor } = this.moments;
    const seats = [...floor.moveTo(timeNs)];
    if (seats.length === 0) return;
    const news = {
      packed: seats.map((seat) => packSeat(seat, floor.holders[seat] ?? 0)),
      regions: seats.map((seat) => this.#regionNumber(floor.region[seat] ?? NO_REGION)),
    };
    this.model.apply(news, flashMs);
  }

  /** As the server sends it: -1 for none. */
  #regionNumber(region: number): number {
    return region === NO_REGION ? -1 : region;
  }

  #showFacts(running: boolean): void {
    const startMs = performance.now();
    const finding = this.moments.findingAt(this.#timeNs, this.#focusSeat);
    this.floor = floorInfoOf(this.#ground, this.moments);
    this.verdict = verdictOf(finding, this.recordedAt);
    this.burst = burstOf(this.moments, this.#timeNs, finding);
    this.told = toldOf(this.moments.toldAt(this.#timeNs, this.#focusSeat, TOLD_SHOWN));
    const endMs = performance.now();
    const restMs = (endMs - startMs) * REST_PER_COST;
    this.#factsDueMs = endMs + Math.max(running ? FACTS_INTERVAL_MS : 0, restMs);
    this.#behind = false;
  }
}
