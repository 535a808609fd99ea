// Every burst that is known: those that run, and the newest that are kept on disk, also of engines
// that are not open now. A burst that was running when the server stopped is found again as FAILED,
// and its lost answers as a hole in the history: they are never made up.
import type { Answer, Scope } from '@worldseat/schema/domain';
import type { History } from '@worldseat/schema/history';
import type { BurstView } from '@worldseat/schema/services';
import { MAX_BURSTS_KEPT, type BurstFiles, type KeptBurst } from '../burst/files.ts';
import { Histories } from '../burst/histories.ts';
import type { Log } from '../log.ts';
import { stoppedNote } from './new-burst.ts';
import type { Trial } from './trial.ts';

/** The engine of this id, if it is open. */
type FindTrial = (engineId: string) => Trial | null;

export class BurstShelf {
  readonly #files: BurstFiles;
  readonly #histories: Histories;
  readonly #find: FindTrial;
  readonly #log: Log;
  /** Oldest first. */
  readonly #kept = new Map<string, () => BurstView>();

  private constructor(files: BurstFiles, find: FindTrial, log: Log) {
    this.#files = files;
    this.#find = find;
    this.#log = log;
    this.#histories = new Histories((id) => files.readHistory(id));
  }

  /** Finds the bursts of earlier runs. */
  static async open(files: BurstFiles, find: FindTrial, log: Log): Promise<BurstShelf> {
    const shelf = new BurstShelf(files, find, log);
    const kept = await files.load((error) =>
      log.warn({ err: error }, 'a burst file is unreadable'),
    );
    for (const found of kept) {
      const burst = found.burst.state === 'RUNNING' ? interrupted(found.burst) : found.burst;
      if (burst !== found.burst) await files.save({ ...found, burst });
      shelf.#kept.set(burst.id, () => burst);
    }
    return shelf;
  }

  /** Gives the answers of earlier runs back to an engine that was opened; before it sells. */
  async recall(trial: Trial): Promise<void> {
    for (const { id, state } of this.list(trial.engine.id).reverse()) {
      // One that runs now was not recorded by an earlier run.
      const kept = state === 'RUNNING' ? null : await this.#files.find(id);
      if (kept !== null && isOn(kept, trial)) await this.#recallOne(trial, kept);
    }
  }

  find(id: string): BurstView | null {
    return this.#kept.get(id)?.() ?? null;
  }

  /** Newest first. */
  list(engineId: string | null): BurstView[] {
    const all = [...this.#kept.values()].map((view) => view());
    return all.filter((b) => engineId === null || b.engineId === engineId).reverse();
  }

  /** What each buyer saw; empty when the burst never settled, or is unknown. */
  async answers(id: string): Promise<readonly Answer[]> {
    return this.#kept.has(id) ? this.#histories.answers(id) : [];
  }

  /** The burst's file as it lies on disk; null: unknown, not settled, or of an earlier version. */
  async file(id: string): Promise<string | null> {
    return this.#kept.has(id) ? this.#histories.text(id) : null;
  }

  async history(id: string): Promise<History | null> {
    return this.#kept.has(id) ? this.#histories.find(id) : null;
  }

  /** Puts a burst that begins on the shelf; the oldest makes room. */
  async begin(scope: Scope, view: () => BurstView): Promise<void> {
    const burst = view();
    await this.#files.save({ burst, scope });
    this.#kept.set(burst.id, view);
    for (const id of [...this.#kept.keys()]) {
      if (this.#kept.size <= MAX_BURSTS_KEPT) break;
      if (await this.#isNeeded(id)) continue;
      this.#kept.delete(id);
      this.#histories.forget(id);
      await this.#files.remove(id);
    }
  }

  /** @param history its file, as text */
  async end(scope: Scope, burst: BurstView, history: string): Promise<void> {
    // Found as ended only once its history can be found too.
    await this.#files.saveHistory(burst.id, history);
    this.#histories.forget(burst.id);
    await this.#files.save({ burst, scope });
    this.#kept.set(burst.id, () => burst);
  }

  /** What is on sale now is judged by the answers of its burst. */
  async #isNeeded(id: string): Promise<boolean> {
    const burst = this.find(id);
    if (burst === null || burst.state === 'RUNNING') return burst !== null;
    const trial = this.#find(burst.engineId);
    if (trial === null) return !this.#isOver(burst);
    const kept = await this.#files.find(id);
    return kept !== null && isOn(kept, trial);
  }

  /** Of an engine that is not open: whether a later burst put the whole floor on sale anew. */
  #isOver({ engineId, startedAtMs }: BurstView): boolean {
    return this.list(engineId).some(
      (later) => later.startedAtMs > startedAtMs && later.scenario === 'ON_SALE',
    );
  }

  async #recallOne(trial: Trial, { burst, scope }: KeptBurst): Promise<void> {
    if (burst.state === 'FAILED') {
      trial.answers.addHole(burst.id, scope, `${burst.note ?? ''} Its answers are missing.`.trim());
    }
    try {
      trial.recall(await this.answers(burst.id));
    } catch (error) {
      this.#log.warn({ burst: burst.id, err: error }, 'the file of a burst is unreadable');
      trial.answers.addHole(burst.id, scope, `The file of burst ${burst.id} is unreadable.`);
    }
  }
}

/** Whether a seat of the burst is still in the round that the burst opened. */
function isOn({ scope }: KeptBurst, { floor }: Trial): boolean {
  return [...scope].some(([seatId, round]) => floor.scope.get(seatId) === round);
}

function interrupted(burst: BurstView): BurstView {
  const note = stoppedNote(burst.buyers);
  return { ...burst, state: 'FAILED', note };
}
