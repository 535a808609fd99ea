// Which seat is under a point. One small index finds the sections, and each section's own index is
// built when the pointer first comes to it: no long wait at the start of a stadium.
import Flatbush from 'flatbush';
import { UNITS_A_SEAT, type Layout, type Point } from './layout.ts';
import type { FloorShape } from './places.ts';

/** How far from a seat's centre a point still means it, in venue units. */
const REACH = UNITS_A_SEAT * 0.75;

export class SeatFinder {
  readonly #shape: FloorShape;
  readonly #positions: Float32Array;
  readonly #sections: Flatbush;
  readonly #seats: (Flatbush | undefined)[] = [];

  /** @param positions as of seatPositions */
  constructor(shape: FloorShape, positions: Float32Array) {
    this.#shape = shape;
    this.#positions = positions;
    this.#sections = new Flatbush(Math.max(1, shape.sections.length));
    for (const { first, count } of shape.sections) this.#addSection(first, count);
    if (shape.sections.length === 0) this.#sections.add(0, 0, 0, 0);
    this.#sections.finish();
  }

  /** The seat within 0.75 of a seat pitch of the point, the nearest one; or null. */
  at(layout: Layout, point: Point): number | null {
    const x = (point.x - layout.originX) / layout.scale;
    const y = (point.y - layout.originY) / layout.scale;
    let nearest: number | null = null;
    let least = REACH;
    const around = this.#sections.search(x - REACH, y - REACH, x + REACH, y + REACH);
    for (const section of around) {
      const { first, count } = this.#shape.sections[section] ?? { first: 0, count: 0 };
      if (count === 0) continue;
      const [seat] = this.#seatsOf(section).neighbors(x, y, 1, least);
      if (seat === undefined) continue;
      const [seatX, seatY] = this.#place(first + seat);
      const distance = Math.hypot(seatX - x, seatY - y);
      if (distance >= least) continue;
      least = distance;
      nearest = first + seat;
    }
    return nearest;
  }

  #addSection(first: number, count: number): void {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let index = first; index < first + count; index += 1) {
      const [x, y] = this.#place(index);
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
    this.#sections.add(left, top, right, bottom);
  }

  #seatsOf(section: number): Flatbush {
    const known = this.#seats[section];
    if (known !== undefined) return known;
    const { first, count } = this.#shape.sections[section] ?? { first: 0, count: 1 };
    const seats = new Flatbush(count);
    for (let index = first; index < first + count; index += 1) seats.add(...this.#place(index));
    seats.finish();
    this.#seats[section] = seats;
    return seats;
  }

  #place(index: number): [x: number, y: number] {
    return [this.#positions[index * 2] ?? 0, this.#positions[index * 2 + 1] ?? 0];
  }
}
