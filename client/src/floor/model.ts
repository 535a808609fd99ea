// One engine's floor as typed arrays: what is known of every seat, kept out of reactive state so
// that 80,000 seats cost nothing but the paint. It holds only what the server said.
import {
  rowName,
  seatPositions,
  unpackSeat,
  venueSeatIds,
  SEAT_STATUSES,
  type Section,
} from '@worldseat/schema/domain';

/** Index of each status, as in `status` of the model. */
export const FREE = SEAT_STATUSES.indexOf('AVAILABLE');
export const SOLD = SEAT_STATUSES.indexOf('SOLD');
export const OVERSOLD = SEAT_STATUSES.indexOf('OVERSOLD');

/** No Region known. */
export const NO_REGION = 255;

export interface FloorShape {
  readonly seatCount: number;
  readonly sections: readonly Section[];
  readonly bounds: readonly number[];
  readonly pitch: readonly number[];
}

export interface SeatNews {
  readonly packed: readonly number[];
  /** Where each of them was last bought, in the same order. */
  readonly changes: readonly { readonly region: string | null }[];
}

export class FloorModel {
  readonly shape: FloorShape;
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** x, y in venue units: seat i is at [2i, 2i + 1]. */
  readonly positions: Float32Array;
  readonly status: Uint8Array;
  readonly holders: Uint8Array;
  /** Index into `regions`, or NO_REGION. */
  readonly region: Uint8Array;
  /** When the seat was last seen sold, on the page's monotonic clock; -Infinity: before it. */
  readonly soldAt: Float64Array;
  readonly #regions: readonly string[];
  readonly #watchers = new Set<() => void>();

  constructor(shape: FloorShape, regions: readonly string[]) {
    this.shape = shape;
    this.#regions = regions;
    this.ids = venueSeatIds(shape);
    this.indexOf = new Map(this.ids.map((id, index) => [id, index]));
    this.positions = seatPositions(shape);
    this.status = new Uint8Array(shape.seatCount);
    this.holders = new Uint8Array(shape.seatCount);
    this.region = new Uint8Array(shape.seatCount).fill(NO_REGION);
    this.soldAt = new Float64Array(shape.seatCount).fill(Number.NEGATIVE_INFINITY);
  }

  /** The whole floor: seats that are not named are free. Nothing flashes that was sold before. */
  replace(news: SeatNews): void {
    this.status.fill(FREE);
    this.holders.fill(0);
    this.region.fill(NO_REGION);
    this.soldAt.fill(Number.NEGATIVE_INFINITY);
    this.#write(news, Number.NEGATIVE_INFINITY);
  }

  /** The last state of the seats named. @param nowMs on the page's monotonic clock */
  apply(news: SeatNews, nowMs: number): void {
    this.#write(news, nowMs);
  }

  /** Told after every change. Returns its own end. */
  watch(onChange: () => void): () => void {
    this.#watchers.add(onChange);
    return () => this.#watchers.delete(onChange);
  }

  #write({ packed, changes }: SeatNews, nowMs: number): void {
    for (const [at, value] of packed.entries()) {
      const { index, status, holders } = unpackSeat(value);
      if (index >= this.shape.seatCount) continue;
      if (holders > (this.holders[index] ?? 0)) this.soldAt[index] = nowMs;
      this.status[index] = SEAT_STATUSES.indexOf(status);
      this.holders[index] = holders;
      this.region[index] = this.#regionIndex(changes[at]?.region ?? null);
    }
    for (const watcher of this.#watchers) watcher();
  }

  #regionIndex(region: string | null): number {
    const index = region === null ? -1 : this.#regions.indexOf(region);
    return index < 0 ? NO_REGION : index;
  }
}

/** Where a seat is, in words' parts. */
export interface SeatPlace {
  readonly section: number;
  readonly row: number;
  /** From 0. */
  readonly seat: number;
}

/** The place of a seat. @param index of the floor; @returns null outside it */
export function placeOf(shape: FloorShape, index: number): SeatPlace | null {
  const section = shape.sections.findIndex(
    ({ first, count }) => index >= first && index < first + count,
  );
  const found = shape.sections[section];
  if (found === undefined) return null;
  let seat = index - found.first;
  for (let row = 0; row * 7 < found.rows.length; row += 1) {
    const count = found.rows[row * 7] ?? 0;
    if (seat < count) return { section, row, seat };
    seat -= count;
  }
  return null;
}

/** The reverse of placeOf; the seat is kept within its row. */
export function indexAt(shape: FloorShape, { section, row, seat }: SeatPlace): number {
  const found = shape.sections[section];
  if (found === undefined) return 0;
  let index = found.first;
  for (let before = 0; before < row; before += 1) index += found.rows[before * 7] ?? 0;
  return index + Math.min(seat, (found.rows[row * 7] ?? 1) - 1);
}

/** "Section 112, row E, seat 8" in a large venue, "Seat A1" where the id says it all. */
export function seatLabel(shape: FloorShape, index: number, id: string): string {
  const place = placeOf(shape, index);
  const section = place === null ? undefined : shape.sections[place.section];
  if (place === null || !section?.seatIds.includes('{row}')) return `Seat ${id}`;
  return `${section.name}, row ${rowName(place.row)}, seat ${place.seat + 1}`;
}

/** The label of a seat of this floor, or of one that it does not have: "Seat Z9". */
export function labelOf(model: FloorModel | null, id: string): string {
  const index = model?.indexOf.get(id);
  return model === null || index === undefined ? `Seat ${id}` : seatLabel(model.shape, index, id);
}

/** The oversold seat that most people hold on any of these floors; null: none is oversold. */
export function mostHeldSeat(
  models: readonly Pick<FloorModel, 'holders' | 'ids'>[],
): string | null {
  let most = 1;
  let seat: string | null = null;
  for (const { holders, ids } of models) {
    for (const [index, held] of holders.entries()) {
      if (held <= most) continue;
      most = held;
      seat = ids[index] ?? null;
    }
  }
  return seat;
}
