// The engines: those on stage, open from the start, and those that the lab or a burst asks for by
// name, opened then. Each is opened once, whoever asks, and stays open until the world ends. Those
// that are asked for are opened one after the other: some of them share a part.
import type { EngineView, LabEngineView } from '@worldseat/schema/services';
import { EngineUnavailable } from '../engines/engine.ts';
import type { Trial } from './trial.ts';

export interface EngineRoomOptions {
  readonly onStage: readonly Trial[];
  /** Every engine that there is, in the order of the catalogue. */
  readonly known: readonly LabEngineView[];
  /** Opens an engine that is known and not on stage; what it fails with leaves nothing behind. */
  readonly open: (id: string) => Promise<Trial>;
}

export class EngineRoom {
  readonly onStage: readonly Trial[];
  readonly known: readonly LabEngineView[];
  readonly #openTrial: EngineRoomOptions['open'];
  readonly #open = new Map<string, Trial>();
  readonly #opening = new Map<string, Promise<Trial>>();
  /** Resolves when what is being opened now is open, or is not. */
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor({ onStage, known, open }: EngineRoomOptions) {
    this.onStage = onStage;
    this.known = known;
    this.#openTrial = open;
    for (const trial of onStage) this.#open.set(trial.engine.id, trial);
  }

  /** Those on stage first, then in the order of opening. */
  get open(): readonly Trial[] {
    return [...this.#open.values()];
  }

  /** The engine, if it is open. */
  find(id: string): Trial | null {
    return this.#open.get(id) ?? null;
  }

  view({ engine, lagMs }: Trial): EngineView {
    const { id, name, consistency, deployment, components, regions, strategies } = engine;
    const onStage = this.onStage.some((trial) => trial.engine === engine);
    return { id, name, consistency, deployment, components, regions, strategies, lagMs, onStage };
  }

  /**
   * Opens the engine if need be. One that could not be opened may be asked for again.
   * @throws EngineUnavailable, also of an engine that nobody knows
   */
  async openEngine(id: string): Promise<Trial> {
    const trial = this.find(id);
    if (trial !== null) return trial;
    if (!this.known.some((engine) => engine.id === id)) {
      throw new EngineUnavailable(id, 'it is not known here');
    }
    if (this.#closed) throw new EngineUnavailable(id, 'the server is stopping');
    const opening = this.#opening.get(id) ?? this.#begin(id);
    this.#opening.set(id, opening);
    return opening;
  }

  /** Opens nothing more; resolves when nothing is being opened. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#opening.values());
  }

  async #begin(id: string): Promise<Trial> {
    const opening = this.#turn.then(() => this.#openTrial(id));
    this.#turn = opening.catch(() => undefined);
    try {
      const trial = await opening;
      this.#open.set(id, trial);
      return trial;
    } catch (error) {
      if (error instanceof EngineUnavailable) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new EngineUnavailable(id, `it cannot be opened: ${reason}`, error);
    } finally {
      this.#opening.delete(id);
    }
  }
}
