// The lab: which database, which strategy, what happens? Every chosen engine with every chosen
// strategy in every chosen scenario, executed for real, one burst a cell. One run at a time; runs
// are kept on disk and found again. It measures and decides nothing itself: each figure comes from
// the file of the cell's burst.
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { LIMITS } from '@worldseat/schema/domain';
import type {
  LabCellView,
  LabEngineView,
  LabRequest,
  LabRunView,
  LabView,
  Page,
  PageInput,
  Refusal,
} from '@worldseat/schema/services';
import { LatestTopic } from '../../bus/index.ts';
import { overloaded } from '../input.ts';
import { pageOf } from '../page.ts';
import { runCell, type LabParts } from './cell.ts';
import { LabFiles, MAX_RUNS_KEPT } from './files.ts';
import { planLab } from './plan.ts';
import { RunningLab } from './running-lab.ts';

export type { LabParts } from './cell.ts';

const PROGRESS_INTERVAL_MS = 100;

export class Lab {
  readonly #parts: LabParts;
  readonly #files: LabFiles;
  readonly #topic = new LatestTopic<LabView>({ minIntervalMs: PROGRESS_INTERVAL_MS });
  /** Those that have ended, the latest first. */
  #ended: readonly LabView[];
  #running: RunningLab | null = null;
  #end: Promise<void> = Promise.resolve();
  #stopping = false;

  private constructor(parts: LabParts, files: LabFiles, ended: readonly LabView[]) {
    this.#parts = parts;
    this.#files = files;
    this.#ended = ended;
  }

  /** Finds the runs that were kept. */
  static async open(parts: LabParts): Promise<Lab> {
    const files = await LabFiles.open(join(parts.dataDir, 'labs'));
    const ended = await files.load((error) =>
      parts.log.warn({ err: error }, 'the file of a run of the lab is unreadable'),
    );
    return new Lab(parts, files, ended);
  }

  labEngines(): readonly LabEngineView[] {
    return this.#parts.room.known;
  }

  async lab(request: LabRequest): Promise<LabRunView | Refusal> {
    const cells = planLab(request, this.labEngines());
    if ('__typename' in cells) return cells;
    if (this.#running !== null) {
      const { id } = this.#running.view;
      return overloaded(`The lab is busy with the run ${id}; nothing was started.`, 10_000);
    }
    if (this.#stopping) return overloaded('The server stops; nothing was started.', 10_000);
    const running = this.#begin(request, cells);
    if (request.wait) await this.#end;
    return { __typename: 'LabRun', lab: running.view };
  }

  labRun(id: string): LabView | null {
    return this.#all().find((run) => run.id === id) ?? null;
  }

  /** The latest first. @throws BadRequest when `after` is no cursor of this list */
  labRuns(page: PageInput): Page<LabView> {
    return pageOf(this.#all(), ({ id }) => id, page);
  }

  watchLab(): AsyncIterable<LabView> {
    return this.#topic.subscribe(this.#all()[0]);
  }

  /** The run that goes on ends after its present cell, as FAILED. */
  stop(): void {
    this.#stopping = true;
  }

  /** Resolves when no run goes on any more; ends every subscriber. */
  async close(): Promise<void> {
    this.stop();
    await this.#end;
    this.#topic.close();
  }

  #all(): readonly LabView[] {
    return this.#running === null ? this.#ended : [this.#running.view, ...this.#ended];
  }

  #begin({ buyers, seed }: LabRequest, cells: readonly LabCellView[]): RunningLab {
    // Later than every run there is, so that the order and the ids are clear.
    const startedAtMs = Math.max(Date.now(), (this.#ended[0]?.startedAtMs ?? 0) + 1);
    const run: LabView = {
      id: `lab-${startedAtMs.toString(36)}`,
      startedAtMs,
      state: 'RUNNING',
      seed: seed ?? randomInt(LIMITS.seed.max),
      buyers,
      cells,
      note: null,
    };
    const running = new RunningLab(run, {
      runCell: (view, cell) => runCell(this.#parts, view, cell),
      stopped: () => this.#stopping,
      publish: (view) => this.#topic.publish(view),
      keep: (view) => this.#keep(view),
    });
    this.#running = running;
    this.#end = running.run().then((ended) => this.#shelve(ended));
    return running;
  }

  async #shelve(run: LabView): Promise<void> {
    const all = [run, ...this.#ended];
    this.#ended = all.slice(0, MAX_RUNS_KEPT);
    this.#running = null;
    await Promise.all(all.slice(MAX_RUNS_KEPT).map(({ id }) => this.#files.remove(id)));
  }

  /** A run that cannot be kept goes on all the same: it is shown until the server stops. */
  async #keep(run: LabView): Promise<void> {
    try {
      await this.#files.save(run);
    } catch (error) {
      this.#parts.log.error({ err: error }, 'a run of the lab could not be kept');
    }
  }
}
