// The histories of bursts as they were read from their files: the few that were asked for last are
// kept in memory, so that a page that asks ten questions about one burst reads it once.
import { completeAnswer, type Answer, type RecordedAnswer } from '@worldseat/schema/domain';
import { HISTORY_FORMAT, readHistory, type History } from '@worldseat/schema/history';
import { hashOfHistory } from './hash.ts';

const MAX_IN_MEMORY = 4;

export class Histories {
  readonly #readText: (burstId: string) => Promise<string | null>;
  /** The one that was asked for last comes last. */
  readonly #inMemory = new Map<string, Promise<History | null>>();

  constructor(readText: (burstId: string) => Promise<string | null>) {
    this.#readText = readText;
  }

  /** The file as it is, or null: there is none, or only answers, as an earlier version wrote them. */
  async text(burstId: string): Promise<string | null> {
    const text = await this.#readText(burstId);
    return text !== null && isHistory(text) ? text : null;
  }

  /** @throws HistoryFault when the file is no history any more */
  find(burstId: string): Promise<History | null> {
    const history = this.#inMemory.get(burstId) ?? this.#parse(burstId);
    this.#inMemory.delete(burstId);
    this.#inMemory.set(burstId, history);
    for (const id of this.#inMemory.keys()) {
      if (this.#inMemory.size <= MAX_IN_MEMORY) break;
      this.#inMemory.delete(id);
    }
    return history;
  }

  /** What each buyer saw, in the order of the plan; also of an earlier version's file. */
  async answers(burstId: string): Promise<readonly Answer[]> {
    const history = await this.find(burstId);
    if (history !== null) return history.answers;
    const text = await this.#readText(burstId);
    if (text === null) return [];
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => completeAnswer(JSON.parse(line) as RecordedAnswer));
  }

  /** What is not there yet, or cannot be read now, may be later. */
  #parse(burstId: string): Promise<History | null> {
    const parsing = this.text(burstId).then((text) =>
      text === null ? null : readHistory(text, hashOfHistory),
    );
    const forget = () => this.forget(burstId);
    parsing.then((history) => history === null && forget(), forget);
    return parsing;
  }

  /** Reads its file anew when it is asked for again. */
  forget(burstId: string): void {
    this.#inMemory.delete(burstId);
  }
}

function isHistory(text: string): boolean {
  const end = text.indexOf('\n');
  return text.slice(0, end === -1 ? undefined : end).includes(`"${HISTORY_FORMAT}"`);
}
