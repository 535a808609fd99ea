// A recording on the floors of an embed: one take at a time, stepped as a talk steps. Everything it
// shows is worked out from the recording by the replay; it adds only who may move the time.
import type { History, Recording, Take } from '@worldseat/schema/history';
import { prefersReducedMotion } from 'svelte/motion';
import { openReplay } from '../replay/open-replay.svelte.ts';
import type { Replay } from '../replay/session.ts';
import type { EmbedSettings, Poster } from './settings.ts';
import { stepsOf } from './steps.ts';

const NS_OF_MS = 1e6;

/** The recording holds nothing that was asked for. */
export class NothingToPlay extends Error {
  override readonly name = 'NothingToPlay';
  readonly code = 'NOTHING_TO_PLAY';
}

export class Player {
  readonly recording: Recording;
  /** From 0. */
  take = $state(0);
  replay: Replay = $state.raw() as Replay;
  /** Where it plays to, and then stands; null: to the end. */
  #stopAtNs: number | null = $state(null);
  readonly #isCalm = prefersReducedMotion.current;
  #steps: readonly number[] = [];
  readonly #takes: readonly Take[];
  /** Nothing moves by itself: the clicks of a deck do. */
  readonly #isLed: boolean;

  /** @throws NothingToPlay */
  constructor(recording: Recording, settings: EmbedSettings) {
    this.recording = recording;
    this.#takes = takesOf(recording, settings);
    this.#isLed = settings.stop !== null;
    this.#open(0);
    // What would start by itself stands at its end, for whoever prefers less motion.
    this.stand(this.#isCalm && settings.autoplay ? 'end' : settings.poster);
    if (settings.stop !== null) this.goToStop(settings.stop, true);
  }

  get takes(): number {
    return this.#takes.length;
  }

  get label(): string {
    return this.#takes[this.take]?.label ?? '';
  }

  /** Of the take that is shown. */
  get histories(): readonly History[] {
    return this.#takes[this.take]?.histories ?? [];
  }

  /** Plays by itself, unless less motion is preferred. */
  autoplay(): void {
    if (!this.#isCalm && !this.#isLed) this.play();
  }

  play(): void {
    this.#stopAtNs = null;
    this.replay.play();
  }

  pause(): void {
    this.#stopAtNs = null;
    this.replay.pause();
  }

  /** Nobody sees it any more: what a deck led it to is reached, all else stands where it is. */
  leave(): void {
    if (this.#isLed && this.#stopAtNs !== null) this.#goTo(this.#stopAtNs, true);
    else this.pause();
  }

  /** @param atMs since the start of the take */
  seek(atMs: number): void {
    this.#stopAtNs = null;
    this.replay.seek(Math.min(this.replay.durationNs, Math.max(0, atMs * NS_OF_MS)));
  }

  /** As before it is played, or on paper. */
  stand(poster: Poster): void {
    this.pause();
    if (poster === 'start') this.replay.seek(0);
    else if (poster === 'end') this.replay.seek(this.replay.durationNs);
    else this.seek(poster.atMs);
  }

  /** Plays on to the next mark or the end; at once when it is on its way there. */
  next(): boolean {
    const { replay } = this;
    if (replay.timeNs >= replay.durationNs) return this.turnTake(1);
    const target = this.#steps.find((atNs) => atNs > replay.timeNs) ?? replay.durationNs;
    this.#goTo(target, this.#isCalm || (replay.playing && this.#stopAtNs === target));
    return true;
  }

  /**
   * To the stop of this number: 0 is the start, beyond the last one is the end. It plays on to the
   * one that comes next; every other one is there at once. @param atOnce that one, too
   */
  goToStop(stop: number, atOnce: boolean): void {
    const { timeNs, durationNs } = this.replay;
    const stops = [0, ...this.#steps, durationNs];
    const [before = Infinity, target = durationNs] = [stops[stop - 1], stops[stop]];
    const isNext = before <= timeNs && timeNs < target;
    this.#goTo(target, atOnce || this.#isCalm || !isNext);
  }

  /** Back to the mark before, or to the start. */
  previous(): boolean {
    const { replay } = this;
    this.#stopAtNs = null;
    if (replay.timeNs <= 0) return this.turnTake(-1);
    replay.pause();
    replay.seek(this.#steps.findLast((atNs) => atNs < replay.timeNs) ?? 0);
    return true;
  }

  /** @returns false when there is none that way */
  turnTake(direction: 1 | -1): boolean {
    const next = this.take + direction;
    if (this.#takes[next] === undefined) return false;
    this.#open(next);
    this.stand(direction === 1 ? 'start' : 'end');
    return true;
  }

  /** Called as time goes on: stands where it was to stop. */
  keepStop(): void {
    const { replay } = this;
    if (this.#stopAtNs === null || replay.timeNs < this.#stopAtNs) return;
    const stop = this.#stopAtNs;
    this.pause();
    replay.seek(stop);
  }

  close(): void {
    this.replay.close();
  }

  #goTo(targetNs: number, atOnce: boolean): void {
    if (atOnce) {
      this.pause();
      this.replay.seek(targetNs);
    } else {
      this.replay.play();
      this.#stopAtNs = targetNs;
    }
  }

  #open(take: number): void {
    // Only the first time there is none.
    (this.replay as Replay | undefined)?.close();
    this.take = take;
    this.replay = openReplay(this.#takes[take]?.histories ?? []);
    this.#steps = stepsOf(this.replay.marks, this.replay.durationNs);
  }
}

/** The takes that were asked for, with the engines that were. @throws NothingToPlay */
function takesOf({ takes }: Recording, { engine, take }: EmbedSettings): readonly Take[] {
  const asked = takes.filter((_, at) => take === null || at === take);
  if (asked.length === 0) {
    throw new NothingToPlay(
      `The recording has no take ${(take ?? 0) + 1}; it has ${takes.length}.`,
    );
  }
  const isAsked = ({ header }: History): boolean => engine === null || header.engine.id === engine;
  const found = asked
    .map(({ label, histories }) => ({ label, histories: histories.filter(isAsked) }))
    .filter(({ histories }) => histories.length > 0);
  if (found.length > 0) return found;
  const ids = asked.flatMap(({ histories }) => histories.map(({ header }) => header.engine.id));
  const there = [...new Set(ids)].join(', ');
  throw new NothingToPlay(`The recording has no burst of ${engine ?? ''}; it has ${there}.`);
}
