// What a viewer of a floor is told next, by how far it is: the present state for who has seen nothing
// of this revision, else the last state of each seat that changed since. Viewers who are equally far
// get the same object. Nothing here is a viewer's own, so a slow one costs no memory.
import type { Clock } from './clock.ts';
import { SeatBatch } from './seat-batch.ts';
import { SeatLog } from './seat-log.ts';
import type { FloorSnapshot, FloorTotals, SeatNews } from './seat-news.ts';

/** How far a viewer is who has seen nothing. */
export const NOWHERE = -1;

/** Batches kept for others who are as far; beyond, each viewer gets one of its own. */
const MAX_SHARED = 16;

export interface SeatBatchesOptions {
  readonly snapshot: () => FloorSnapshot;
  readonly regions: readonly string[];
  readonly clock: Clock;
}

export interface Told {
  readonly batch: SeatBatch;
  /** How far the viewer is with it. */
  readonly place: number;
}

export class SeatBatches {
  readonly #options: SeatBatchesOptions;
  readonly #log = new SeatLog();
  /** Of what may be told now, by how far a viewer is. */
  readonly #shared = new Map<number, Told>();
  #present: Told | null = null;
  #revision = Number.NEGATIVE_INFINITY;
  #totals: FloorTotals = { sold: 0, tickets: 0, oversold: 0 };
  /** Where this revision begins, and how far it may be told. */
  #begin = 0;
  #released = { place: 0, totals: this.#totals };
  #begun = false;

  constructor(options: SeatBatchesOptions) {
    this.#options = options;
  }

  /** True when a release would tell something to who has seen all that was released. */
  get isDue(): boolean {
    return this.#begun || this.#log.isGathering || this.#log.end > this.#released.place;
  }

  get holdsPresent(): boolean {
    return this.#present !== null;
  }

  add(changes: readonly SeatNews[], totals: FloorTotals, revision: number): void {
    // Late news of a floor that was replaced.
    if (revision < this.#revision) return;
    if (revision > this.#revision) this.#beginRevision(revision);
    this.#present = null;
    this.#log.gather(changes);
    this.#totals = totals;
  }

  /** Lets everything be told that was added. */
  release(): void {
    this.#shared.clear();
    this.#begun = false;
    this.#released = { place: this.#log.mark(), totals: this.#totals };
  }

  hasFor(place: number): boolean {
    return place < this.#begin || place < this.#released.place;
  }

  /** For a viewer who is at this place; null: nothing yet. @throws what the snapshot throws */
  next(place: number): Told | null {
    if (place < this.#begin) return (this.#present ??= this.#takePresent());
    if (!this.hasFor(place)) return null;
    const shared = this.#shared.get(place);
    if (shared !== undefined) return shared;
    const { place: to, totals } = this.#released;
    const seats = this.#log.between(place, to);
    const told = this.#told({ revision: this.#revision, totals, seats }, to);
    if (this.#shared.size < MAX_SHARED) this.#shared.set(place, told);
    return told;
  }

  /** Whoever comes next gets the state of then. */
  forgetPresent(): void {
    this.#present = null;
  }

  /** Forgets everything: nobody is there. */
  clear(): void {
    this.#present = null;
    this.#shared.clear();
    this.#begun = false;
    this.#begin = this.#log.clear();
    this.#released = { place: this.#begin, totals: this.#totals };
  }

  #takePresent(): Told {
    const snapshot = this.#options.snapshot();
    if (snapshot.revision > this.#revision) this.#beginRevision(snapshot.revision);
    // What was gathered is in the snapshot: who gets it begins behind that.
    return this.#told(snapshot, this.#log.mark());
  }

  #beginRevision(revision: number): void {
    this.clear();
    this.#begun = true;
    this.#revision = revision;
  }

  #told(state: FloorSnapshot, place: number): Told {
    const { clock, regions } = this.#options;
    return { batch: new SeatBatch(state, clock.nowMs(), regions), place };
  }
}
