// The cells of a run as tables that people read: one for each scenario, a row for each engine, a
// column for each strategy. Pure.
import { SCENARIOS, STRATEGIES, type Scenario, type Strategy } from '@worldseat/schema/domain';
import type { LabCellView, LabFigures } from '@worldseat/schema/services';
import type { LabEngine } from './run.ts';

export interface Grid {
  readonly scenario: Scenario;
  readonly strategies: readonly Strategy[];
  readonly rows: readonly { readonly engine: LabEngine; readonly cells: readonly LabCellView[] }[];
}

/** @param cells of one run: every combination of its engines, strategies and scenarios */
export function gridsOf(cells: readonly LabCellView[], engines: readonly LabEngine[]): Grid[] {
  const scenarios = SCENARIOS.filter((name) => cells.some(({ scenario }) => scenario === name));
  const strategies = STRATEGIES.filter((name) => cells.some(({ strategy }) => strategy === name));
  return scenarios.map((scenario) => {
    const rows = engines.map((engine) => ({
      engine,
      cells: strategies.flatMap((strategy) =>
        cells.filter(
          (cell) =>
            cell.scenario === scenario && cell.strategy === strategy && cell.engineId === engine.id,
        ),
      ),
    }));
    return { scenario, strategies, rows };
  });
}

export interface CellWords {
  /** The verdict, or why there is none. */
  readonly mark: string;
  /** The number that the scenario is about; empty of a cell without figures. */
  readonly harm: string;
  /** Refused attempts a sale, and the p99 in milliseconds. */
  readonly cost: string;
}

const STATE_MARKS: Readonly<Record<LabCellView['state'], string>> = {
  WAITING: 'not run',
  RUNNING: 'not run',
  DONE: 'no figures',
  SKIPPED: 'not offered',
  FAILED: 'FAILED',
};

export function cellWords({ scenario, state, figures }: LabCellView): CellWords {
  if (figures === null) return { mark: STATE_MARKS[state], harm: '', cost: '' };
  return { mark: figures.result, harm: harmOf(scenario, figures), cost: costOf(figures) };
}

function harmOf(scenario: Scenario, { doubleSells, overLimit }: LabFigures): string {
  const twice = `${doubleSells} sold twice`;
  if (scenario !== 'FAN_LIMIT') return twice;
  return doubleSells === 0 ? `${overLimit} over limit` : `${overLimit} over+${doubleSells}x2`;
}

function costOf({ abortsPerSale, p99Ms }: LabFigures): string {
  const aborts = abortsPerSale === null ? 'no sale' : `${abortsPerSale.toFixed(1)}/sale`;
  return `${aborts} ${p99Ms === null ? '-' : Math.round(p99Ms)}`;
}
