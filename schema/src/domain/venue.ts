// A venue: sections of rows of seats, as compact geometry that both sides share.
// A row is seven integers [count, x0, y0, xm, ym, x1, y1]: a seat count and an arc through three
// points, in units of 1/32 of the distance between neighbouring seats. Seat ids follow from it.

/** Of Section.rows. */
export const INTEGERS_A_ROW = 7;

export interface Section {
  readonly id: string;
  readonly name: string;
  /** Floor-wide index of its first seat; its seats follow row by row. */
  readonly first: number;
  readonly count: number;
  /** Pattern of its seat ids: {row} is A, B, … Z, AA, …; {seat} counts from 1 in its row. */
  readonly seatIds: string;
  /** Seven integers a row. */
  readonly rows: readonly number[];
}

export interface Venue {
  readonly id: string;
  readonly name: string;
  readonly seatCount: number;
  readonly sections: readonly Section[];
  /** [left, top, right, bottom] of everything that is drawn. */
  readonly bounds: readonly number[];
  /** [left, top, right, bottom] of the empty middle with round ends, where the big number stands. */
  readonly pitch: readonly number[];
}

/** A, B, … Z, AA, AB, … @param index from 0 */
export function rowName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : rowName(Math.floor(index / 26) - 1) + letter;
}

/** Seat ids of one section, in order. Pure: a client needs the geometry only. */
export function sectionSeatIds(section: Pick<Section, 'seatIds' | 'rows'>): string[] {
  const ids: string[] = [];
  for (let at = 0; at < section.rows.length; at += INTEGERS_A_ROW) {
    const row = section.seatIds.replace('{row}', rowName(at / INTEGERS_A_ROW));
    const count = section.rows[at] ?? 0;
    for (let seat = 1; seat <= count; seat += 1) ids.push(row.replace('{seat}', String(seat)));
  }
  return ids;
}

/** Every seat id of a venue; the position is the seat's index. */
export function venueSeatIds(venue: Pick<Venue, 'sections'>): string[] {
  return venue.sections.flatMap(sectionSeatIds);
}
