// Runs of the lab for the unit tests of this folder: cells with figures, engines with a header.
import type { LabCellView, LabFigures } from '@worldseat/schema/services';
import type { LabEngine, LabRun } from './run.ts';

const FIGURES: LabFigures = {
  result: 'LINEARIZABLE',
  reasons: [],
  sales: 1,
  doubleSells: 0,
  predictedDoubleSells: 0,
  overLimit: 0,
  abortsPerSale: 1.5,
  p50Ms: 4.4,
  p99Ms: 12.6,
  ordersPerSecond: 1234.5,
};

type CellName = Pick<LabCellView, 'engineId' | 'strategy' | 'scenario'>;

/** A cell that is DONE. */
export function doneCell(name: CellName, figures: Partial<LabFigures> = {}): LabCellView {
  const done = { state: 'DONE', reason: null, burstId: 'burst' } as const;
  return { ...name, ...done, figures: { ...FIGURES, ...figures } };
}

/** A cell without figures. */
export function otherCell(
  name: CellName,
  state: 'SKIPPED' | 'FAILED',
  reason: string,
): LabCellView {
  return { ...name, state, reason, burstId: null, figures: null };
}

export function runOf(cells: readonly LabCellView[]): LabRun {
  const startedAt = '2026-01-01T00:00:00.000Z';
  return { id: 'lab-1', startedAt, state: 'SETTLED', seed: 7, buyers: 60, note: null, cells };
}

export function engineOf(id: string, consistency: string, regions: readonly string[]): LabEngine {
  const name = `Engine ${id}`;
  const burst = { id: 'burst', scenario: 'ONE_SEAT', strategy: 'NAIVE', seed: 7 } as const;
  const header = {
    burst: { ...burst, buyers: 60, seatId: 'A1', round: 1, startedAt: '2026-01-01T00:00:00.000Z' },
    engine: { id, name, consistency, deployment: 'EMBEDDED', components: 'Parts | v1', regions },
    settings: { connectionsPerRegion: 64, lagMs: 20.25 },
    software: { worldseat: '0.1.0', node: '22.0.0' },
    venue: 'hall',
    rule: null,
  } as const;
  return { id, name, consistency, header };
}
