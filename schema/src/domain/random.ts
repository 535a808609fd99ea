// Seeded randomness for plans and tests: the same seed gives the same sequence everywhere.
// Never for secrets.

/** A number in [0, 1), the next of its sequence. */
export type Random = () => number;

/** Source: mulberry32 by Tommy Ettinger, public domain. @param seed any 32-bit integer */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
