// Everything the page knows, joined: the engines, the seat in question, the visitor's tickets and
// the state of the connection. Panels read it; orders go out through it.
import { openApi, type Api, type Connection } from '../api/client.ts';
import type { Burst } from '../api/fragments.ts';
import { BREAK_IT, RESET_FLOOR } from '../api/orders.ts';
import { WORLD, type VenueInfo } from '../api/questions.ts';
import { FREE, labelOf, mostHeldSeat } from '../floor/model.ts';
import type { Replay } from '../replay/session.ts';
import { Announcer } from './announcer.svelte.ts';
import type { BreakItPlan } from './break-it.ts';
import { EngineState } from './engine.svelte.ts';
import type { FloorActions, ShownEngine } from './shown-engine.ts';
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
  /** The seat in question, the same on every floor. */
  focusSeat: string | null = $state(null);
  /** An order of the presenter that was not accepted, in words. */
  refusal: string | null = $state(null);
  busy: 'breaking' | 'resetting' | null = $state(null);
  /** What the floors show instead of what happens now; null: they show what happens now. */
  replay: Replay | null = $state.raw(null);
  readonly visitor = new Visitor();
  readonly announcer = new Announcer();
  readonly tickets: Tickets;

  readonly #api: Api;
  #unwatch: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #health: ReturnType<typeof setInterval> | undefined;
  #wasLost = false;
  /** What to turn to as soon as a floor shows it, unless somebody chooses a seat: a seat, or null
      for the one that most people hold. */
  #turnTo: { readonly seat: string | null } | null = null;
  /** Holders of each own ticket's seat, as last checked. */
  readonly #known: Record<string, number> = {};

  constructor(url: string) {
    this.#api = openApi(url);
    this.tickets = new Tickets(this.#api);
  }

  open(): void {
    void this.#load();
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
    this.announcer.close();
    this.#api.close();
  }

  get running(): boolean {
    return this.engines.some(({ burst }) => burst?.state === 'RUNNING');
  }

  isSeat(id: string): boolean {
    return this.engines.some(({ model }) => model?.indexOf.has(id) === true);
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
  }

  focus(seat: string): void {
    this.#turnTo = null;
    this.#look(seat);
  }

  #look(seat: string): void {
    this.focusSeat = seat;
    for (const engine of this.engines) engine.focus(seat);
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
    if (plan.seat !== null) this.focus(plan.seat);
    await this.#order('breaking', async () => {
      const input = { seat: plan.seat, buyers: plan.buyers, wait: false };
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
      const { engines, venues } = await this.#api.query(WORLD, {});
      if (this.loaded) return;
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
      onFloor: () => this.#keepFocus(),
      onSeats: () => {
        this.#recheck(engine);
        this.#turn();
      },
      onSettled: (burst) => this.#settled(burst),
    });
    return engine;
  }

  #keepFocus(): void {
    const first = this.engines.find(({ model }) => model !== null)?.model?.ids[0] ?? null;
    const seat = this.focusSeat !== null && this.isSeat(this.focusSeat) ? this.focusSeat : first;
    if (seat !== null) this.#look(seat);
  }

  /** Own tickets whose seat has other holders now than when last looked. */
  #recheck({ info, model }: EngineState): void {
    this.tickets.checkAll((ticket) => {
      const index = ticket.engine === info.id ? model?.indexOf.get(ticket.seat) : undefined;
      if (!model || index === undefined) return false;
      const holders = model.holders[index] ?? 0;
      const changed = this.#known[ticket.orderId] !== holders;
      this.#known[ticket.orderId] = holders;
      return changed;
    });
  }

  /** Turns to what the burst was about: its seat, or the seat that most people hold now. */
  #settled({ seatId }: Burst): void {
    this.#turnTo = { seat: seatId };
    this.#turn();
  }

  /** Waits for the news of the seats, if the burst's came earlier. */
  #turn(): void {
    if (this.#turnTo === null) return;
    const models = this.engines.flatMap(({ model }) => model ?? []);
    const seat = this.#turnTo.seat ?? mostHeldSeat(models);
    if (seat !== null && this.isSeat(seat)) this.focus(seat);
  }
}
