// What is known of the row of a ticket, as bits, and what follows from several of them.

export const TOLD_CONFIRMED = 1;
export const TOLD_INDETERMINATE = 2;
/** It was told INDETERMINATE first, and later that it has no ticket. */
export const DENIED = 4;
export const SOLD = 8;
/** It was given back, or may have been. */
export const GIVEN_BACK = 16;
/** Its buyer may not have known what became of it, and have bought again. */
export const UNSURE = 32;

/** Not decided yet: neither told CONFIRMED nor that it has no ticket. */
export function isUndecided(bits: number): boolean {
  return (bits & (TOLD_CONFIRMED | TOLD_INDETERMINATE | DENIED)) === TOLD_INDETERMINATE;
}

/** In the ledger, and told neither CONFIRMED nor INDETERMINATE, or then that it has no ticket. */
export function isGhost(bits: number): boolean {
  const isTold = (bits & (TOLD_CONFIRMED | TOLD_INDETERMINATE)) !== 0;
  return (bits & SOLD) !== 0 && (!isTold || isDenied(bits));
}

/** It was told that it has no ticket, and never CONFIRMED. */
export function isDenied(bits: number): boolean {
  return (bits & DENIED) !== 0 && (bits & TOLD_CONFIRMED) === 0;
}
