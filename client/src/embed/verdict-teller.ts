// Tells news of a verdict once: the same numbers again are none.
import type { Verdict } from '../api/news.ts';
import type { VerdictNews } from './messages.ts';

export class VerdictTeller {
  readonly #onNews: (news: VerdictNews) => void;
  readonly #told = new Map<string, string>();

  constructor(onNews: (news: VerdictNews) => void) {
    this.#onNews = onNews;
  }

  tell(engine: string, verdict: Verdict | null): void {
    if (verdict === null) return;
    const { result, doubleSells, sales } = verdict;
    const news = { engine, result, doubleSells, sales };
    const words = JSON.stringify(news);
    if (this.#told.get(engine) === words) return;
    this.#told.set(engine, words);
    this.#onNews(news);
  }

  /** What is told next is news, whatever it is. */
  forget(): void {
    this.#told.clear();
  }
}
