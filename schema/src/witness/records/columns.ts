// Arrays of numbers that grow, whether one holds a column or whole rows: memory stays linear in the
// rows, and nothing is allocated per row.

type Numbers = Int32Array | Float64Array | Uint8Array | Uint16Array;

/** Rows that a table has room for before its first entry. */
export const FIRST_ROOM = 64;

/** A longer array with the same beginning. */
export function copied<Kind extends Numbers>(from: Kind, into: Kind): Kind {
  into.set(from);
  return into;
}
