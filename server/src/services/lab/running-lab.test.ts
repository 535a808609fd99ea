import { describe, expect, it } from 'vitest';
import type { LabCellView, LabView } from '@worldseat/schema/services';
import { RunningLab } from './running-lab.ts';

function cell(engineId: string, changes: Partial<LabCellView> = {}): LabCellView {
  const fresh = { state: 'WAITING', reason: null, burstId: null, figures: null } as const;
  return { engineId, strategy: 'NAIVE', scenario: 'ONE_SEAT', ...fresh, ...changes };
}

const SKIPPED = cell('b', { state: 'SKIPPED', reason: 'not offered' });
const RUN: LabView = {
  id: 'lab-1',
  startedAtMs: 1,
  state: 'RUNNING',
  seed: 1,
  buyers: 60,
  cells: [cell('a'), SKIPPED, cell('c')],
  note: null,
};

const states = (run: LabView) => run.cells.map(({ state }) => state);

/** @param runCell what becomes of each cell */
function open(runCell: (at: LabCellView) => LabCellView, stopped = () => false) {
  const published: string[][] = [];
  const kept: string[][] = [];
  const running = new RunningLab(RUN, {
    runCell: (_, at) => Promise.resolve(runCell(at)),
    stopped,
    publish: (run) => published.push([run.state, ...states(run)]),
    keep: (run) => Promise.resolve(void kept.push([run.state, ...states(run)])),
  });
  return { running, published, kept };
}

const done = (at: LabCellView): LabCellView => ({ ...at, state: 'DONE', burstId: at.engineId });

describe('a run', () => {
  it('does its cells one after the other, and keeps what has ended before the next', async () => {
    const { running, published, kept } = open(done);
    const ended = await running.run();
    expect(ended).toEqual({
      ...RUN,
      state: 'SETTLED',
      cells: [done(cell('a')), SKIPPED, done(cell('c'))],
    });
    expect(running.view).toEqual(ended);
    expect(published).toEqual([
      ['RUNNING', 'WAITING', 'SKIPPED', 'WAITING'],
      ['RUNNING', 'RUNNING', 'SKIPPED', 'WAITING'],
      ['RUNNING', 'DONE', 'SKIPPED', 'WAITING'],
      ['RUNNING', 'DONE', 'SKIPPED', 'RUNNING'],
      ['RUNNING', 'DONE', 'SKIPPED', 'DONE'],
      ['SETTLED', 'DONE', 'SKIPPED', 'DONE'],
    ]);
    expect(kept).toEqual([published[0], published[2], published[4], published[5]]);
  });

  it('goes on after a cell that failed', async () => {
    const { running } = open((at) => (at.engineId === 'a' ? { ...at, state: 'FAILED' } : done(at)));
    const ended = await running.run();
    expect([ended.state, ...states(ended)]).toEqual(['SETTLED', 'FAILED', 'SKIPPED', 'DONE']);
  });

  it('that is stopped is FAILED, and so are the cells that had no turn', async () => {
    let stopped = false;
    const stopAfter = (at: LabCellView) => {
      stopped = true;
      return done(at);
    };
    const { running, kept } = open(stopAfter, () => stopped);
    const ended = await running.run();
    expect(ended).toEqual({
      ...RUN,
      state: 'FAILED',
      note: 'The server stopped during this run.',
      cells: [
        done(cell('a')),
        SKIPPED,
        cell('c', { state: 'FAILED', reason: 'The server stopped before its turn.' }),
      ],
    });
    expect(kept.at(-1)).toEqual(['FAILED', 'DONE', 'SKIPPED', 'FAILED']);
  });

  it('that is stopped after its last cell is whole', async () => {
    let stopped = false;
    const { running } = open(
      (at) => {
        stopped = at.engineId === 'c';
        return done(at);
      },
      () => stopped,
    );
    expect((await running.run()).state).toBe('SETTLED');
  });
});
