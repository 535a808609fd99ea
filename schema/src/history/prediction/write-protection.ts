// What stands between two buyers of one seat: how the database treats a second writer, and what the
// strategy adds to that. Facts that follow from the consistency that the engine names and from the
// strategy; one total table, no measurement.
import type { Strategy } from '../../domain/index.ts';

/** How a write of a row that somebody else has read ends. */
export type WritePath =
  /** The second of two concurrent writers of a row is refused, and reads again. */
  | 'REFUSES_SECOND_WRITER'
  /** A transaction overwrites what others committed since it read; seen at its commit. */
  | 'OVERWRITES_AT_COMMIT'
  /** One copy for all Regions; a plain write overwrites; seen as soon as it is done. */
  | 'ONE_COPY'
  /** A copy in each Region; a plain write overwrites; others see it after the lag. */
  | 'COPY_PER_REGION';

/** Who is kept from selling a seat a second time: everybody, a Region's own buyers, nobody. */
export type Protection = 'ALL' | 'EACH_REGION' | 'NONE';

/** What engines call their consistency; the first words that match count. */
const IN_WORDS: readonly (readonly [RegExp, WritePath])[] = [
  [/read committed/i, 'OVERWRITES_AT_COMMIT'],
  [/snapshot|repeatable read|serializable/i, 'REFUSES_SECOND_WRITER'],
  [/eventual/i, 'COPY_PER_REGION'],
  [/strong/i, 'ONE_COPY'],
];

/** Of words that nobody knows: the one that promises nothing. */
export function writePathOf(consistency: string): WritePath {
  return IN_WORDS.find(([words]) => words.test(consistency))?.[1] ?? 'COPY_PER_REGION';
}

const PROTECTION: Readonly<Record<WritePath, Readonly<Record<Strategy, Protection>>>> = {
  // Both buyers write the seat's row: the database itself lets one of them through.
  REFUSES_SECOND_WRITER: {
    NAIVE: 'ALL',
    CONDITIONAL: 'ALL',
    FOR_UPDATE: 'ALL',
    COUNTER_ROW: 'ALL',
  },
  // The guard, the lock and the counter are checked against what is committed, once it is.
  OVERWRITES_AT_COMMIT: {
    NAIVE: 'NONE',
    CONDITIONAL: 'ALL',
    FOR_UPDATE: 'ALL',
    COUNTER_ROW: 'ALL',
  },
  // Strong reads do not help who writes without a condition; a condition is checked for all Regions.
  ONE_COPY: {
    NAIVE: 'NONE',
    CONDITIONAL: 'ALL',
    FOR_UPDATE: 'ALL',
    COUNTER_ROW: 'ALL',
  },
  // A condition is checked against the Region's own copy, and a counter is a copy as well.
  COPY_PER_REGION: {
    NAIVE: 'NONE',
    CONDITIONAL: 'EACH_REGION',
    FOR_UPDATE: 'EACH_REGION',
    COUNTER_ROW: 'EACH_REGION',
  },
};

export function protectionOf(path: WritePath, strategy: Strategy): Protection {
  return PROTECTION[path][strategy];
}
