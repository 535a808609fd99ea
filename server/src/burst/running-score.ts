// What the buyers of a burst saw, kept up to date answer by answer: exactly what scoreAnswers and
// latencyCounts say of all of them, without looking at 20,000 answers again several times a second.
import { countLatencies, type Answer } from '@worldseat/schema/domain';
import { latenciesMs, latencyCounts, percentilesOf } from './latency.ts';
import { scoreAnswers, type Told } from './scoreboard.ts';

export class RunningScore {
  /** Ascending: those of the last look. */
  #sortedMs = new Float64Array();
  #told: Told = scoreAnswers([]);
  #counts: readonly number[] = latencyCounts([]);
  #answered = 0;
  /** Since the last look. */
  #fresh: Answer[] = [];

  add(answer: Answer): void {
    this.#fresh.push(answer);
    this.#answered += 1;
  }

  get answered(): number {
    return this.#answered;
  }

  /** Work in proportion to the answers since the last look, but for one pass over plain numbers. */
  look(): { readonly told: Told; readonly latencyCounts: readonly number[] } {
    const fresh = this.#fresh;
    this.#fresh = [];
    if (fresh.length > 0) {
      const addedMs = latenciesMs(fresh);
      this.#sortedMs = merge(this.#sortedMs, Float64Array.from(addedMs).sort());
      const added = countLatencies(addedMs);
      this.#counts = this.#counts.map((count, bucket) => count + (added[bucket] ?? 0));
      this.#told = sum(this.#told, scoreAnswers(fresh), this.#sortedMs);
    }
    return { told: this.#told, latencyCounts: this.#counts };
  }
}

function sum(one: Told, other: Told, sortedMs: Float64Array): Told {
  return {
    told: one.told + other.told,
    rejected: one.rejected + other.rejected,
    indeterminate: one.indeterminate + other.indeterminate,
    failed: one.failed + other.failed,
    maxRetries: Math.max(one.maxRetries, other.maxRetries),
    elapsedMs: Math.max(one.elapsedMs, other.elapsedMs),
    ...percentilesOf(sortedMs),
  };
}

/** Both ascending. */
function merge(one: Float64Array, other: Float64Array): Float64Array<ArrayBuffer> {
  const merged = new Float64Array(one.length + other.length);
  let [left, right] = [0, 0];
  for (let at = 0; at < merged.length; at += 1) {
    const takesLeft = (one[left] ?? Infinity) <= (other[right] ?? Infinity);
    merged[at] = (takesLeft ? one[left++] : other[right++]) ?? NaN;
  }
  return merged;
}
