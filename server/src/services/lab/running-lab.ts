// One run of the lab while it goes on: its cells one after the other, never two engines at once, so
// that none slows another. Each change is told at once; what has ended is kept before the next cell.
import type { LabCellView, LabView } from '@worldseat/schema/services';
import { interrupted } from './files.ts';

export interface RunningLabOptions {
  /** Runs one cell; must not throw. */
  readonly runCell: (run: LabView, cell: LabCellView) => Promise<LabCellView>;
  readonly stopped: () => boolean;
  readonly publish: (run: LabView) => void;
  /** Keeps the run on disk; must not throw. */
  readonly keep: (run: LabView) => Promise<void>;
}

export class RunningLab {
  readonly #options: RunningLabOptions;
  #view: LabView;

  constructor(run: LabView, options: RunningLabOptions) {
    this.#view = run;
    this.#options = options;
  }

  get view(): LabView {
    return this.#view;
  }

  /** Resolves with the run as it ended, once that is kept. Does not throw. */
  async run(): Promise<LabView> {
    await this.#options.keep(this.#view);
    this.#options.publish(this.#view);
    const isWhole = await this.#runCells();
    const ended = isWhole ? { ...this.#view, state: 'SETTLED' as const } : interrupted(this.#view);
    // Found as ended only once it can be found after a restart too.
    await this.#options.keep(ended);
    this.#view = ended;
    this.#options.publish(ended);
    return ended;
  }

  /** @returns false when it was stopped before the last cell had its due */
  async #runCells(): Promise<boolean> {
    const { stopped, keep, runCell } = this.#options;
    for (const [index, cell] of this.#view.cells.entries()) {
      if (cell.state !== 'WAITING') continue;
      if (stopped()) return false;
      this.#change(index, { ...cell, state: 'RUNNING' });
      const ended = await runCell(this.#view, cell);
      this.#change(index, ended);
      if (stopped() && ended.state === 'FAILED') return false;
      await keep(this.#view);
    }
    return true;
  }

  #change(index: number, cell: LabCellView): void {
    this.#view = { ...this.#view, cells: this.#view.cells.with(index, cell) };
    this.#options.publish(this.#view);
  }
}
