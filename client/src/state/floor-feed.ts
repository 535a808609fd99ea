// One engine's floor as it is told: its geometry is read, then its seats are followed. Whatever it
// tells is whole: news that does not continue what came before is thrown away, and the floor and all
// of its seats are read afresh. It decides nothing about the picture.
import type { Api } from '../api/client.ts';
import type { FloorInfo } from '../api/fragments.ts';
import { keepSubscribed } from '../api/keep.ts';
import { SEAT_STATUS, type SeatUpdate } from '../api/news.ts';
import { FLOOR } from '../api/questions.ts';
import { syncStep } from './floor-sync.ts';

/** The floor has just been put on sale anew, and its geometry is on its way. */
const REREAD_PAUSE_MS = 300;
/** The server did not answer. */
const RETRY_PAUSE_MS = 3_000;

export interface FloorEvents {
  /** The geometry, as it was read; the seats follow. */
  readonly onFloor: (floor: FloorInfo) => void;
  /** Every seat that is not named is free. */
  readonly onReplace: (update: SeatUpdate) => void;
  /** Every seat that is not named stays as it is. */
  readonly onApply: (update: SeatUpdate) => void;
  /** A sentence, or null when it is over. */
  readonly onTrouble: (trouble: string | null) => void;
}

export class FloorFeed {
  readonly #api: Api;
  readonly #engine: string;
  readonly #events: FloorEvents;
  #revision = 0;
  /** Of the news that came last; null: none since the seats were asked for. */
  #sequence: number | null = null;
  #endSeats: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Another number after each start and close: what was asked before is not taken any more. */
  #generation = 0;

  constructor(api: Api, engine: string, events: FloorEvents) {
    this.#api = api;
    this.#engine = engine;
    this.#events = events;
  }

  /** Reads everything afresh. */
  start(): void {
    this.close();
    void this.#read();
  }

  close(): void {
    this.#generation += 1;
    clearTimeout(this.#timer);
    this.#endSeats();
  }

  async #read(): Promise<void> {
    const generation = this.#generation;
    try {
      const { engine } = await this.#api.query(FLOOR, { engine: this.#engine });
      if (generation !== this.#generation) return;
      if (engine === null) throw new Error('The server does not know this engine any more.');
      this.#revision = engine.floor.revision;
      this.#events.onFloor(engine.floor);
      this.#watch();
      this.#events.onTrouble(null);
    } catch (error) {
      if (generation !== this.#generation) return;
      this.#events.onTrouble(error instanceof Error ? error.message : String(error));
      this.#readSoon(RETRY_PAUSE_MS);
    }
  }

  #readSoon(pauseMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), pauseMs);
  }

  #watch(): void {
    this.#sequence = null;
    this.#endSeats = keepSubscribed(
      this.#api,
      SEAT_STATUS,
      { engine: this.#engine },
      {
        onData: ({ seatStatus }) => this.#take(seatStatus),
        onTrouble: (trouble) => {
          // The server's next answer is a whole floor.
          this.#sequence = null;
          this.#events.onTrouble(trouble);
        },
      },
    );
  }

  #take(update: SeatUpdate): void {
    const step = syncStep({ revision: this.#revision, sequence: this.#sequence }, update);
    if (step === 'reread') {
      this.#endSeats();
      // Seats of a floor whose geometry is not there yet: asking at once would only repeat it.
      this.#readSoon(this.#sequence === null ? REREAD_PAUSE_MS : 0);
      return;
    }
    this.#sequence = update.sequence;
    if (step === 'replace') this.#events.onReplace(update);
    else this.#events.onApply(update);
  }
}
