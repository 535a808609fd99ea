// Every burst that is known: those that run, and the newest that are kept on disk. A burst that was
// running when the server stopped is found again as FAILED, and its lost answers as a hole in the
// history: they are never made up.
import type { Answer, Scope } from '@worldseat/schema/domain';
import type { BurstView } from '@worldseat/schema/services';
import { MAX_BURSTS_KEPT, type BurstFiles, type KeptBurst } from '../burst/files.ts';
import type { Log } from '../log.ts';
import { stoppedNote } from './new-burst.ts';
import type { Trial } from './trial.ts';

export class BurstShelf {
  readonly #files: BurstFiles;
  readonly #trials: readonly Trial[];
  /** Oldest first. */
  readonly #kept = new Map<string, () => BurstView>();

  private constructor(files: BurstFiles, trials: readonly Trial[]) {
    this.#files = files;
    this.#trials = trials;
  }

  /** Finds the bursts of earlier runs and gives their answers back to the trials. */
  static async open(files: BurstFiles, trials: readonly Trial[], log: Log): Promise<BurstShelf> {
    const shelf = new BurstShelf(files, trials);
    const kept = await files.load((error) =>
      log.warn({ err: error }, 'a burst file is unreadable'),
    );
    for (const found of kept) {
      const trial = trials.find(({ engine }) => engine.id === found.burst.engineId);
      // Of an engine that is not configured now: its files stay, for when it is again.
      if (trial === undefined) continue;
      const burst = found.burst.state === 'RUNNING' ? interrupted(found.burst) : found.burst;
      if (burst !== found.burst) await files.save({ ...found, burst });
      shelf.#kept.set(burst.id, () => burst);
      await shelf.#recall(trial, { ...found, burst });
    }
    return shelf;
  }

  find(id: string): BurstView | null {
    return this.#kept.get(id)?.() ?? null;
  }

  /** Newest first. */
  list(engineId: string | null): BurstView[] {
    const all = [...this.#kept.values()].map((view) => view());
    return all.filter((b) => engineId === null || b.engineId === engineId).reverse();
  }

  answers(id: string): Promise<Answer[]> {
    return this.#files.answers(id);
  }

  /** Puts a burst that begins on the shelf; the oldest makes room. */
  async begin(scope: Scope, view: () => BurstView): Promise<void> {
    const burst = view();
    await this.#files.save({ burst, scope });
    this.#kept.set(burst.id, view);
    for (const [id, oldest] of this.#kept) {
      if (this.#kept.size <= MAX_BURSTS_KEPT) break;
      // What is on sale now is judged by the answers of its burst.
      if (this.#isOn(oldest())) continue;
      this.#kept.delete(id);
      await this.#files.remove(id);
    }
  }

  async end(scope: Scope, burst: BurstView, answers: readonly Answer[]): Promise<void> {
    // Found as ended only once its answers can be found too.
    await this.#files.saveAnswers(burst.id, answers);
    await this.#files.save({ burst, scope });
    this.#kept.set(burst.id, () => burst);
  }

  #isOn({ engineId, seatId, round }: BurstView): boolean {
    const floor = this.#trials.find(({ engine }) => engine.id === engineId)?.floor;
    return seatId === null ? floor?.round === round : floor?.scope.get(seatId) === round;
  }

  async #recall(trial: Trial, { burst, scope }: KeptBurst): Promise<void> {
    const on = [...scope].some(([seatId, round]) => trial.floor.scope.get(seatId) === round);
    if (!on) return;
    if (burst.state === 'FAILED') {
      trial.answers.addHole(burst.id, scope, `${burst.note ?? ''} Its answers are missing.`.trim());
    }
    for (const answer of await this.answers(burst.id)) trial.answers.record(answer);
    trial.answers.opened(trial.floor.scope);
  }
}

function interrupted(burst: BurstView): BurstView {
  const note = stoppedNote(burst.buyers);
  return { ...burst, state: 'FAILED', note };
}
