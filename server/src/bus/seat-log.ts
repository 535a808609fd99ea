// What changed on one floor, in order, kept once for all of its viewers: each of them is only a place
// in it. Changes are gathered until a place is marked; from then on they can be read. What is far
// back is known by seat only, so that the log is bounded by the floor however far a viewer is behind.
import type { SeatNews } from './seat-news.ts';

/** Steps that are kept one by one: two seconds of a crowd. */
const MAX_STEPS = 64;

interface Latest {
  readonly news: SeatNews;
  /** Where the step ends that it belongs to. */
  readonly place: number;
}

export class SeatLog {
  readonly #gathered = new Map<number, SeatNews>();
  /** The last of them ends at #end. */
  readonly #steps: (readonly SeatNews[])[] = [];
  readonly #latest = new Map<number, Latest>();
  #end = 0;
  #changesInSteps = 0;

  /** Changes that are held; never more than three times the seats that have changed. */
  get size(): number {
    return this.#gathered.size + this.#latest.size + this.#changesInSteps;
  }

  /** The place that was marked last. */
  get end(): number {
    return this.#end;
  }

  get isGathering(): boolean {
    return this.#gathered.size > 0;
  }

  gather(changes: readonly SeatNews[]): void {
    for (const news of changes) this.#gathered.set(news.index, news);
  }

  /** @returns the place behind everything that was gathered; places only rise */
  mark(): number {
    if (!this.isGathering) return this.#end;
    const step = [...this.#gathered.values()];
    this.#gathered.clear();
    this.#end += 1;
    for (const news of step) this.#latest.set(news.index, { news, place: this.#end });
    this.#steps.push(step);
    this.#changesInSteps += step.length;
    this.#forgetSteps();
    return this.#end;
  }

  /**
   * The last state of each seat that changed between two marked places. When `from` is far back, a
   * seat that changed again after `to` is left out: whoever goes on from there is told of it.
   */
  between(from: number, to: number): readonly SeatNews[] {
    const first = this.#end - this.#steps.length;
    if (from < first) return this.#latestBetween(from, to);
    const steps = this.#steps.slice(from - first, to - first);
    if (steps.length === 1) return steps[0] ?? [];
    return [...new Map(steps.flat().map((news) => [news.index, news])).values()];
  }

  /** Forgets everything. @returns a place behind all others so far */
  clear(): number {
    this.#gathered.clear();
    this.#latest.clear();
    this.#steps.length = 0;
    this.#changesInSteps = 0;
    this.#end += 1;
    return this.#end;
  }

  #latestBetween(from: number, to: number): SeatNews[] {
    const changed: SeatNews[] = [];
    for (const { news, place } of this.#latest.values()) {
      if (place > from && place <= to) changed.push(news);
    }
    return changed;
  }

  /** Steps of more changes than there are seats are worth nothing: the seats tell it in less. */
  #forgetSteps(): void {
    while (this.#steps.length > MAX_STEPS || this.#changesInSteps > this.#latest.size) {
      this.#changesInSteps -= this.#steps.shift()?.length ?? 0;
    }
  }
}
