// Where an arrow or a page key leads on a floor of sections of rows. Pure.
import { indexAt, placeOf, rowsIn, seatsInRow, type FloorShape, type SeatPlace } from './places.ts';

/** How many rows Page Up and Page Down go: as far as that many presses of an arrow. */
export const PAGE_ROWS = 5;

/** @returns the index of the next seat; null when the key does not walk */
export function walk(shape: FloorShape, index: number, key: string): number | null {
  const place = placeOf(shape, index);
  if (place === null) return 0;
  const next = step(shape, place, key);
  return next === null ? null : indexAt(shape, next);
}

function step(shape: FloorShape, place: SeatPlace, key: string): SeatPlace | null {
  const seats = seatsInRow(shape, place.section, place.row);
  if (key === 'Home') return { ...place, seat: 0 };
  if (key === 'End') return { ...place, seat: seats - 1 };
  if (key === 'ArrowLeft') return { ...place, seat: Math.max(0, place.seat - 1) };
  if (key === 'ArrowRight') return { ...place, seat: Math.min(seats - 1, place.seat + 1) };
  if (key === 'ArrowDown') return rowBeyond(shape, place, 1);
  if (key === 'ArrowUp') return rowBeyond(shape, place, -1);
  if (key === 'PageDown') return pageBeyond(shape, place, 1);
  if (key === 'PageUp') return pageBeyond(shape, place, -1);
  return null;
}

function pageBeyond(shape: FloorShape, place: SeatPlace, by: 1 | -1): SeatPlace {
  let at = place;
  for (let rows = 0; rows < PAGE_ROWS; rows += 1) at = rowBeyond(shape, at, by);
  return at;
}

/** The next row, in the next section when the rows of this one end. */
function rowBeyond(shape: FloorShape, place: SeatPlace, by: 1 | -1): SeatPlace {
  const row = place.row + by;
  if (row >= 0 && row < rowsIn(shape, place.section)) return { ...place, row };
  const section = place.section + by;
  if (shape.sections[section] === undefined) return place;
  return { section, row: by === 1 ? 0 : rowsIn(shape, section) - 1, seat: place.seat };
}
