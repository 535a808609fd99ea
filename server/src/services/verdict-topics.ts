// Verdict news, one topic for each seat that somebody asks about (null: the floor as a whole).
// A topic lives as long as it has a subscriber; their number is bounded. An unchanged verdict is no
// news, except to a new subscriber.
import type { VerdictView } from '@worldseat/schema/services';
import { LatestTopic, TooManySubscribers } from '../bus/index.ts';

/** Distinct seats watched at once; more are refused like too many subscribers. */
const MAX_WATCHED_SEATS = 200;

interface Watched {
  readonly topic: LatestTopic<VerdictView>;
  /** What was told last; null when somebody has not been told yet. */
  told: string | null;
}

export class VerdictTopics {
  readonly #watched = new Map<string | null, Watched>();

  watched(): readonly (string | null)[] {
    for (const [focusSeat, { topic }] of this.#watched) {
      if (topic.size === 0) this.#watched.delete(focusSeat);
    }
    return [...this.#watched.keys()];
  }

  publish(focusSeat: string | null, verdict: VerdictView): void {
    const watched = this.#watched.get(focusSeat);
    if (watched === undefined) return;
    const essence = essenceOf(verdict);
    if (watched.told === essence) return;
    watched.told = essence;
    watched.topic.publish(verdict);
  }

  /** @throws TooManySubscribers */
  subscribe(focusSeat: string | null): AsyncIterableIterator<VerdictView> {
    if (!this.#watched.has(focusSeat) && this.watched().length >= MAX_WATCHED_SEATS) {
      throw new TooManySubscribers(MAX_WATCHED_SEATS);
    }
    const watched = this.#watched.get(focusSeat) ?? { topic: new LatestTopic(), told: null };
    this.#watched.set(focusSeat, watched);
    watched.told = null;
    return watched.topic.subscribe();
  }

  close(): void {
    for (const { topic } of this.#watched.values()) topic.close();
  }
}

/** Everything of a verdict that a viewer would call news. */
function essenceOf(verdict: VerdictView): string {
  const { result, reasons, unreadRegions, sales, doubleSells, hiddenSales, focus } = verdict;
  return JSON.stringify([
    result,
    reasons,
    unreadRegions,
    sales,
    doubleSells,
    hiddenSales,
    focus?.result,
    focus?.round,
    focus?.confirmed,
  ]);
}
