// The seat in question, the same on every floor: the one that somebody chose, or what the last burst
// was about as soon as a floor shows it.
import type { Burst } from '../api/fragments.ts';
import { mostHeldSeat } from '../floor/model.ts';
import type { EngineState } from './engine.svelte.ts';

export class Spotlight {
  seat: string | null = $state(null);
  readonly #engines: () => readonly EngineState[];
  /** What to turn to as soon as a floor shows it, unless somebody chooses a seat: a seat, or null
      for the one that most people hold. */
  #turnTo: { readonly seat: string | null } | null = null;

  constructor(engines: () => readonly EngineState[]) {
    this.#engines = engines;
  }

  isSeat(id: string): boolean {
    return this.#engines().some(({ model }) => model?.indexOf.has(id) === true);
  }

  /** Somebody chose it. */
  focus(seat: string): void {
    this.#turnTo = null;
    this.#look(seat);
  }

  /** After a floor came: the same seat, if it has one of that name. */
  keep(): void {
    const first =
      this.#engines()
        .find(({ model }) => model !== null)
        ?.model?.idOf(0) ?? null;
    const seat = this.seat !== null && this.isSeat(this.seat) ? this.seat : first;
    if (seat !== null) this.#look(seat);
  }

  /** Turns to what the burst was about: its seat, or the seat that most people hold now. */
  settled({ seatId }: Burst): void {
    this.#turnTo = { seat: seatId };
    this.turn();
  }

  /** Waits for the news of the seats, if the burst's came earlier. */
  turn(): void {
    if (this.#turnTo === null) return;
    const models = this.#engines().flatMap(({ model }) => model ?? []);
    const seat = this.#turnTo.seat ?? mostHeldSeat(models);
    if (seat !== null && this.isSeat(seat)) this.focus(seat);
  }

  #look(seat: string): void {
    this.seat = seat;
    for (const engine of this.#engines()) engine.focus(seat);
  }
}
