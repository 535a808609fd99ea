// One engine's floor as typed arrays: what is known of every seat, kept out of reactive state so
// that 80,000 seats cost nothing but the paint. It holds only what the server said, or what a
// recording says of one moment.
import { seatPositions, SEAT_STATUSES } from '@worldseat/schema/domain';
import { SeatChanges } from './seat-changes.ts';
import { seatIdAt, SeatIndex, seatLabel, type FloorShape } from './places.ts';

/** Index of each status, as in `status` of the model. */
export const FREE = SEAT_STATUSES.indexOf('AVAILABLE');
export const SOLD = SEAT_STATUSES.indexOf('SOLD');
export const OVERSOLD = SEAT_STATUSES.indexOf('OVERSOLD');

/** No Region known. */
export const NO_REGION = 255;
/** A moment so long ago that nothing flashes. */
const LONG_AGO = Number.NEGATIVE_INFINITY;

export interface SeatNews {
  /** As packSeat makes them. */
  readonly packed: readonly number[];
  /** Where each of them was last bought, in the same order: index into the engine's Regions, or -1. */
  readonly regions: readonly number[];
}

export class FloorModel {
  readonly shape: FloorShape;
  /** Of the engine, in the order that the news numbers them. */
  readonly regions: readonly string[];
  readonly indexOf: SeatIndex;
  /** x, y in venue units: seat i is at [2i, 2i + 1]. */
  readonly positions: Float32Array;
  readonly status: Uint8Array;
  readonly holders: Uint8Array;
  /** Index into the engine's Regions, or NO_REGION. */
  readonly region: Uint8Array;
  /** When the seat was last seen sold, on the page's monotonic clock; -Infinity: before it. */
  readonly soldAt: Float32Array;
  readonly changes = new SeatChanges();
  #oversold = 0;
  #oversoldTickets = 0;
  #oversoldEdition = 0;
  readonly #watchers = new Set<() => void>();

  constructor(shape: FloorShape, regions: readonly string[]) {
    this.shape = shape;
    this.regions = regions;
    this.indexOf = new SeatIndex(shape);
    this.positions = seatPositions(shape);
    this.status = new Uint8Array(shape.seatCount);
    this.holders = new Uint8Array(shape.seatCount);
    this.region = new Uint8Array(shape.seatCount).fill(NO_REGION);
    this.soldAt = new Float32Array(shape.seatCount).fill(LONG_AGO);
  }

  /** Seats that are oversold now. */
  get oversold(): number {
    return this.#oversold;
  }

  /** Tickets of the oversold seats, of each at most as many as it is told. */
  get oversoldTickets(): number {
    return this.#oversoldTickets;
  }

  /** Another number after each change of an oversold seat. */
  get oversoldEdition(): number {
    return this.#oversoldEdition;
  }

  /** @returns null outside the floor */
  idOf(index: number): string | null {
    return seatIdAt(this.shape, index);
  }

  /** The whole floor: seats that are not named are free. Nothing flashes that was sold before. */
  replace(news: SeatNews): void {
    this.status.fill(FREE);
    this.holders.fill(0);
    this.region.fill(NO_REGION);
    this.soldAt.fill(LONG_AGO);
    this.#oversold = 0;
    this.#oversoldTickets = 0;
    this.#oversoldEdition += 1;
    this.changes.noteAll();
    this.#write(news, LONG_AGO);
  }

  /** The last state of the seats named. @param nowMs on the page's monotonic clock */
  apply(news: SeatNews, nowMs: number): void {
    this.#write(news, nowMs);
  }

  /**
   * One seat, for whoever writes many in a frame; notify() follows, once for all of them.
   * @param holders 0 to 255; beyond 15 a badge says "15+"; @param region index of the Region, or
   * NO_REGION; @param soldAtMs on the page's monotonic clock: the seat flashes; -Infinity: it does not
   */
  set(index: number, holders: number, region: number, soldAtMs: number): void {
    const status = holders === 0 ? FREE : holders === 1 ? SOLD : OVERSOLD;
    if (index >= 0 && index < this.shape.seatCount) {
      this.#put(index, status, holders, region < this.regions.length ? region : NO_REGION);
      this.soldAt[index] = soldAtMs;
    }
  }

  /** Tells the watchers that seats were set. */
  notify(): void {
    for (const watcher of this.#watchers) watcher();
  }

  /** Told after every change. Returns its own end. */
  watch(onChange: () => void): () => void {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  }

  /** The format of packSeat, read in place: an object for each of 20,000 seats a second is garbage. */
  #write({ packed, regions }: SeatNews, nowMs: number): void {
    for (let at = 0; at < packed.length; at += 1) {
      const value = packed[at] ?? -1;
      const index = Math.floor(value / 64);
      const status = (value >> 4) & 3;
      if (!(index >= 0 && index < this.shape.seatCount) || status > OVERSOLD) continue;
      const holders = value & 15;
      const region = regions[at] ?? -1;
      if (holders > (this.holders[index] ?? 0)) this.soldAt[index] = nowMs;
      const known = region >= 0 && region < this.regions.length;
      this.#put(index, status, holders, known ? region : NO_REGION);
    }
    this.notify();
  }

  #put(index: number, status: number, holders: number, region: number): void {
    if (this.status[index] === OVERSOLD) this.#countOversold(-1, this.holders[index] ?? 0);
    if (status === OVERSOLD) this.#countOversold(1, holders);
    this.status[index] = status;
    this.holders[index] = holders;
    this.region[index] = region;
    this.changes.note(index);
  }

  #countOversold(by: 1 | -1, holders: number): void {
    this.#oversold += by;
    this.#oversoldTickets += by * holders;
    this.#oversoldEdition += 1;
  }
}

/** The label of a seat of this floor, or of one that it does not have: "Seat Z9". */
export function labelOf(model: FloorModel | null, id: string): string {
  const index = model?.indexOf.get(id);
  return model === null || index === undefined ? `Seat ${id}` : seatLabel(model.shape, index, id);
}

/** The oversold seat that most people hold on any of these floors; null: none is oversold. */
export function mostHeldSeat(
  models: readonly Pick<FloorModel, 'holders' | 'idOf' | 'oversold'>[],
): string | null {
  let most = 1;
  let seat: string | null = null;
  for (const model of models) {
    if (model.oversold === 0) continue;
    const index = model.holders.reduce((best, held, at, all) => {
      return held > (all[best] ?? 0) ? at : best;
    }, 0);
    const held = model.holders[index] ?? 0;
    if (held <= most) continue;
    most = held;
    seat = model.idOf(index);
  }
  return seat;
}
