// How long buyers waited, from when they meant to buy until their answer: queueing counts, so that a
// slow server cannot look fast by answering few at a time. Exact: nearest rank over every answer.
import { type Answer, type Outcome, OUTCOMES } from '../../domain/index.ts';
import type { History } from '../types.ts';
import { regionsOf } from './records-in-scope.ts';

/** Milliseconds; all null without an answer. */
export interface Percentiles {
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  readonly maxMs: number | null;
}

export interface LatencyGroup extends Percentiles {
  readonly region: string;
  readonly outcome: Outcome;
  readonly count: number;
}

/** By Region, then by outcome; only groups that have an answer. */
export function latenciesOf(history: History): readonly LatencyGroup[] {
  const { answers } = history;
  return regionsOf(history).flatMap((region) =>
    OUTCOMES.flatMap((outcome): LatencyGroup[] => {
      const own = answers.filter((it) => it.region === region && it.outcome === outcome);
      return own.length === 0 ? [] : [{ region, outcome, count: own.length, ...waitsOf(own) }];
    }),
  );
}

export function waitsOf(answers: readonly Answer[]): Percentiles {
  const sorted = Float64Array.from(answers, (it) => (it.returnNs - it.intendedNs) / 1e6).sort();
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
  return { p50Ms: rank(0.5), p95Ms: rank(0.95), p99Ms: rank(0.99), maxMs: rank(1) };
}
