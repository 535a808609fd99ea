// How hard orders had to try: runs of the purchase, refusals by code, presses of the buyer.
import { compareText } from '../../domain/index.ts';
import type { History } from '../types.ts';

/** How many orders took this many. */
export interface Bucket {
  readonly value: number;
  readonly orders: number;
}

export interface ConflictCount {
  /** Such as "40001 OC000". */
  readonly code: string;
  readonly count: number;
}

/** Orders by the number of runs of the purchase that each took; fewest first, no empty bucket. */
export const attemptsOf = ({ answers }: History): readonly Bucket[] =>
  bucketsOf(answers.map(({ attempts }) => attempts));

/** Orders by how often their buyers pressed; fewest first, no empty bucket. */
export const pressesOf = ({ answers }: History): readonly Bucket[] =>
  bucketsOf(answers.map(({ presses }) => presses));

/** Refused attempts by code, the most frequent first. */
export function conflictsOf({ answers }: History): readonly ConflictCount[] {
  return [...tally(answers.flatMap(({ conflicts }) => conflicts))]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || compareText(a.code, b.code));
}

function bucketsOf(values: readonly number[]): readonly Bucket[] {
  return [...tally(values)]
    .map(([value, orders]) => ({ value, orders }))
    .sort((a, b) => a.value - b.value);
}

function tally<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
