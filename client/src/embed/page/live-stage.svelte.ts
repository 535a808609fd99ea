// The engines of this server for the page in a frame: what happens now, and one order, the burst. It
// is pressed by hand only; no message of the page around can fire it.
import { openApi, type Api, type Connection } from '../../api/client.ts';
import { BREAK_IT, RESET_FLOOR } from '../../api/orders.ts';
import { WORLD } from '../../api/questions.ts';
import { EngineState } from '../../state/engine.svelte.ts';
import type { EmbedSettings } from '../settings.ts';
import { openPulse, type Pulse } from './pulse.ts';

const RELOAD_PAUSE_MS = 2_000;

export class LiveStage {
  connection: Connection = $state('connecting');
  engines: readonly EngineState[] = $state.raw([]);
  busy = $state(false);
  /** Why the last order was not accepted, or why there is nothing to see; in words. */
  trouble: string | null = $state(null);
  readonly settings: EmbedSettings;
  /** It answers; a connection that is open may be dead. */
  answers = $state(true);
  readonly #api: Api;
  #pulse: Pulse | null = null;
  #unwatch: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wasLost = false;

  constructor(url: string, settings: EmbedSettings) {
    this.#api = openApi(url);
    this.settings = settings;
  }

  open(): void {
    void this.#load();
    this.#pulse = openPulse('/healthz', (isThere) => (this.answers = isThere));
    this.#unwatch = this.#api.watchConnection((connection) => {
      this.connection = connection;
      if (connection === 'lost') this.#wasLost = true;
      if (connection !== 'open' || !this.#wasLost) return;
      this.#wasLost = false;
      for (const engine of this.engines) engine.start();
    });
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#pulse?.close();
    this.#unwatch();
    for (const engine of this.engines) engine.close();
    this.#api.close();
  }

  /** The server is there and every floor is told by it. */
  get isLive(): boolean {
    const isConnected = this.answers && this.connection === 'open';
    return isConnected && this.engines.length > 0 && this.engines.every(({ live }) => live);
  }

  get running(): boolean {
    return this.engines.some(({ burst }) => burst?.state === 'RUNNING');
  }

  async breakIt(): Promise<void> {
    if (this.busy || this.running) return;
    this.busy = true;
    this.trouble = null;
    try {
      this.trouble = (await this.#putOnSale()) ?? (await this.#fire());
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    } finally {
      this.busy = false;
    }
  }

  get #engineIds(): readonly string[] {
    return this.engines.map(({ info }) => info.id);
  }

  /** The venue that was asked for, where another one is on sale. */
  async #putOnSale(): Promise<string | null> {
    const { venue } = this.settings;
    const isThere = this.engines.every(({ floor }) => floor?.venue.id === venue);
    if (venue === null || isThere) return null;
    const input = { venue, engines: [...this.#engineIds] };
    const { resetFloor } = await this.#api.mutate(RESET_FLOOR, { input });
    return resetFloor.__typename === 'ResetFloor' ? null : resetFloor.message;
  }

  async #fire(): Promise<string | null> {
    const { seat, buyers } = this.settings;
    const input = { seat, buyers, wait: false, engines: [...this.#engineIds] };
    const { breakIt } = await this.#api.mutate(BREAK_IT, { input });
    return breakIt.__typename === 'BreakIt' ? null : breakIt.message;
  }

  async #load(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const { engines } = await this.#api.query(WORLD, {});
      const asked = engines.filter(({ id }) => [null, id].includes(this.settings.engine));
      if (asked.length === 0) {
        this.trouble = `There is no engine “${this.settings.engine ?? ''}” on this server's stage.`;
        return;
      }
      this.engines = asked.map((info) => this.#engine(info));
      for (const engine of this.engines) engine.start();
    } catch {
      this.#timer = setTimeout(() => void this.#load(), RELOAD_PAUSE_MS);
    }
  }

  #engine(info: EngineState['info']): EngineState {
    const engine: EngineState = new EngineState(this.#api, info, {
      onFloor: () => engine.focus(this.settings.seat),
      onSeats: () => this.#pulse?.heard(),
      onSettled: () => undefined,
    });
    return engine;
  }
}
