// The colour token of a Region, by its position in its engine's list: the same on seats, cards and
// legends. The name is always written beside it.

const KNOWN = 4;

/** @param index -1 or beyond the known ones: the neutral token */
export function regionVariable(family: 'region' | 'card', index: number): string {
  return index >= 0 && index < KNOWN ? `var(--${family}-${index})` : `var(--${family}-none)`;
}
