// Buyers in motion, as typed arrays: where each is between its Region and its seat, and what it is
// doing there. A replay writes them for every frame; the painter draws them and remembers nothing.

/** What a buyer is doing; the index of each is its number in `Actors.phase`. */
export const BUYER_PHASES = [
  /** On the way from its Region; also between two attempts. */
  'RUNNING',
  /** At the seat: the read is under way. */
  'READING',
  /** At the seat: it read, and its write is under way or waits. */
  'WRITING',
  /** An attempt was just refused by the database. */
  'CONFLICT',
  'CONFIRMED',
  'REJECTED',
  /** The answer was lost. */
  'INDETERMINATE',
  'FAILED',
] as const;
export type BuyerPhase = (typeof BUYER_PHASES)[number];

/** Where the buyers of a Region come from, in venue units: a point at the edge of the floor. */
export interface Gate {
  readonly x: number;
  readonly y: number;
}

export interface Actors {
  /** Only the first `count` of each array are meant. */
  count: number;
  /** Venue units, as in Venue.bounds. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Index into BUYER_PHASES. */
  readonly phase: Uint8Array;
  /** Index into the engine's Regions, or NO_REGION. */
  readonly region: Uint8Array;
  /** By Region, for their names; Regions that share a gate share the object. None: no names. */
  readonly gates?: readonly Gate[];
}
