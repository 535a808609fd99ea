// Everything the page knows, joined: the engines, the seat in question, the visitor's tickets and
// the state of the connection. Panels read it; orders go out through it.
import { openApi, type Api, type Connection } from '../api/client.ts';
import { BREAK_IT, RESET_FLOOR } from '../api/orders.ts';
import { WORLD, type VenueInfo } from '../api/questions.ts';
import { OFFERS, type Offer } from '../api/room.ts';
import { FREE, labelOf } from '../floor/model.ts';
import type { Theme } from '../floor/palette.ts';
import { Presenter } from '../present/presenter.svelte.ts';
import type { Replay } from '../replay/session.ts';
import { Announcer } from './announcer.svelte.ts';
import { BreakItDraft } from './break-it-draft.svelte.ts';
import type { BreakItPlan } from './break-it.ts';
import { draftStageOf } from './draft-stage.ts';
import { EngineState } from './engine.svelte.ts';
import { Room } from './room.svelte.ts';
import type { FloorActions, ShownEngine } from './shown-engine.ts';
import { Spotlight } from './spotlight.svelte.ts';
import { ThemeChoice } from './theme.svelte.ts';
import { TicketWatch } from './ticket-watch.ts';
import { Tickets } from './tickets.svelte.ts';
import { Visitor } from './visitor.svelte.ts';

const RELOAD_PAUSE_MS = 2_000;
/** How often the databases are asked whether they answer. */
const HEALTH_INTERVAL_MS = 10_000;

export class World implements FloorActions {
  connection: Connection = $state('connecting');
  engines: readonly EngineState[] = $state.raw([]);
  venues: readonly VenueInfo[] = $state.raw([]);
  /** Read at least once: an empty list is then a fact. */
  loaded = $state(false);
  loadTrouble: string | null = $state(null);
  /** An order of the presenter that was not accepted, in words. */
  refusal: string | null = $state(null);
  busy: 'breaking' | 'resetting' | null = $state(null);
  /** What the floors show instead of what happens now; null: they show what happens now. */
  replay: Replay | null = $state.raw(null);
  readonly visitor = new Visitor();
  readonly announcer = new Announcer();
  readonly tickets: Tickets;
  readonly room: Room;
  /** What is about to be fired. */
  readonly draft = new BreakItDraft(() => draftStageOf(this, this.#offers));
  readonly presenter = new Presenter(this);

  readonly #api: Api;
  readonly #theme = new ThemeChoice();
  readonly #spotlight = new Spotlight(() => this.engines);
  readonly #ticketWatch: TicketWatch;
  #offers: readonly Offer[] = $state.raw([]);
  #unwatch: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #health: ReturnType<typeof setInterval> | undefined;
  #wasLost = false;

  constructor(url: string) {
    this.#api = openApi(url);
    this.tickets = new Tickets(this.#api);
    this.#ticketWatch = new TicketWatch(this.tickets);
    this.room = new Room(this.#api);
  }

  open(): void {
    void this.#load();
    this.room.open();
    this.#health = setInterval(() => {
      for (const engine of this.engines) void this.#askHealth(engine);
    }, HEALTH_INTERVAL_MS);
    this.#unwatch = this.#api.watchConnection((connection) => {
      this.connection = connection;
      if (connection === 'lost') this.#wasLost = true;
      if (connection === 'open' && this.#wasLost) this.#comeBack();
    });
  }

  close(): void {
    this.showReplay(null);
    clearTimeout(this.#timer);
    clearInterval(this.#health);
    this.#unwatch();
    for (const engine of this.engines) engine.close();
    this.room.close();
    this.presenter.close();
    this.announcer.close();
    this.#api.close();
  }

  get running(): boolean {
    return this.engines.some(({ burst }) => burst?.state === 'RUNNING');
  }

  get theme(): Theme {
    return this.#theme.now;
  }

  toggleTheme(): void {
    this.#theme.toggle();
  }

  /** The seat in question, the same on every floor. */
  get focusSeat(): string | null {
    return this.#spotlight.seat;
  }

  isSeat(id: string): boolean {
    return this.#spotlight.isSeat(id);
  }

  labelOf(seat: string): string {
    const known = this.shown.find(({ model }) => model?.indexOf.has(seat) === true);
    return labelOf(known?.model ?? null, seat);
  }

  /** The engines as they are, or as the replay shows them. */
  get shown(): readonly ShownEngine[] {
    return this.replay?.engines ?? this.engines;
  }

  get invitation(): string {
    return `Click buys it for ${this.visitor.name.trim()}`;
  }

  /** From now on the floors show this, or, with null, what happens. Ends the replay before it. */
  showReplay(replay: Replay | null): void {
    this.replay?.close();
    this.replay = replay;
    // What was in question in the past may not be on this floor.
    if (replay === null) this.#spotlight.keep();
  }

  focus(seat: string): void {
    this.#spotlight.focus(seat);
    this.replay?.focus(seat);
  }

  /** A click: a free seat is bought, another one is looked at. */
  choose(engineId: string, seat: string): void {
    this.focus(seat);
    const engine = this.engines.find(({ info }) => info.id === engineId);
    const index = engine?.model?.indexOf.get(seat);
    // Nothing can be bought in the past.
    if (this.replay !== null || engine === undefined || index === undefined) return;
    if (engine.model?.status[index] !== FREE) return;
    if (this.visitor.problem !== null) {
      this.refusal = this.visitor.problem;
      return;
    }
    const { info } = engine;
    void this.tickets.buy({
      engine: info.id,
      engineName: info.name,
      seat,
      seatLabel: this.labelOf(seat),
      buyer: this.visitor.name.trim(),
      region: this.visitor.regionAmong(info.regions),
    });
  }

  async breakIt(plan: BreakItPlan): Promise<void> {
    if (!plan.ok || this.busy !== null) return;
    this.showReplay(null);
    if (plan.seat !== null) this.focus(plan.seat);
    // Whoever waits is told at once, and not by the next question, which of them is silent.
    for (const engine of this.engines) void this.#askHealth(engine);
    await this.#order('breaking', async () => {
      const { scenario, strategy, seat, buyers, room } = plan;
      const input = { scenario, strategy, seat, buyers, room, wait: false };
      const { breakIt } = await this.#api.mutate(BREAK_IT, { input });
      if (breakIt.__typename !== 'BreakIt') return breakIt.message;
      this.announcer.say(`${plan.buyers} buyers are on their way.`);
      return null;
    });
  }

  /** Puts the floor on sale anew. @param venue null: the same */
  async resetFloor(venue: string | null): Promise<void> {
    if (this.busy !== null) return;
    await this.#order('resetting', async () => {
      const { resetFloor } = await this.#api.mutate(RESET_FLOOR, { input: { venue } });
      return resetFloor.__typename === 'ResetFloor' ? null : resetFloor.message;
    });
  }

  async #order(kind: 'breaking' | 'resetting', send: () => Promise<string | null>): Promise<void> {
    this.busy = kind;
    this.refusal = null;
    try {
      this.refusal = await send();
    } catch (error) {
      this.refusal = error instanceof Error ? error.message : String(error);
    } finally {
      this.busy = null;
    }
  }

  #comeBack(): void {
    this.#wasLost = false;
    if (!this.loaded) void this.#load();
    for (const engine of this.engines) engine.start();
    this.tickets.sendUnanswered();
    this.tickets.checkAll(() => true);
  }

  async #load(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const [{ engines, venues }, offers] = await Promise.all([
        this.#api.query(WORLD, {}),
        this.#api.query(OFFERS, {}),
      ]);
      if (this.loaded) return;
      this.#offers = offers.engines;
      this.loaded = true;
      this.loadTrouble = null;
      this.venues = venues;
      this.engines = engines.map((info) => this.#engine(info));
      for (const engine of this.engines) engine.start();
      this.tickets.checkAll(() => true);
    } catch (error) {
      this.loadTrouble = error instanceof Error ? error.message : String(error);
      this.#timer = setTimeout(() => void this.#load(), RELOAD_PAUSE_MS);
    }
  }

  async #askHealth(engine: EngineState): Promise<void> {
    if (this.connection !== 'open') return;
    const before = engine.ready;
    await engine.askHealth();
    // A refusal because it did not answer is over.
    if (engine.ready && !before) this.refusal = null;
  }

  #engine(info: EngineState['info']): EngineState {
    const engine: EngineState = new EngineState(this.#api, info, {
      onFloor: () => this.#spotlight.keep(),
      onSeats: () => {
        this.#ticketWatch.recheck(engine);
        this.#spotlight.turn();
      },
      onSettled: (burst) => this.#spotlight.settled(burst),
    });
    return engine;
  }
}
