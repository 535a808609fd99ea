// Where a seat is in its venue, in numbers and in words, and which seat has an id. Pure, and worked
// out from the geometry: 80,000 ids are never made into a list or a map.
import { rowName, type Section } from '@worldseat/schema/domain';

/** Integers a row, as in Section.rows. */
const ROW_LENGTH = 7;
const MAX_ID_LENGTH = 64;

export interface FloorShape {
  readonly seatCount: number;
  readonly sections: readonly Section[];
  readonly bounds: readonly number[];
  readonly pitch: readonly number[];
}

export interface SeatPlace {
  readonly section: number;
  readonly row: number;
  /** From 0. */
  readonly seat: number;
}

/** The place of a seat. @param index of the floor; @returns null outside it */
export function placeOf(shape: FloorShape, index: number): SeatPlace | null {
  const section = sectionAt(shape, index);
  const found = shape.sections[section];
  if (found === undefined) return null;
  let seat = index - found.first;
  for (let row = 0; row < rowsIn(shape, section); row += 1) {
    const count = seatsInRow(shape, section, row);
    if (seat < count) return { section, row, seat };
    seat -= count;
  }
  return null;
}

/** Sections follow each other by their first seat: a binary search. @returns -1 outside the floor */
function sectionAt({ sections, seatCount }: FloorShape, index: number): number {
  if (!(index >= 0 && index < seatCount)) return -1;
  let [low, high] = [0, sections.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle]?.first ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The reverse of placeOf; the seat is kept within its row. */
export function indexAt(shape: FloorShape, { section, row, seat }: SeatPlace): number {
  let index = shape.sections[section]?.first ?? 0;
  for (let before = 0; before < row; before += 1) index += seatsInRow(shape, section, before);
  return index + Math.min(seat, seatsInRow(shape, section, row) - 1);
}

export function rowsIn(shape: FloorShape, section: number): number {
  return (shape.sections[section]?.rows.length ?? 0) / ROW_LENGTH;
}

export function seatsInRow(shape: FloorShape, section: number, row: number): number {
  return shape.sections[section]?.rows[row * ROW_LENGTH] ?? 0;
}

/** The id of a seat, as sectionSeatIds has it. @returns null outside the floor */
export function seatIdAt(shape: FloorShape, index: number): string | null {
  const place = placeOf(shape, index);
  const pattern = shape.sections[place?.section ?? -1]?.seatIds;
  if (place === null || pattern === undefined) return null;
  return pattern.replace('{row}', rowName(place.row)).replace('{seat}', String(place.seat + 1));
}

/** Finds seats by their id: one pattern for each section instead of a map of every seat. */
export class SeatIndex {
  readonly #shape: FloorShape;
  readonly #patterns: readonly { readonly before: string; readonly match: RegExp }[];

  constructor(shape: FloorShape) {
    this.#shape = shape;
    this.#patterns = shape.sections.map(({ seatIds }) => ({
      before: seatIds.slice(0, seatIds.indexOf('{')),
      match: patternOf(seatIds),
    }));
  }

  /** @param id any text; @returns undefined when this floor has no such seat */
  get(id: string): number | undefined {
    if (id.length > MAX_ID_LENGTH) return undefined;
    for (const [section, { before, match }] of this.#patterns.entries()) {
      if (!id.startsWith(before)) continue;
      const groups = match.exec(id)?.groups;
      if (groups === undefined) continue;
      const row = groups['row'] === undefined ? 0 : rowIndex(groups['row']);
      const seat = Number(groups['seat'] ?? 1) - 1;
      if (seat >= seatsInRow(this.#shape, section, row)) continue;
      return indexAt(this.#shape, { section, row, seat });
    }
    return undefined;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }
}

function patternOf(seatIds: string): RegExp {
  const escaped = seatIds.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  const source = escaped.replace('{row}', '(?<row>[A-Z]+)').replace('{seat}', '(?<seat>[1-9]\\d*)');
  return new RegExp(`^${source}$`);
}

/** The reverse of rowName. */
function rowIndex(name: string): number {
  let index = 0;
  for (const letter of name) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** "Section 112, row E, seat 8" in a large venue, "Seat A1" where the id says it all. */
export function seatLabel(shape: FloorShape, index: number, id: string): string {
  const place = placeOf(shape, index);
  const section = place === null ? undefined : shape.sections[place.section];
  if (place === null || !section?.seatIds.includes('{row}')) return `Seat ${id}`;
  return `${section.name}, row ${rowName(place.row)}, seat ${place.seat + 1}`;
}
