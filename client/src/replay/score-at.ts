// What buyers had been told by a moment of a burst, and how long they had waited. What was sold is
// not said here: that is the ledger's to say.
import type { Answer } from '@worldseat/schema/domain';
import type { BurstColumns } from './burst-columns.ts';
import { countUntil } from './sorted.ts';

export interface ToldCounts {
  /** Told CONFIRMED. */
  readonly told: number;
  readonly rejected: number;
  readonly indeterminate: number;
  readonly failed: number;
  /** Attempts beyond the first of a press; the most of any order. */
  readonly maxRetries: number;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  readonly maxMs: number | null;
}

type Counts = Omit<ToldCounts, 'p50Ms' | 'p95Ms' | 'p99Ms' | 'maxMs'>;

const NOTHING: Counts = { told: 0, rejected: 0, indeterminate: 0, failed: 0, maxRetries: 0 };

const COUNTED = {
  CONFIRMED: 'told',
  REJECTED: 'rejected',
  INDETERMINATE: 'indeterminate',
  FAILED: 'failed',
} as const satisfies Record<Answer['outcome'], keyof Counts>;

export class Answered {
  /** By the time of their return; equal times in the order of the plan. */
  readonly answers: readonly Answer[];
  readonly #returnsNs: Float64Array;
  readonly #waitsMs: Float64Array;
  /** After so many answers. */
  readonly #counts: readonly Counts[];

  constructor({ answers }: Pick<BurstColumns, 'answers'>) {
    this.answers = answers
      .filter((answer) => answer !== null)
      .sort((one, other) => one.returnNs - other.returnNs);
    this.#returnsNs = Float64Array.from(this.answers, ({ returnNs }) => returnNs);
    this.#waitsMs = Float64Array.from(this.answers, (it) => (it.returnNs - it.intendedNs) / 1e6);
    const counts = [NOTHING];
    for (const answer of this.answers) counts.push(counted(counts.at(-1) ?? NOTHING, answer));
    this.#counts = counts;
  }

  /** How many answers had returned by then. */
  countAt(timeNs: number): number {
    return countUntil(this.#returnsNs, timeNs);
  }

  /** The same by stepping and by seeking: it depends on the moment alone. */
  toldAt(timeNs: number): ToldCounts {
    const count = this.countAt(timeNs);
    return { ...(this.#counts[count] ?? NOTHING), ...percentiles(this.#waitsMs.slice(0, count)) };
  }

  /** Milliseconds waited, in the order of the returns. A view: not to be written. */
  waitsMsAt(timeNs: number): Float64Array {
    return this.#waitsMs.subarray(0, this.countAt(timeNs));
  }
}

function counted(before: Counts, { outcome, attempts, presses }: Answer): Counts {
  const key = COUNTED[outcome];
  const maxRetries = Math.max(before.maxRetries, attempts - presses);
  return { ...before, [key]: before[key] + 1, maxRetries };
}

/** Exact, by nearest rank. @param waitsMs is sorted in place */
function percentiles(
  waitsMs: Float64Array,
): Pick<ToldCounts, 'p50Ms' | 'p95Ms' | 'p99Ms' | 'maxMs'> {
  waitsMs.sort();
  const rank = (share: number): number | null =>
    waitsMs[Math.max(0, Math.ceil(share * waitsMs.length) - 1)] ?? null;
  return { p50Ms: rank(0.5), p95Ms: rank(0.95), p99Ms: rank(0.99), maxMs: rank(1) };
}
