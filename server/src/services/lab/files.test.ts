import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LabCellView, LabView } from '@worldseat/schema/services';
import { LabFiles, MAX_RUNS_KEPT } from './files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'worldseat-labs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const CELL: LabCellView = {
  engineId: 'sql',
  strategy: 'NAIVE',
  scenario: 'ONE_SEAT',
  state: 'WAITING',
  reason: null,
  burstId: null,
  figures: null,
};

function run(startedAtMs: number, changes: Partial<LabView> = {}): LabView {
  const id = `lab-${startedAtMs}`;
  const state = 'SETTLED';
  return { id, startedAtMs, state, seed: 1, buyers: 60, cells: [], note: null, ...changes };
}

async function load(): Promise<{ runs: LabView[]; faults: unknown[] }> {
  const files = await LabFiles.open(folder);
  const faults: unknown[] = [];
  return { runs: await files.load((fault) => faults.push(fault)), faults };
}

describe('runs on disk', () => {
  it('are found again, the latest first, as they were saved last', async () => {
    const files = await LabFiles.open(folder);
    await files.save(run(1));
    await files.save(run(3));
    await files.save(run(2, { state: 'RUNNING', cells: [CELL] }));
    await files.save(run(2, { cells: [{ ...CELL, state: 'DONE', burstId: 'burst' }] }));
    const done = { ...CELL, state: 'DONE', burstId: 'burst' };
    expect(await load()).toEqual({
      runs: [run(3), { ...run(2), cells: [done] }, run(1)],
      faults: [],
    });
  });

  it('that were going on are FAILED, and what their cells came to by then stays', async () => {
    const files = await LabFiles.open(folder);
    const done: LabCellView = { ...CELL, state: 'DONE', burstId: 'burst' };
    const cells = [done, { ...CELL, state: 'RUNNING' as const }, CELL];
    await files.save(run(1, { state: 'RUNNING', cells }));
    const failed = { ...CELL, state: 'FAILED' };
    const note = 'The server stopped during this run.';
    const ended = [
      done,
      { ...failed, reason: note },
      { ...failed, reason: 'The server stopped before its turn.' },
    ];
    expect((await load()).runs).toEqual([{ ...run(1), state: 'FAILED', note, cells: ended }]);
  });

  it('that cannot be read are reported, and the others are found', async () => {
    const files = await LabFiles.open(folder);
    await files.save(run(1));
    await writeFile(join(folder, 'lab-2.json'), '{"id":');
    const { runs, faults } = await load();
    expect(runs).toEqual([run(1)]);
    expect(faults).toEqual([expect.any(SyntaxError)]);
  });

  it('are the newest only; one that is removed is gone', async () => {
    const files = await LabFiles.open(folder);
    for (let at = 1; at <= MAX_RUNS_KEPT + 2; at += 1) await files.save(run(at));
    await files.remove(`lab-${MAX_RUNS_KEPT + 2}`);
    const { runs } = await load();
    expect(runs.map(({ startedAtMs }) => startedAtMs)).toEqual(
      Array.from({ length: MAX_RUNS_KEPT }, (_, index) => MAX_RUNS_KEPT + 1 - index),
    );
  });

  it.each([
    ['null', 'lab-1'],
    ['{}', 'lab-1'],
    [JSON.stringify(run(1, { startedAtMs: NaN })), 'lab-1'],
    [JSON.stringify({ ...run(1), cells: null }), 'lab-1'],
    [JSON.stringify(run(1, { id: '../outside' })), 'lab-1'],
    [JSON.stringify(run(1)), 'lab-2'],
  ])('that are not what their name says are left alone: %s', async (text, name) => {
    await writeFile(join(folder, `${name}.json`), text);
    const { runs, faults } = await load();
    expect(runs).toEqual([]);
    expect(faults).toEqual([expect.objectContaining({ code: 'LAB_FILE_DAMAGED' })]);
  });
});
