// Opens recorded bursts as a replay: side by side, on one clock that can run, stand still and go
// back. The only part of the replay that knows frames and reactive state; what is shown at a moment
// is worked out by the modules beside it.
import { seatInQuestion, type History } from '@worldseat/schema/history';
import { prefersReducedMotion } from 'svelte/motion';
import type { BuyerPhase } from '../floor/actors.ts';
import { eventTimesOf, neighbour } from './event-times.ts';
import { ReplayFault, REPLAY_LIMITS } from './fault.ts';
import { marksOf } from './marks.ts';
import { defaultSpeed } from './pace.ts';
import { phasesOf } from './phases.ts';
import { BROWSER_FRAMES, ReplayClock, type ClockState } from './replay-clock.ts';
import { ReplayEngine } from './replay-engine.svelte.ts';
import type { Replay, ReplayMark, Speed } from './session.ts';

/**
 * Begins to play at once, at a speed at which it lasts about ten seconds. For whoever prefers less
 * motion it stands at its end.
 * @param histories bursts that were fired together; each starts at 0
 * @throws ReplayFault in words, when there is none, too many, or one that this build cannot show
 */
export function openReplay(histories: readonly History[]): Replay {
  if (histories.length === 0) throw new ReplayFault('NOTHING', 'There is no burst to replay.');
  if (histories.length > REPLAY_LIMITS.histories) {
    const words = `${histories.length} bursts at once; at most ${REPLAY_LIMITS.histories} are shown.`;
    throw new ReplayFault('TOO_LARGE', words);
  }
  const replay = new ReplaySession(histories);
  if (prefersReducedMotion.current) replay.seek(replay.durationNs);
  else replay.play();
  return replay;
}

class ReplaySession implements Replay {
  readonly engines: readonly ReplayEngine[];
  readonly durationNs: number;
  readonly marks: readonly ReplayMark[];
  readonly phases: readonly BuyerPhase[];
  timeNs = $state(0);
  playing = $state(false);
  speed: Speed = $state(1);
  focusSeat: string | null = $state(null);
  readonly #eventsNs: Float64Array;
  readonly #clock: ReplayClock;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(histories: readonly History[]) {
    this.engines = histories.map((history) => new ReplayEngine(history));
    const bursts = this.engines.map(({ moments }) => moments);
    const columns = bursts.map((burst) => burst.columns);
    this.durationNs = Math.max(...columns.map(({ endsNs }) => endsNs));
    this.#eventsNs = eventTimesOf(columns);
    this.marks = marksOf(bursts);
    this.phases = phasesOf(columns);
    this.#clock = new ReplayClock(this.durationNs, (state) => this.#show(state), BROWSER_FRAMES);
    this.setSpeed(defaultSpeed(this.durationNs));
    const seat = mostWanted(histories);
    if (seat !== null) this.focus(seat);
    this.#clock.seek(0);
  }

  play(): void {
    this.#clock.play();
  }

  pause(): void {
    this.#clock.pause();
  }

  seek(timeNs: number): void {
    this.#clock.seek(timeNs);
  }

  step(direction: 1 | -1): void {
    this.#clock.pause();
    const { timeNs } = this.#clock;
    this.#clock.seek(neighbour(this.#eventsNs, timeNs, direction, this.durationNs));
  }

  stepMark(direction: 1 | -1): boolean {
    this.#clock.pause();
    const { timeNs } = this.#clock;
    const next =
      direction === 1
        ? this.marks.find(({ atNs }) => atNs > timeNs)
        : this.marks.findLast(({ atNs }) => atNs < timeNs);
    if (next === undefined) return false;
    this.#clock.seek(next.atNs);
    return true;
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    this.#clock.speed = speed;
  }

  focus(seat: string): void {
    this.focusSeat = seat;
    for (const engine of this.engines) engine.focus(seat);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#clock.close();
    this.playing = false;
  }

  #show({ timeNs, playing }: ClockState): void {
    this.timeNs = timeNs;
    this.playing = playing;
    const nowMs = performance.now();
    for (const engine of this.engines) engine.show(timeNs, nowMs, playing);
    this.#catchUpLater();
  }

  /** Where time stands still no frame comes in which the verdicts could follow. */
  #catchUpLater(): void {
    clearTimeout(this.#timer);
    const due = this.engines.flatMap(({ factsDueMs }) => factsDueMs ?? []);
    if (this.playing || due.length === 0) return;
    const waitMs = Math.max(0, Math.min(...due) - performance.now());
    this.#timer = setTimeout(() => {
      for (const engine of this.engines) engine.catchUp(performance.now(), false);
      this.#catchUpLater();
    }, waitMs);
  }
}

/** The seat in question of the burst that sold it most often: the same on every floor. */
function mostWanted(histories: readonly History[]): string | null {
  let best: string | null = null;
  let most = -1;
  for (const history of histories) {
    const seat = seatInQuestion(history);
    const sales = history.ledger.sales.filter(({ seatId }) => seatId === seat).length;
    if (sales <= most) continue;
    [best, most] = [seat, sales];
  }
  return best;
}
