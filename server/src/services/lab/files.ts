// Runs of the lab on disk: one JSON file each, written as a whole after each cell, so that a crash
// leaves the old file or the new one. Only the newest are kept. A run that was going on when the
// server stopped is found as FAILED; what its cells came to by then stays.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabCellView, LabView } from '@worldseat/schema/services';

/** Runs kept; the oldest goes first. */
export const MAX_RUNS_KEPT = 20;

const STOPPED = 'The server stopped during this run.';

class LabFileDamaged extends Error {
  override readonly name = 'LabFileDamaged';
  readonly code = 'LAB_FILE_DAMAGED';
}

export class LabFiles {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param folder is made when it is missing */
  static async open(folder: string): Promise<LabFiles> {
    await mkdir(folder, { recursive: true });
    return new LabFiles(folder);
  }

  /** The newest runs, the latest first. A file that cannot be read is skipped and reported. */
  async load(onFault: (error: unknown) => void): Promise<LabView[]> {
    const names = (await readdir(this.#folder)).filter((name) => name.endsWith('.json'));
    const runs: LabView[] = [];
    for (const name of names) {
      try {
        const run = readRun(await readFile(join(this.#folder, name), 'utf8'), name);
        runs.push(run.state === 'RUNNING' ? interrupted(run) : run);
      } catch (error) {
        onFault(error);
      }
    }
    runs.sort((a, b) => b.startedAtMs - a.startedAtMs);
    for (const { id } of runs.splice(MAX_RUNS_KEPT)) await this.remove(id);
    return runs;
  }

  async save(run: LabView): Promise<void> {
    const path = join(this.#folder, `${run.id}.json`);
    await writeFile(`${path}.new`, JSON.stringify(run));
    await rename(`${path}.new`, path);
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.#folder, `${id}.json`), { force: true });
  }
}

/** Looked at as far as what is done with it here: it is removed by its id, and put in order. */
function readRun(text: string, name: string): LabView {
  const run = JSON.parse(text) as Partial<LabView> | null;
  const { id, startedAtMs, state, cells } = run ?? {};
  const isWhole = Number.isFinite(startedAtMs) && state !== undefined && Array.isArray(cells);
  if (isWhole && `${id ?? ''}.json` === name) return run as LabView;
  throw new LabFileDamaged(`${name} does not hold the run of the lab that it is named for`);
}

/** The run as it is when its server stops: the cells that did not end are FAILED. */
export function interrupted(run: LabView): LabView {
  return { ...run, state: 'FAILED', note: STOPPED, cells: run.cells.map(cutShort) };
}

function cutShort(cell: LabCellView): LabCellView {
  if (cell.state === 'RUNNING') return { ...cell, state: 'FAILED', reason: STOPPED };
  if (cell.state !== 'WAITING') return cell;
  return { ...cell, state: 'FAILED', reason: 'The server stopped before its turn.' };
}
