// What the presenter does on the stage, by key or by menu: fire, replay, guess, show the room and
// the keys. It orders through the world and never paints a result of its own.
import type { Scenario } from '@worldseat/schema/domain';
import { fetchBursts } from '../replay/fetch-bursts.ts';
import { Player } from '../recording/player.svelte.ts';
import type { World } from '../state/world.svelte.ts';
import { toggleFullScreen } from './full-screen.ts';
import { GuessBoard } from './guess-board.svelte.ts';
import type { Command } from './keys.ts';
import { isReplayCommand, moveReplay, type ReplayCommand } from './replay-commands.ts';
import { SessionBursts } from './session-bursts.svelte.ts';

const NOTICE_SHOWN_MS = 6_000;

export type PresenterDialog = 'HELP' | 'ROOM' | 'GUESS';
type StageCommand = Exclude<Command, ReplayCommand>;

export class Presenter {
  dialog: PresenterDialog | null = $state(null);
  /** Why a key did nothing, or what it did where that is not seen. */
  notice: string | null = $state(null);
  readonly player: Player;
  readonly board: GuessBoard;
  readonly session = new SessionBursts();
  readonly #world: World;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(world: World) {
    this.#world = world;
    this.player = new Player(world);
    this.board = new GuessBoard(async (id) => {
      const known = this.player.histories.find(({ header }) => header.burst.id === id);
      const [read] = known === undefined ? await fetchBursts([id]) : [known];
      if (read === undefined) throw new Error(`There is no file of burst ${id}.`);
      return read;
    });
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  /** @returns false when the command means nothing now, so that its key is the page's */
  run(command: Command): boolean {
    if (isReplayCommand(command)) return moveReplay(command, this.#world.replay, this.player);
    return this.#deeds[command]() !== false;
  }

  say(notice: string): void {
    clearTimeout(this.#timer);
    this.notice = notice;
    this.#world.announcer.say(notice);
    this.#timer = setTimeout(() => (this.notice = null), NOTICE_SHOWN_MS);
  }

  /** The browser says so a moment later, when another one may be open. */
  closed(dialog: PresenterDialog): void {
    if (this.dialog === dialog) this.dialog = null;
  }

  /** Why nothing can be fired now, in words, or null. */
  get blocked(): string | null {
    const { engines, connection, running, busy, draft } = this.#world;
    if (engines.length === 0) return 'There is no floor yet.';
    if (connection !== 'open') return 'Not connected: no order can be sent now.';
    if (running) return 'A burst is running.';
    if (busy !== null) return 'The floor is being put on sale anew.';
    return draft.plan.ok ? null : draft.plan.problem;
  }

  /** Fires what the console says; a replay ends first, and a guess about it. */
  async fire(): Promise<void> {
    if (this.blocked !== null) {
      this.say(this.blocked);
      return;
    }
    this.dialog = null;
    if (this.#world.replay !== null) {
      this.board.clear();
      this.player.leave();
    }
    await this.#world.breakIt(this.#world.draft.plan);
    if (this.#world.refusal !== null) this.say(this.#world.refusal);
  }

  /** After a guess: the burst, or the recorded one from its start. */
  reveal(): void {
    const { replay } = this.#world;
    if (replay === null) void this.fire();
    else replay.play();
  }

  async showFile(file: File): Promise<void> {
    await this.player.showFile(file);
    this.#afterOpening();
  }

  /** The bursts that are replayed, or else the last of each floor that have ended. */
  get endedBursts(): readonly string[] {
    const { replay, engines } = this.#world;
    if (replay !== null) return this.player.histories.map(({ header }) => header.burst.id);
    return engines.flatMap(({ burst }) => (burst?.state === 'SETTLED' ? burst.id : []));
  }

  /** There is a burst to replay now, or a replay to leave. */
  get canReplay(): boolean {
    const { replay, running } = this.#world;
    return replay !== null || (!running && this.endedBursts.length > 0);
  }

  async #replayOrLive(): Promise<void> {
    const ids = this.endedBursts;
    if (this.#world.replay !== null) this.player.leave();
    else if (this.#world.running) this.say('A burst is running; it can be replayed after it.');
    else if (ids.length === 0) this.say('There is no burst to replay yet: break it first.');
    else {
      await this.player.showBursts(ids);
      this.#afterOpening();
    }
  }

  #afterOpening(): void {
    if (this.player.trouble !== null) {
      this.say(this.player.trouble);
      return;
    }
    this.dialog = null;
    this.board.clear();
  }

  #choose(scenario: Scenario): void {
    this.#world.draft.choose(scenario);
    this.say(this.#world.draft.words);
  }

  #toggle(dialog: PresenterDialog): void {
    this.dialog = this.dialog === dialog ? null : dialog;
  }

  #closeOne(): boolean {
    if (this.dialog !== null) this.dialog = null;
    else if (this.notice !== null) this.notice = null;
    else if (this.board.guess !== null) this.board.clear();
    else return false;
    return true;
  }

  #guess(): void {
    const { plan } = this.#world.draft;
    if (this.#world.replay === null && !plan.ok) this.say(plan.problem);
    else this.#toggle('GUESS');
  }

  async #fullScreen(): Promise<void> {
    const refused = await toggleFullScreen();
    if (refused !== null) this.say(refused);
  }

  readonly #deeds: Readonly<Record<StageCommand, () => unknown>> = {
    BREAK: () => void this.fire(),
    REPLAY: () => void this.#replayOrLive(),
    ONE_SEAT: () => this.#choose('ONE_SEAT'),
    ON_SALE: () => this.#choose('ON_SALE'),
    FAN_LIMIT: () => this.#choose('FAN_LIMIT'),
    RETRY_STORM: () => this.#choose('RETRY_STORM'),
    PREDICT: () => this.#guess(),
    ROOM: () => this.#toggle('ROOM'),
    FULL_SCREEN: () => void this.#fullScreen(),
    THEME: () => this.#world.toggleTheme(),
    HELP: () => this.#toggle('HELP'),
    CLOSE: () => this.#closeOne(),
  };
}
